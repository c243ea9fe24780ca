"""Going through what was brought up one by one, and then what came out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows, answer_row
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say

RESULT: Final = "result"
"""The page on which is read what came out."""


class OneByOneView(ItemsView):
    """One thing at a time, large, with a few answers under digits; then what came out of it all.

    Pages: what is at hand, and ``RESULT``.
    """

    follows = True

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.name_line = Say(classes="ask")
        self.detail_line = Say(classes="quiet")
        self.choices = HangingRows(classes="gap")
        self.between = Say()
        self.question = Say(classes="ask gap")
        self.made_for = self.first()
        self._shown = ""
        """What was shown last: coming to what came out, its first line is pointed at."""

    # -- what it is about

    @property
    @abstractmethod
    def turn(self) -> list[str]:
        """What is gone through, in order."""

    @property
    @abstractmethod
    def answers(self) -> Sequence[str]:
        """What can be answered, in the order of the digits."""

    @abstractmethod
    def chosen(self, name: str) -> str:
        """Give what was answered about something; empty when nothing was."""

    def first(self) -> str:
        """Give where the group begins, or goes on: the first about which nothing was said."""
        return next((name for name in self.turn if not self.chosen(name)), RESULT)

    def after(self, name: str) -> str:
        """Give where the group goes once something was said about this."""
        at = self.turn.index(name)
        later = [*self.turn[at + 1 :], *self.turn[:at]]
        return next((other for other in later if not self.chosen(other)), RESULT)

    @abstractmethod
    async def keep(self, name: str, answer: str) -> bool:
        """Keep an answer; tell whether it is kept."""

    @abstractmethod
    def result(self) -> ComposeResult:
        """Give the widgets of what came out; they take the height that is left."""

    @abstractmethod
    def show_result(self, *, came: bool) -> None:
        """Fill and show what came out, or hide it; ``came``: the group came here just now."""

    @property
    @abstractmethod
    def pointed(self) -> str | None:
        """The line of what came out that is pointed at."""

    # -- where we are

    @property
    def pages(self) -> Sequence[str]:
        return [*self.turn, RESULT]

    @property
    def nearest_page(self) -> str:
        return RESULT

    @property
    def who(self) -> str:
        """What is at hand: the page's, or else where the group was to begin."""
        return self.own_page

    @property
    def reading(self) -> bool:
        """Whether what came out is read."""
        return self.who == RESULT and bool(self.turn)

    @property
    def about(self) -> str:
        return "" if self.who == RESULT else self.who

    def heading(self) -> str:
        if self.who == RESULT:
            return ""
        return self.t("collect.progress", n=self.turn.index(self.who) + 1, total=len(self.turn))

    # -- what is shown

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.name_line
        yield self.detail_line
        yield self.choices
        yield self.between
        yield from self.result()
        yield self.question

    def show(self) -> None:
        came, self._shown = self._shown != self.who, self.who
        self.show_result(came=came)
        if not self.turn:
            self.lead.say(self.lead_text(begun=False))
            self.detail_line.say(self.t(f"collect.nothing.{self.step.among}"))
            return
        begun = any(self.chosen(name) for name in self.turn)
        self.lead.say(self.t(f"collect.result.{self.look}") if self.reading else self.lead_text(begun=begun))
        self.name_line.say("" if self.reading else self.text_of(self.who))
        self.detail_line.say("" if self.reading else self.detail_of(self.who))
        rows = [] if self.reading else self._choices()
        self.choices.put(rows)
        self.between.say(" " if rows else "")

    def detail_of(self, _name: str) -> str:
        """Give what stands quietly under what is at hand."""
        return ""

    def _choices(self) -> list[HangingRow]:
        return [
            answer_row(
                number,
                self.t(f"collect.answer.{self.look}.{answer}"),
                chosen=answer == self.chosen(self.who),
            )
            for number, answer in enumerate(self.answers, 1)
        ]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.turn:
            return [self.on_action(), self.back_action()]
        if self.reading:
            return [
                self.on_action(),
                self.way_back(),
                *(self._again() if self.pointed else []),
            ]
        return [
            self.action("next", "enter", partial(self.go_within, 1), 1),
            *(
                self.action(f"{self.look}_{answer}", str(number), partial(self._choose, answer), 0)
                for number, answer in enumerate(self.answers, 1)
            ),
            self.action("earlier", "up", partial(self.go_within, -1), 3),
            self.action("later", "down right", partial(self.go_within, 1), 4),
            self.way_back(),
        ]

    def _again(self) -> list[Action]:
        """Let a digit give the line that is pointed at another answer."""
        shown = f"1-{len(self.answers)}"
        return [
            Action("again", (str(n),), partial(self._change, answer), self.room, 3 if n == 1 else 0, shown)
            for n, answer in enumerate(self.answers, 1)
        ]

    async def _choose(self, answer: str) -> None:
        """Keep the answer and go to the next about which nothing was said, or to what came out."""
        name = self.who
        if await self.keep(name, answer):
            await self.go(self.after(name))
        self.stage.refresh_view()

    async def _change(self, answer: str) -> None:
        if self.pointed:
            await self.keep(self.pointed, answer)
        self.stage.refresh_view()
