"""Looking back in a report: what worked and what was learnt. How agreements stand is told with them."""

from __future__ import annotations

from typing import Final

from facilitator.document import Items, Paragraph, Part
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.agreement_status import Status
from facilitator.session.state import State
from facilitator.steps.review.findings import carried, left_at, steps_of
from facilitator.steps.review.kind import Learnt, ReviewStep
from facilitator.steps.review.message_parts import MESSAGE
from facilitator.words import Words

STATUSES: Final[tuple[Status, ...]] = (
    *("done", "busy", "postponed", "open", "unknown"),
    *("stopped", "not-needed"),
)
"""In the order in which they are told: what is done first, what is over last."""


def _answer(state: State, use: Use, step: ReviewStep, t: Words) -> list[str]:
    """Name, once, each of the earlier agreements by how it stands, what is done first.

    What is done is never counted against what is not (docs/domain.md S8).
    """
    came = {name: each for name, each in carried(state).items() if each.firmness != "idea"}
    if not came or steps_of(state)[:1] != [key_of(use, step)]:
        return []
    stands = {
        status: "; ".join(each.what.rstrip(".") for each in came.values() if each.status == status)
        for status in STATUSES
    }
    told = [t(f"review.report.stands.{status}", what=what) for status, what in stands.items() if what]
    return [t("review.report.how_it_is"), *told]


def _parts(state: State, use: Use, step: ReviewStep, t: Words) -> list[Part]:
    """Give what worked, however small, how it is celebrated, and what was learnt."""
    left = left_at(state, key_of(use, step))
    found: list[Part] = []
    if left.worked:
        found += [
            Paragraph(t("review.report.worked")),
            Items([_line(learnt, state, t) for learnt in left.worked]),
        ]
    if left.learnt:
        found += [Paragraph(t("review.report.learnt")), Items([learnt.text for learnt in left.learnt])]
    return found


def _unknown(state: State, use: Use, step: ReviewStep, t: Words) -> list[str]:
    """Name, once, the agreements of which nobody knew how they stand."""
    if steps_of(state)[:1] != [key_of(use, step)]:
        return []
    return [
        t("review.report.unknown", what=agreement.what)
        for agreement in carried(state).values()
        if agreement.status == "unknown"
    ]


def _lessons(state: State, use: Use, step: ReviewStep, _t: Words) -> list[str]:
    return [learnt.text for learnt in left_at(state, key_of(use, step)).learnt]


def _line(line: Learnt, state: State, t: Words) -> str:
    found = state.agreements().get(line.agreement or "")
    return t("review.report.party", what=found.what, how=line.text) if found else line.text


REPORT: Final = KindReport[ReviewStep](
    chapter=Chapter.SAID,
    message=MESSAGE,
    answering=lambda _step: Answering.LOOKS_BACK,
    answer=_answer,
    parts=_parts,
    lessons=_lessons,
    unknown=_unknown,
)
