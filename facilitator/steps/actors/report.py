"""The network in a report: ring by ring, formal and informal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from facilitator.document import Paragraph, Part, Table
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.session.registers import Actor, Ring
from facilitator.session.state import State
from facilitator.steps.actors.findings import questions
from facilitator.steps.actors.kind import ActorsStep
from facilitator.words import Words


def _registers(state: State, t: Words) -> list[Part]:
    """Give the map as a table per ring, from the inside outwards, and what it makes us ask."""
    actors = list(state.actors().values())
    if not actors:
        return []
    informal = sum(actor.side == "informal" for actor in actors)
    counted = t("actors.report.counted", n=len(actors), informal=informal, formal=len(actors) - informal)
    asked = [t(f"actors.ask.{question.code}", **question.values) for question in questions(state)]
    parts: list[Part] = [Paragraph(" ".join([counted, *asked]))]
    placed = any(actor.ring for actor in actors)
    for ring in (*get_args(Ring), None):
        here = [actor for actor in actors if actor.ring == ring]
        if here:
            caption = t(f"actors.report.ring.{ring or 'none'}") if ring or placed else ""
            parts.append(_table(here, caption, state, t))
    return parts


def _table(actors: Sequence[Actor], caption: str, state: State, t: Words) -> Table:
    head = [t("actors.report.head.who"), t("actors.report.head.side"), t("actors.report.head.wants")]
    return Table(head, [_row(actor, state, t) for actor in actors], caption)


def _row(actor: Actor, state: State, t: Words) -> list[str]:
    perspective = state.scenario.perspective(actor.perspective or "")
    side = t(f"actors.report.side.{actor.side}")
    wants = [t("actors.report.interest", what=actor.interest.rstrip("."))] if actor.interest else []
    if actor.shared_interest:
        wants.append(t("actors.report.shared", what=actor.shared_interest.rstrip(".")))
    if wants:
        wants.append(t("actors.report.sure") if actor.sure else t("actors.report.unsure"))
    return [actor.name, f"{side}, {perspective.title}" if perspective else side, " ".join(wants)]


REPORT: Final = KindReport[ActorsStep](chapter=Chapter.NETWORK, message=NOTHING_TO_TELL, registers=_registers)
