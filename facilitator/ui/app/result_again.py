"""A result that was shown, once more: from wherever the group is, and back to there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.app import ComposeResult

from facilitator.kinds import facet
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import number_choices, number_tag, pointing
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Pick


@dataclass(frozen=True)
class ShownBefore:
    """A step whose result was shown, with its pages."""

    key: str
    title: str
    pages: Sequence[Callable[[StepContext[Any]], StepView[Any]]]
    context: StepContext[Any]


def shown_before(desk: Desk, stage: StageHost) -> list[ShownBefore]:
    """Give what was shown of this session, in the order of the programme."""
    found: list[ShownBefore] = []
    for use, step in desk.state.places():
        context = StepContext(desk, stage, use, step)
        pages = facet(step.kind, "view", KindView).again(context)
        if pages:
            title = step.title if step.title == use.title else f"{use.title} · {step.title}"
            found.append(ShownBefore(context.key, title, pages, context))
    return found


class Replay:
    """Goes through the pages of a result. Nothing can be done there but reading."""

    def __init__(self, stage: StageHost, shown: ShownBefore) -> None:
        self.stage = stage
        self.shown = shown
        self.at = 0

    async def open(self) -> None:
        """Show the page that it is at, over what is on the stage."""
        context = self.shown.context.again(self.actions)
        await self.stage.open_panel(self.shown.pages[self.at](context))

    def actions(self) -> Sequence[Action]:
        """Give what can be done on a page instead of what its step offers."""
        last = self.at == len(self.shown.pages) - 1
        further = Action("next", ("enter", "right"), partial(self._turn, 1), "kit", 1)
        close = Action("to_screen", ("escape",), self.stage.close_panel, "app", 3)
        if last:
            further = Action("to_screen", ("enter", "right"), self.stage.close_panel, "app", 1)
        before = [Action("page_back", ("left",), partial(self._turn, -1), "kit", 2)] if self.at else []
        return [further, *before, close]

    async def _turn(self, by: int) -> None:
        self.at += by
        await self.stage.close_panel()
        await self.open()


class ResultsPanel(Panel):
    """Choose which result is shown again."""

    title = "results"

    def __init__(self, desk: Desk, stage: StageHost, shown: Sequence[ShownBefore]) -> None:
        super().__init__(desk, stage)
        self.shown: Mapping[str, ShownBefore] = {each.key: each for each in shown}
        self.pick = Pick([Option(each.key, each.title, tag=number_tag(n)) for n, each in enumerate(shown, 1)])

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.results.lead"))
        yield self.pick

    def actions(self) -> Sequence[Action]:
        return [
            self.action("choose", "enter", self._choose, 1),
            self.action("close", "escape", self.stage.close_panel, 2),
            *pointing(self.pick, tab=True),
            *number_choices(self.pick, self._show),
        ]

    async def _choose(self) -> None:
        if self.pick.chosen:
            await self._show(self.pick.chosen.id)

    async def _show(self, key: str) -> None:
        await self.stage.close_panel()
        await Replay(self.stage, self.shown[key]).open()
