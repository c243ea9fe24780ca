"""The network in a report: who is around the neighbourhood, told where this meeting changed it."""

from __future__ import annotations

from typing import Final, get_args

from facilitator.document import Backstage, Items, Paragraph, Table, Told
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.session.carried_entries import is_worked_on
from facilitator.session.registers import Actor, Ring
from facilitator.session.state import State
from facilitator.steps.actors.findings import questions
from facilitator.steps.actors.kind import ActorsStep
from facilitator.words import Words

COLUMNS: Final = ("who", "side", "ring", "wants")


def _registers(state: State, t: Words) -> list[Told]:
    """Give the map from the inside outwards; nothing of one that came over and was not looked at."""
    actors = state.actors()
    if not actors or not is_worked_on(state, "actors", "actors"):
        return []
    informal = sum(actor.side == "informal" for actor in actors.values())
    counts = {"n": len(actors), "informal": informal, "formal": len(actors) - informal}
    found: list[Told] = [Paragraph(t("actors.report.counted", **counts))]
    asked = [t(f"actors.ask.{question.code}", **question.values) for question in questions(state)]
    found += [Backstage([Paragraph(" ".join(asked))])] if asked else []
    return [*found, *_told(list(actors.values()), state, t)]


def _told(actors: list[Actor], state: State, t: Words) -> list[Told]:
    """Give a table where more than names is known; otherwise a line for each side."""
    rows = [
        _row(actor, state, t) for ring in (*get_args(Ring), None) for actor in actors if actor.ring == ring
    ]
    if not any(row["ring"] or row["wants"] for row in rows):
        sides = {side: [each.name for each in actors if each.side == side] for side in ("formal", "informal")}
        lines = [
            t(f"actors.report.names.{side}", names=", ".join(names)) for side, names in sides.items() if names
        ]
        return [Items(lines)]
    columns = [name for name in COLUMNS if any(row[name] for row in rows)]
    head = [t(f"actors.report.head.{name}") for name in columns]
    return [Table(head, [[row[name] for name in columns] for row in rows])]


def _row(actor: Actor, state: State, t: Words) -> dict[str, str]:
    perspective = state.scenario.perspective(actor.perspective or "")
    side = t(f"actors.report.side.{actor.side}")
    wants = [t("actors.report.interest", what=actor.interest.rstrip("."))] if actor.interest else []
    if actor.shared_interest:
        wants.append(t("actors.report.shared", what=actor.shared_interest.rstrip(".")))
    if wants:
        wants.append(t("actors.report.sure") if actor.sure else t("actors.report.unsure"))
    return {
        "who": actor.name,
        "side": f"{side}, {perspective.title}" if perspective else side,
        "ring": t(f"actors.report.ring.{actor.ring}") if actor.ring else "",
        "wants": " ".join(wants),
    }


REPORT: Final = KindReport[ActorsStep](chapter=Chapter.NETWORK, message=NOTHING_TO_TELL, registers=_registers)
