"""The parkeerlijst: what comes later, who comes back to it, and when."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from facilitator.session.commands import drop, put
from facilitator.session.registers import Parked
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words.dates import read_date, say_date


class ParkingPanel(Panel):
    """Every parked line; Enter says who comes back to it, and when."""

    title = "parked"

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, stage)
        self.pick = Pick()
        self.nothing = Say(classes="quiet")

    def compose(self) -> ComposeResult:
        yield Say(self.t("app.parked.lead"), classes="lead")
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
                self.action("parked_who", "enter", self._who, 1),
                self.action("parked_when", "d", self._when, 2),
                self.action("parked_drop", "delete backspace", self._drop, 3),
                *offered,
                Action("up", ("up",), self._up, "kit", 0),
                Action("down", ("down", "tab"), self._down, "kit", 0),
            ]
        return offered

    async def _who(self) -> None:
        name, line = self._chosen()

        async def keep(who: str) -> None:
            await self._put(name, line.model_copy(update={"who": who}))

        await self.stage.ask_line(self.t("app.parked.ask_who"), keep, line.who)

    async def _when(self) -> None:
        name, line = self._chosen()

        async def keep(text: str) -> None:
            read = read_date(text, self.desk.now().date(), self.t.language)
            if read.day is None:
                self.stage.tell(self.t(f"kit.date.{read.why}"))
            else:
                await self._put(name, line.model_copy(update={"due": read.day}))

        await self.stage.ask_line(self.t("app.parked.ask_when"), keep)

    def _chosen(self) -> tuple[str, Parked]:
        chosen = self.pick.chosen
        name = chosen.id if chosen else ""
        return name, self.desk.state.parked()[name]

    async def _put(self, name: str, line: Parked) -> None:
        await self.desk.act("parked", put(self.desk.state, "parked", name, line))
        self.stage.refresh_view()

    async def _drop(self) -> None:
        name, _ = self._chosen()
        await self.desk.act("parked_drop", drop(self.desk.state, "parked", name))
        self.stage.refresh_view()

    async def _up(self) -> None:
        self.pick.move(-1)

    async def _down(self) -> None:
        self.pick.move(1)
