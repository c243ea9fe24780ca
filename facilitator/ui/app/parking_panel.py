"""The parkeerlijst: what comes later, who comes back to it, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from textual.app import ComposeResult

from facilitator.session.commands import drop
from facilitator.session.parked_lines import change_line
from facilitator.session.registers import Parked
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words.dates import read_date, say_date


class ParkingPanel(Panel):
    """Every parked line; Enter says who comes back to it, and when."""

    title = "parked"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.pick = Pick()
        self.nothing = Say(classes="quiet")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.parked.lead"))
        yield self.pick
        yield self.nothing

    def show(self) -> None:
        parked = self.desk.state.parked()
        self.pick.put([Option(name, line.text, self._end(line)) for name, line in parked.items()])
        self.nothing.say("" if parked else self.t("app.parked.nothing"))

    def _end(self, line: Parked) -> str:
        today = self.desk.now().date()
        when = say_date(line.due, self.t.language, today, short=True) if line.due else ""
        return ", ".join(part for part in (line.who, when) if part) or self.t("app.parked.nobody")

    def actions(self) -> Sequence[Action]:
        offered = [self.action("close", "escape", self.stage.close_panel, 5)]
        if self.pick.chosen:
            offered = [
                self.action("parked_who", "enter", partial(self._who, self.pick.chosen.id), 1),
                self.action("parked_when", "d", partial(self._when, self.pick.chosen.id), 2),
                self.action("remove", "delete backspace", partial(self._drop, self.pick.chosen.id), 3),
                *offered,
                *pointing(self.pick, tab=True),
            ]
        return offered

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"parked_who": self._who, "parked_when": self._when}

    async def _who(self, name: str) -> None:
        line = self._point(name)

        async def keep(who: str) -> bool:
            return await self._change(name, who=who)

        await self.ask_for("parked_who", name, self.t("app.parked.ask_who"), keep, line.who)

    async def _when(self, name: str) -> None:
        self._point(name)

        async def keep(text: str) -> bool:
            read = read_date(text, self.desk.now().date(), self.t.language)
            if read.day is None:
                self.stage.tell(self.t(f"kit.date.{read.why}"))
                return False
            return await self._change(name, due=read.day)

        await self.ask_for("parked_when", name, self.t("app.parked.ask_when"), keep)

    def _point(self, name: str) -> Parked:
        self.pick.point(name)
        return self.desk.state.parked()[name]

    async def _change(self, name: str, **changes: Any) -> bool:
        kept = await self.desk.act("parked", change_line(self.desk.state, name, **changes))
        self.stage.refresh_view()
        return kept

    async def _drop(self, name: str) -> None:
        await self.desk.act("parked_drop", drop(self.desk.state, "parked", name))
        self.stage.refresh_view()
