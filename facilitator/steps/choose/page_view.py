"""The pages of a choice: what they share, thinking first, and what is let go of for one more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size

from facilitator.steps.choose.commands import chosen_of, swap
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.options import Choosable, about_sets, offered
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import BLANK, Option, Say

THINK: Final = "think"
"""Everyone for themselves, before anyone points: who sees others choose, follows them (docs/domain.md P4)."""
CHOOSE: Final = "choose"
SWAP: Final = "swap/"
"""Before what is wished for on the page that asks what is let go of for it."""
LEFT: Final = "left"
DIFFERS: Final = "differs"
NONE: Final = "none"
"""The line, and the page, of choosing nothing."""
ON: Final = "on"
OWN: Final = "own"
"""The line on which the group adds what it calls it itself."""
FEW: Final = 9
"""So many things have a digit to choose them by."""
CHOSEN, OPEN = "●", "○"


class ChooseView(StepView[ChooseStep]):
    """What the pages share: what is offered, what is chosen, and in which order the pages come."""

    room = "choose"

    @property
    def pages(self) -> Sequence[str]:
        """The pages in order; what was left is only asked when something was, and never among answers."""
        left = len(self.chosen) < len(self.offered) or self.own_page == LEFT
        return [THINK, CHOOSE, *([LEFT] if left and not self.is_answer else []), DIFFERS]

    @property
    def is_answer(self) -> bool:
        """Whether the choice says how it is here: out of given answers, of which none is left waiting."""
        return self.step.among == "options"

    @property
    def offered(self) -> list[Choosable]:
        """What can be chosen, as it reads now."""
        return offered(self.desk.state, self.key, self.step, self.t)

    @property
    def chosen(self) -> list[str]:
        return chosen_of(self.desk.state, self.key, self.offered)

    def heading(self) -> str:
        return self.t("choose.heading", n=len(self.chosen), most=self.step.most)

    def digits(self) -> dict[str, int]:
        """Give the number by which each can be chosen: its own or its place; of many things none."""
        found = self.offered
        own = [choosable.number for choosable in found if 0 < choosable.number <= FEW]
        if len(set(own)) == len(found):
            return {choosable.name: choosable.number for choosable in found}
        return (
            {choosable.name: place for place, choosable in enumerate(found, 1)} if len(found) <= FEW else {}
        )

    def line(self, choosable: Choosable, mark: str = "") -> Option:
        """Give something to choose as a line: its mark, its number, and how it reads."""
        number = self.digits().get(choosable.name, 0)
        tag = "  ".join(part for part in (mark, str(number) if number else "") if part)
        text = Content.styled(choosable.text, "bold") if mark == CHOSEN else choosable.text
        end = (choosable.more if self.wide else "") or choosable.beside
        return Option(choosable.name, text, end, tag=tag)

    def aired(self, options: Sequence[Option]) -> list[Option]:
        """Give the lines with a blank one between them where there is room for that."""
        if not self.tall or len(options) > FEW:
            return list(options)
        return [line for option in options for line in (option, BLANK)][:-1]


class NothingView(ChooseView):
    """There is nothing to choose from; that holds nobody up."""

    @property
    def pages(self) -> Sequence[str]:
        return [NONE]

    def heading(self) -> str:
        return ""

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.title)
        yield Say(self.t(f"choose.nothing.{self.step.among}"))

    def shows(self, _page: str) -> bool:
        return not self.offered


class WholeLines(Lines):
    """All lines, however many there are: the view scrolls."""

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._rows(width))


class ThinkView(ChooseView):
    """Everyone chooses for themselves first, or talks in pairs; nobody points yet."""

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.list = WholeLines()
        self.list.pointing = False
        self.sources = Say(classes="quiet gap")

    def heading(self) -> str:
        return ""

    def compose(self) -> ComposeResult:
        pairs = f"   {self.t('choose.in_pairs')}"
        yield LargeSay(Content.assemble(self.t("choose.think"), (pairs, "$quiet not bold")))
        yield Say(self.step.text, classes="below")
        yield self.list
        yield self.sources

    def show(self) -> None:
        self.list.put(self.aired([self.line(choosable) for choosable in self.offered]))
        about = about_sets(self.desk.state, self.offered, self.t) if self.step.among == "sets" else []
        self.sources.say("\n".join(about))

    def actions(self) -> Sequence[Action]:
        return [self.action("choose_now", "enter", self.on, 1), self.way_back()]


class SwapView(ChooseView):
    """One more than the cap: what is let go of for it? Never done silently."""

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.wish = self.own_page.removeprefix(SWAP)
        self.wished = Say(classes="below")
        self.list = Lines()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("choose.let_go_of"))
        yield self.wished
        yield self.list

    def show(self) -> None:
        texts = {choosable.name: choosable.text for choosable in self.offered}
        self.wished.say(self.t("choose.wish", text=texts.get(self.wish, "")))
        lines = [self.line(choosable, CHOSEN) for choosable in self.offered if choosable.name in self.chosen]
        self.list.put([*self.aired(lines), BLANK, Option(NONE, self.t("choose.keep_these"))])

    def actions(self) -> Sequence[Action]:
        pointed = self.list.chosen.id if self.list.chosen else NONE
        act = self.action("swap", "enter space", partial(self._swap, pointed), 1)
        if pointed == NONE:
            act = self.action("keep_these", "enter space", partial(self.go, CHOOSE), 1)
        digits = [
            self.action("swap", str(number), partial(self._swap, name), 0)
            for name, number in self.digits().items()
            if name in self.chosen
        ]
        away = self.action("keep_these", "left escape", partial(self.go, CHOOSE), 2)
        return [act, away, *digits, *pointing(self.list, self.stage.refresh_view)]

    async def _swap(self, out: str) -> None:
        outcome = swap(self.desk.state, self.desk.kinds, self.key, self.offered, self.wish, out)
        if await self.desk.act("choose.swapped", outcome):
            await self.go(CHOOSE)
        else:
            self.stage.refresh_view()
