"""What the group brings up: a page per question, typed in the words in which it is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome, put
from facilitator.session.items import items_gathered, items_now
from facilitator.session.provenance import say_origin
from facilitator.session.registers import Item
from facilitator.session.state import State
from facilitator.steps.collect.commands import change
from facilitator.steps.collect.findings import gather_question, speaking
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.steps.collect.wording import question
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

OTHERS: Final = "-others"
"""After the number of a question: the page for everyone, where one perspective spoke first."""


def number_of(step: CollectStep, page: str) -> int:
    """Give which question a page is about, from 0; an unknown page is the first."""
    number = page.removesuffix(OTHERS)
    return int(number) - 1 if number.isdecimal() and 0 < int(number) <= len(step.prompts) else 0


def prompt_page(step: CollectStep, page: str) -> str:
    """Give the page that is shown for this one: an unknown page is the first."""
    others = bool(step.first) and page.endswith(OTHERS)
    return f"{number_of(step, page) + 1}{OTHERS if others else ''}"


class PromptView(ItemsView, GatherView[CollectStep]):
    """One question with what was said so far and a line to type the next in. Nobody is asked for a theme."""

    b_is_own = True

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.number = number_of(self.step, self.own_page)
        self.others = self.own_page.endswith(OTHERS)
        self.prompt = self.step.prompts[self.number]
        self.speaks = Say(classes="ask below")
        self.how = Say(classes="below")
        self.entries = [Field("item", hint=self.t("collect.type"), label_width=6)]
        self.question = Say(classes="quiet gap")

    # -- where we are

    @property
    def pages(self) -> Sequence[str]:
        """Every page there is now: without the perspective that speaks first, a question has one."""
        turns = ["", OTHERS] if self.others or self._speaking in {"apart", "together"} else [""]
        return [f"{number}{turn}" for number in range(1, len(self.step.prompts) + 1) for turn in turns]

    @property
    def about(self) -> str:
        return self.prompt.sort

    @property
    def first(self) -> str:
        """The perspective that speaks now while the others listen; empty when everyone may speak."""
        return "" if self.others or self._speaking == "absent" else self.step.first or ""

    @property
    def _speaking(self) -> str:
        return speaking(self.desk.state, self.step.first) if self.step.first else ""

    def heading(self) -> str:
        total = len(self.step.prompts)
        return self.t("collect.heading", n=self.number + 1, total=total) if total > 1 else ""

    # -- what is shown

    def compose(self) -> ComposeResult:
        yield self.speaks
        yield LargeSay(self.prompt.text)
        yield Say(self.prompt.hint, classes="quiet below")
        yield self.how
        yield self.list
        yield from self.entries
        yield self.question

    def _items(self) -> dict[str, Item]:
        """Give what stands on this page: what was said before stays away while one perspective begins."""
        found = items_now if self.first else items_gathered
        return found(self.desk.state, [self.prompt.sort], self.use)

    def lines(self) -> list[Option]:
        state = self.desk.state
        return [
            Option(name, item.text, _behind(say_origin(name, state, self.t, item.perspective), item.where))
            for name, item in self._items().items()
        ]

    def show(self) -> None:
        super().show()
        here = items_now(self.desk.state, [self.prompt.sort], self.use)
        self.speaks.say(self._who_speaks())
        self.how.say(self.step.text if not here and self.number == 0 and not self.others else "")
        self.question.say(self._question())

    def _who_speaks(self) -> str:
        if self.step.unsigned:
            return self.t("collect.unsigned")
        if not self.step.first:
            return ""
        speaks = "others" if self.others else "absent" if self._speaking == "absent" else "first"
        return self.t(f"collect.speaks.{speaks}", group=self._title(self.step.first))

    def _title(self, perspective: str) -> str:
        found = self.desk.state.scenario.perspective(perspective)
        return found.title if found else perspective

    def _question(self) -> str:
        """Ask one thing at most: about how it is said, whether it is enough, or where to begin."""
        newest = list(items_now(self.desk.state, [self.prompt.sort], self.use).values())[-1:]
        if gently := self.ask_gently(*(item.text for item in newest)):
            return gently
        asked = gather_question(self.desk.state, self.use, self.step, self.number)
        if asked is None and self.first and self._speaking == "together":
            here = self.desk.state.people.get(self.first, 0)
            return self.t("collect.kept_together", n=here, group=self._title(self.first)) if here else ""
        return question(asked, self.t)

    # -- what can be done

    def way_on(self) -> Action:
        after = self.beside(1)
        name = "on" if after is None else "to_others" if after.endswith(OTHERS) else "next"
        return self.action(name, "enter", self.on, 1)

    def change(self, name: str) -> Sequence[Action]:
        whose = [self.action("perspective", "b", partial(self._whose, name), 3)]
        where = self.action("where", "s", partial(self.ask_where, name), 3)
        return [*super().change(name), where, *(whose if self._speaking == "apart" else [])]

    did = "collect.said"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        """Write a line down; from whom it is only where so many are here that it points at nobody."""
        kept = self.first if self._speaking == "apart" else ""
        item = Item(text=values[0], sort=self.prompt.sort, perspective=kept or None, use=self.use.id)
        return put(state, "items", name, item)

    async def _whose(self, name: str) -> None:
        """Say that a line is from the perspective that spoke first, or that it is from anyone."""
        theirs = None if self._items()[name].perspective else self.step.first
        outcome = change(self.desk.state, "items", name, perspective=theirs)
        await self.desk.act("collect.perspective", outcome)
        self.stage.refresh_view()


def _behind(*said: str) -> str:
    """Give what stands quietly behind a line."""
    return " · ".join(part for part in said if part)
