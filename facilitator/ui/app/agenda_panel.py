"""The agenda of the evening for the room: its parts, when they begin, and where we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import key_of
from facilitator.session.clock import plus
from facilitator.session.pace import pace
from facilitator.session.state import State
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import POINTED, Say, broken, hanging
from facilitator.words.dates import say_clock

ROUGHLY: Final = 5
"""Minutes to which a moved time is said: nobody comes back from a break at 20.53."""


@dataclass(frozen=True)
class AgendaPart:
    """A part of the evening."""

    title: str
    at: time
    """When it began, or is to begin."""
    stands: str
    """``done``, ``now`` or ``later``."""


def agenda(state: State, now: datetime) -> list[AgendaPart]:
    """Give the parts of the evening; what is to come moves along with how late the group is."""
    parts: list[AgendaPart] = []
    at, moved = state.about.starts, round(_late(state, now) / ROUGHLY) * ROUGHLY
    for title, minutes, keys in _blocks(state):
        begun = next((time.fromisoformat(state.begun[key]) for key in keys if key in state.begun), None)
        stands = "now" if state.at.key in keys else "done" if begun else "later"
        parts.append(AgendaPart(title, begun or plus(at, moved), stands))
        at = plus(at, minutes)
    return parts


def _late(state: State, now: datetime) -> int:
    """Give the minutes by which what follows begins later than planned, as it goes now."""
    going = pace(state, now)
    if going is None:
        return 0
    minute, planned = timedelta(minutes=1), datetime.combine(state.about.day, state.about.starts)
    for use, step in state.places():
        planned += step.minutes * minute
        if key_of(use, step) == state.at.key:
            break
    return round((going.until - planned) / minute) + going.behind


def _blocks(state: State) -> list[tuple[str, int, list[str]]]:
    """Give the title of each block, its minutes and its steps; of a programme of one block each step."""
    uses = {use.id: use for use, _ in state.places()}
    if len(uses) > 1:
        return [(use.title, use.minutes, [key_of(use, step) for step in use.steps]) for use in uses.values()]
    return [(step.title, step.minutes, [key_of(use, step)]) for use, step in state.places()]


class AgendaPanel(Panel):
    """What the room may know of the programme: no minutes that are too short, and nothing to do."""

    title = "agenda"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.lines = Say()

    def compose(self) -> ComposeResult:
        yield self.lines

    def show(self) -> None:
        rows: list[Content] = []
        here = 0
        parts = agenda(self.desk.state, self.desk.now())
        airy = 2 * len(parts) <= self.size.height - 2
        for part in parts:
            if rows and airy:
                rows.append(Content(""))
            here = len(rows) if part.stands == "now" else here
            rows += self._part(part)
        self.lines.say(Content("\n").join(rows))
        self.call_after_refresh(self._see, here)

    def _see(self, row: int) -> None:
        """Let the part where the group is be in sight."""
        self.scroll_to(y=max(row - self.size.height // 2, 0), animate=False)

    def _part(self, part: AgendaPart) -> list[Content]:
        mark = {"done": "✓", "now": "▶", "later": " "}[part.stands]
        style = {"done": "$quiet", "now": POINTED, "later": ""}[part.stands]
        clock = say_clock(part.at, self.t.language)
        first = Content.styled(f"{mark} {clock:>5}  ", style)
        room = max(self.content_size.width - first.cell_length - 1, 8)  # beside it stands where one is
        return hanging(first, [row.stylize(style) for row in broken(Content(part.title), room)])

    def actions(self) -> Sequence[Action]:
        return [self.action("to_screen", "enter escape m", self.stage.close_panel, 1)]
