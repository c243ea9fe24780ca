"""What the questions are about: the group chooses one of the things it brought up before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.steps.questions.commands import answers, is_one_sided, nobody_differs, which
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.steps.questions.page_view import DIFFERS, QuestionsView, page_of
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import number_choices, number_tag, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

ON: Final = "on"
"""The line of who asks about nothing more. No entry has an id this short."""


class ThingsView(QuestionsView):
    """A list to choose from, each thing with how much was said about it; the last line goes on.

    Who comes back after the questions about one thing finds the next pointed at.
    """

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        self.list = Lines()

    def compose(self) -> ComposeResult:
        yield LargeSay(which(self.step, self.t))
        yield Say(self.step.text, classes="below")
        yield self.list

    @property
    def pages(self) -> Sequence[str]:
        asks = self.step.differs and nobody_differs(self.desk.state, self.key)
        return [self.own_page, *([DIFFERS] if asks else [])]

    def show(self) -> None:
        first = not self.list.options
        options = [
            Option(name, text, self._beside(name), tag=number_tag(n))
            for n, (name, text) in enumerate(self.things.items(), 1)
        ]
        on = Option(ON, self.t("questions.enough_about"))
        self.list.put([*options, BLANK, on], at=self._begin() if first else None)

    def _count(self, name: str) -> int:
        return sum(answer.about == name for answer in answers(self.desk.state, self.key))

    def _beside(self, name: str) -> str:
        count = self._count(name)
        said = self.t("questions.count", n=count) if count else ""
        side = self.t("questions.one_side") if is_one_sided(self.desk.state, name) else ""
        return " · ".join(part for part in (said, side) if part)

    def _begin(self) -> str:
        """Give where the group begins: at a thing nothing was said about, after the one it comes from."""
        names = list(self.things)
        if self.thing is None:
            told = [name for name in names if self._count(name)] if self.step.about_one else []
            return next(iter(told or names))
        later = names[names.index(self.thing) + 1 :]
        return next((name for name in later if not self._count(name)), ON)

    def actions(self) -> Sequence[Action]:
        pointed = self.list.chosen.id if self.list.chosen else ON
        return [
            self.way_on() if pointed == ON else self.action("open", "enter", self._open_pointed, 1),
            self.way_back(),
            *number_choices(self.list, self._open),
            *pointing(self.list, self.stage.refresh_view, tab=True),
        ]

    async def _open_pointed(self) -> None:
        if self.list.chosen:
            await self._open(self.list.chosen.id)

    async def _open(self, name: str) -> None:
        await self.go(page_of(self.questions[0], name))
