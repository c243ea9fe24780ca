"""What is printed of a programme, and for how many people; Enter at once gives everything."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from facilitator.kinds import kinds
from facilitator.kinds.paper_plan import Plan, expected
from facilitator.outputs import PaperOrder, print_scenario
from facilitator.problems import Refused
from facilitator.report.print_file import ONLY, Only
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.scenario.model import MOST_PEOPLE, Scenario
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import lined_up
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.ui.app.app_context import AppContext

EVERYTHING: Final = "everything"
Make = Callable[[Only | None, str], Awaitable[None]]
"""Makes the paper: of one part or all, for so many people as ``read_people`` reads; empty: as is usual."""


async def ask_what_to_print(context: AppContext, path: Path) -> None:
    """Ask what is printed of a scenario, make it, and say where it is; what cannot be is said."""
    stage, t, places = context.app.stage, context.t, context.places
    library = Library.of(path, places.scenarios)
    try:
        scenario = await asyncio.to_thread(load_scenario, path, library, kinds(), t.language)
    except Refused as refused:
        context.refuse(refused.problems[0])
        return

    async def make(only: Only | None, people: str) -> None:
        try:
            made = await asyncio.to_thread(print_scenario, path, places, t, PaperOrder(people, only=only))
        except Refused as refused:
            stage.tell(refused.problems[0].say(t))
        else:
            await stage.close_panel()
            stage.tell(t("app.home.printed", path=made))

    await stage.open_panel(PrintPanel(t, scenario, make, stage.close_panel))


class PrintPanel(View):
    """A list of what can be printed, and under it a field for each perspective."""

    room = "app"

    def __init__(
        self, t: Words, scenario: Scenario, make: Make, close: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(t)
        self.scenario = scenario
        self.make = make
        self.close = close
        parts = [Option(part, t(f"report.paper.part.{part}")) for part in ONLY]
        self.pick = Pick([Option(EVERYTHING, t("app.print.everything")), *parts])
        self.groups = lined_up(
            Field(
                group.id,
                group.title,
                str(expected(scenario, Plan(), group)),
                limit=3,
                label_width=1,
                numbers=True,
            )
            for group in scenario.perspectives
        )
        for field in self.groups.values():
            field.suggested = True
        self.said = Say(t("app.print.people"), classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.pick
        yield self.said  # what a field still needs stands here too: above the fields it is seen with each
        yield from self.groups.values()

    def on_mount(self) -> None:
        self.enter_field(None)

    def heading(self) -> str:
        return self.t("app.panel.print", title=self.scenario.title)

    def help_text(self) -> str:
        return self.t("app.print.help")

    def edited(self, _field: Field) -> None:
        self.said.say(self.t("app.print.people"))
        self.said.remove_class("ask")
        self.said.add_class("quiet")

    def actions(self) -> Sequence[Action]:
        return [
            self.action("print", "enter", self._print, 1),
            Action("next_field", ("tab",), self._on, "kit", 2),
            Action("previous_field", ("shift+tab",), self._back, "kit", 0),
            Action("down", ("down",), self._down, "kit", 0),
            Action("up", ("up",), self._up, "kit", 0),
            self.action("close", "escape", self.close, 8),
        ]

    async def _on(self) -> None:
        self._go(1)

    async def _back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """Go round from the list through the fields; what is chosen in the list stays."""
        stops = [None, *self.fields()]
        self.enter_field(stops[(stops.index(self.field) + by) % len(stops)])

    async def _down(self) -> None:
        if self.field is None:
            self.pick.move(1)
        else:
            await self._on()

    async def _up(self) -> None:
        if self.field is None:
            self.pick.move(-1)
        else:
            await self._back()

    async def _print(self) -> None:
        """Print, or say which field still needs a number, there."""
        for field in self.fields():
            if not (field.value.isdecimal() and field.value.isascii() and int(field.value) <= MOST_PEOPLE):
                self.said.say(self.t("app.print.no_number", group=field.label, most=MOST_PEOPLE))
                self.said.remove_class("quiet")
                self.said.add_class("ask")
                self.enter_field(field)
                return
        chosen = self.pick.chosen.id if self.pick.chosen else EVERYTHING
        await self.make(next((part for part in ONLY if part == chosen), None), self._people())

    def _people(self) -> str:
        """Say how many come from each perspective, where someone said so."""
        if all(field.suggested for field in self.groups.values()):
            return ""
        return ",".join(f"{name}={field.value}" for name, field in self.groups.items())
