"""Looking back in a report: what worked and what was learnt. How agreements stand is told with them."""

from __future__ import annotations

from typing import Final

from facilitator.document import Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.review.findings import carried, left_at, steps_of
from facilitator.steps.review.kind import Learnt, ReviewStep
from facilitator.steps.review.message_parts import MESSAGE
from facilitator.words import Words


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


def _line(line: Learnt, state: State, t: Words) -> str:
    found = state.agreements().get(line.agreement or "")
    return t("review.report.party", what=found.what, how=line.text) if found else line.text


REPORT: Final = KindReport[ReviewStep](chapter=Chapter.SAID, message=MESSAGE, parts=_parts, unknown=_unknown)
