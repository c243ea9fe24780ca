"""Sessions of one neighbourhood side by side, from home: which, what came out, and what is made of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.comparisons import Compared, compared, keep_same, same_of, write_comparison
from facilitator.document import Heading, Part, Report
from facilitator.orders import DOCUMENTS, Order
from facilitator.problems import Refused
from facilitator.report.plain_text import text_of
from facilitator.report.session_comparison import FEWEST, comparison
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.session.same_statements import SameStatements, reworded, told
from facilitator.text import folded
from facilitator.ui.app.report_panel import ReportPanel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import say_date

if TYPE_CHECKING:
    from facilitator.storage.session_list import SessionHeading
    from facilitator.ui.app.app_context import AppContext

MOST: Final = 5
"""Sessions that are marked at once: so many have room beside each other."""


NARROW: Final = 60
"""Columns, before it is known how many there are."""


def of_one_place(headings: Sequence[SessionHeading], path: Path) -> list[SessionHeading]:
    """Give the sessions of the place that this one is of, the newest first; one file of each."""
    place = next((heading.place for heading in headings if heading.path == path), "")
    there = [each for each in headings if place and not each.problem and folded(each.place) == folded(place)]
    return [*{each.id: each for each in reversed(there)}.values()][::-1]


async def ask_what_to_compare(context: AppContext, headings: Sequence[SessionHeading], path: Path) -> None:
    """Let mark which sessions of a place are laid side by side, then show them."""
    stage, t = context.app.stage, context.t
    there = of_one_place(headings, path)
    if len(there) < FEWEST:
        stage.tell(t("app.comparison.only_one"))
        return

    async def show(marked: Sequence[Path]) -> None:
        try:
            found = await asyncio.to_thread(compared, [str(each) for each in marked], context.places)
            same = await asyncio.to_thread(same_of, found)
        except Refused as refused:
            context.refuse(refused.problems[0])
            return
        await stage.close_panel()
        await stage.open_panel(ComparisonView(context, found, same))

    await stage.open_panel(MarkedSessions(t, there, show, stage.close_panel))


class MarkedSessions(View):
    """A line for each session; Space marks it, Enter lays what is marked side by side."""

    room = "app"

    def __init__(
        self,
        t: Words,
        there: Sequence[SessionHeading],
        show_them: Callable[[Sequence[Path]], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(t)
        self.there = {str(each.path): each for each in there}
        self.marked = {*[*self.there][:MOST]}
        self.show_them = show_them
        self.close = close
        self.pick = Pick()
        self.said = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.comparison.lead"))
        yield self.pick
        yield self.said

    def heading(self) -> str:
        return self.t("app.panel.comparison")

    def show(self) -> None:
        self.pick.put([self._option(name, heading) for name, heading in self.there.items()])

    def _option(self, name: str, heading: SessionHeading) -> Option:
        day = say_date(heading.day, self.t.language) if heading.day else ""
        said = self.t("app.comparison.session", day=day, title=heading.title)
        return Option(name, said, self.t(f"app.comparison.{'with' if name in self.marked else 'without'}"))

    def actions(self) -> Sequence[Action]:
        return [
            self.action("side_by_side", "enter", self._done, 1),
            self.action("mark", "space", self._turn, 2),
            self.action("close", "escape", self.close, 3),
            *pointing(self.pick, tab=True),
        ]

    async def _turn(self) -> None:
        if self.pick.chosen:
            self.marked ^= {self.pick.chosen.id}
        self.said.say("")
        self.show()

    async def _done(self) -> None:
        if len(self.marked) < FEWEST:
            self.said.say(self.t("app.comparison.mark_two"))
            return
        await self.show_them([heading.path for name, heading in self.there.items() if name in self.marked])


class ComparisonView(View):
    """What moved, to read; it can be made into a file."""

    room = "app"

    def __init__(self, context: AppContext, found: Compared, same: SameStatements) -> None:
        super().__init__(context.t, name="comparison")
        self.context = context
        self.found = found
        self.same = same
        self.told = Say(classes="below")

    def compose(self) -> ComposeResult:
        yield self.told

    def heading(self) -> str:
        return self.t("app.panel.comparison")

    def show(self) -> None:
        report = comparison(self.found.states, self.t, self.same)
        self.told.say(_on_screen(report, self.told.size.width or NARROW))

    def on_mount(self) -> None:
        self.call_after_refresh(self.show)  # then it is known how many columns there are

    def on_resize(self) -> None:
        """Lay it out for the columns that there are now."""
        super().on_resize()
        self.call_after_refresh(self.show)

    def actions(self) -> Sequence[Action]:
        stage = self.context.app.stage
        offered = [
            self.action("report", "r", self._report, 1),
            self.action("close", "escape enter", stage.close_panel, 3),
        ]
        if reworded(self.found.states):
            offered.append(self.action("count_as_same", "g", self._choose_same, 2))
        return offered

    async def _report(self) -> None:
        stage = self.context.app.stage
        choices: dict[str, Order] = {form: Order(form=form) for form in DOCUMENTS}
        await stage.open_panel(ReportPanel(self.t, self._make, stage.close_panel, choices))

    async def _make(self, order: Order) -> None:
        write = partial(write_comparison, self.found, self.same, order.form, self.t)
        try:
            made = await asyncio.to_thread(write)
        except Refused as refused:
            self.context.refuse(refused.problems[0])
        else:
            self.context.app.stage.tell(self.t("app.home.reported", path=made))

    async def _choose_same(self) -> None:
        stage = self.context.app.stage
        await stage.open_panel(
            SameStatementsPanel(self.t, self.found, self.same, self._keep, stage.close_panel)
        )

    async def _keep(self, same: SameStatements) -> None:
        try:
            self.same = await asyncio.to_thread(keep_same, self.found, same)
        except Refused as refused:
            self.context.refuse(refused.problems[0])
        self.show()


def _on_screen(report: Report, columns: int) -> Content:
    """Give a report as text of so many columns, with its headings in bold."""
    parts: list[str | Part] = [report.title, *report.lead]
    for section in report.sections:
        parts += [section.title, *section.parts]
    return Content("\n\n").join(_told(part, columns) for part in parts)


def _told(part: str | Part, columns: int) -> Content:
    if isinstance(part, str):
        return Content.styled(part, "bold $accent")
    if isinstance(part, Heading):
        return Content.styled(part.text, "bold")
    return Content(text_of(part, columns))


class SameStatementsPanel(View):
    """The statements that got other words; Space says that one counts as the same, or not."""

    room = "app"

    def __init__(
        self,
        t: Words,
        found: Compared,
        same: SameStatements,
        keep: Callable[[SameStatements], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(t)
        self.worded = reworded(found.states)
        self.same = dict(same.same)
        self.keep = keep
        self.close = close
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.comparison.same_lead"))
        yield self.pick

    def heading(self) -> str:
        return self.t("app.panel.comparison")

    def show(self) -> None:
        self.pick.put([self._option(name, found) for name, found in self.worded.items()])

    def _option(self, name: str, found: Sequence[BilingualText]) -> Option:
        texts = told(found, self.t.language)
        said = self.t("app.comparison.words", first=texts[0], last=texts[-1])
        return Option(name, said, self.t(f"app.comparison.{'as_one' if self._is_one(name) else 'apart'}"))

    def _is_one(self, name: str) -> bool:
        return SameStatements(same=self.same).is_one(name, self.worded[name])

    def actions(self) -> Sequence[Action]:
        return [
            self.action("keep", "enter", self._done, 1),
            self.action("count_as_same", "space", self._turn, 2),
            self.action("close", "escape", self.close, 3),
            *pointing(self.pick, tab=True),
        ]

    async def _turn(self) -> None:
        if self.pick.chosen:
            name = self.pick.chosen.id
            self.same[name] = [] if self._is_one(name) else [each.text for each in self.worded[name]]
        self.show()

    async def _done(self) -> None:
        await self.close()
        await self.keep(SameStatements(same={name: texts for name, texts in self.same.items() if texts}))
