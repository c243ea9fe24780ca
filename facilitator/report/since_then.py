"""What happened since the last meeting: what was asked and is unanswered, then what became of agreements."""

from __future__ import annotations

from facilitator.document import Heading, Items, Part
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import report_of
from facilitator.report.parked_wording import say_parked
from facilitator.session.parked_lines import open_lines
from facilitator.session.provenance import say_origin
from facilitator.session.registers import Parked
from facilitator.session.state import State
from facilitator.words import Words


def since_then(state: State, t: Words) -> list[Part]:
    """Give what came over from earlier meetings with how it stands now; nothing where nothing came over."""
    asked = _unanswered(state, t)
    found: list[Part] = [Heading(t("report.since.unanswered")), Items(asked)] if asked else []
    changed = [part for kind in kinds() for part in report_of(kind).changes(state, t)]
    return [*found, *([Heading(t("report.since.agreements")), *changed] if changed else [])]


def _unanswered(state: State, t: Words) -> list[str]:
    """Give what was asked at an earlier meeting and has no answer yet, with who would come back to it."""
    return [_asked(name, line, state, t) for name, line in open_lines(state).items() if state.came_from(name)]


def _asked(name: str, line: Parked, state: State, t: Words) -> str:
    asked = t("report.since.asked", when=say_origin(name, state, t))
    return f"{say_parked(line, t)} {asked}"
