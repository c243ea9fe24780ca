"""The programme of the evening: where we are, what comes, and going anywhere without losing anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.app import ComposeResult

from facilitator.scenario.model import key_of
from facilitator.session.state import CLOSING, State
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage
from facilitator.ui.kit.widgets import Option, Pick
from facilitator.words import Words


def options(state: State, t: Words) -> list[Option]:
    """Give a line per step with its time as planned; what was begun is marked, by when it began."""
    at = datetime.combine(state.about.day, state.about.starts)
    lines: list[Option] = []
    for use, step in state.places():
        key = key_of(use, step)
        begun = state.begun.get(key)
        mark = "▶" if key == state.at.key else "✓" if begun else " "
        end = t("app.programme.minutes", n=step.minutes)
        lines.append(Option(key, f"{mark} {at:%H.%M}  {step.title}", end, quiet=bool(begun)))
        at += timedelta(minutes=step.minutes)
    mark = "▶" if state.at.key == CLOSING else " "
    lines.append(Option(CLOSING, f"{mark} {at:%H.%M}  {t('app.programme.closing')}"))
    return lines


class ProgrammePanel(Panel):
    """Choose where to go."""

    title = "programme"

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, stage)
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield self.pick

    def show(self) -> None:
        self.pick.put(options(self.desk.state, self.t), at=self.desk.state.at.key)

    def actions(self) -> Sequence[Action]:
        return [
            self.action("go", "enter", self._go, 1),
            self.action("close", "escape", self.stage.close_panel, 2),
            Action("up", ("up",), self._up, "kit", 3),
            Action("down", ("down",), self._down, "kit", 4),
        ]

    async def _go(self) -> None:
        chosen = self.pick.chosen
        await self.stage.close_panel()
        if chosen:
            await self.stage.go_to(chosen.id)

    async def _up(self) -> None:
        self.pick.move(-1)
        self._follow()

    async def _down(self) -> None:
        self.pick.move(1)
        self._follow()

    def _follow(self) -> None:
        """Keep the line that is pointed at in sight."""
        self.scroll_to(y=max(self.pick.index - self.size.height // 2, 0), animate=False)
