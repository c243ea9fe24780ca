"""What the group brings up: a page per question, typed in the words in which it is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome, put
from facilitator.session.registers import Item
from facilitator.session.state import State
from facilitator.steps.collect.commands import change
from facilitator.steps.collect.findings import gather_question, items_of, speaking
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.steps.collect.wording import question
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Say

OTHERS: Final = "-others"
"""After the number of a question: the page for everyone, where one perspective spoke first."""


def number_of(step: CollectStep, page: str) -> int:
    """Give which question a page is about, from 0; an unknown page is the first."""
    number = page.removesuffix(OTHERS)
    return int(number) - 1 if number.isdecimal() and 0 < int(number) <= len(step.prompts) else 0


class PromptView(ItemsView, GatherView):
    """One question with what was said so far and a line to type the next in. Nobody is asked for a theme."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.number = number_of(self.asks, page)
        self.others = bool(self.asks.first) and page.endswith(OTHERS)
        self.prompt = self.asks.prompts[self.number]
        self.speaks = Say(classes="ask below")
        self.how = Say(classes="below")
        self.entry = Field("item", hint=self.t("collect.type"), label_width=6)
        self.entries = [self.entry]
        self.did = "collect.said"
        self.question = Say(classes="quiet gap")

    # -- where we are

    @property
    def own_page(self) -> str:
        return f"{self.number + 1}{OTHERS if self.others else ''}"

    def shows(self, page: str) -> bool:
        others = bool(self.asks.first) and page.endswith(OTHERS)
        return (number_of(self.asks, page), others) == (self.number, self.others)

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    @property
    def about(self) -> str:
        return self.prompt.sort

    @property
    def first(self) -> str:
        """The perspective that speaks now while the others listen; empty when everyone may speak."""
        return "" if self.others or self._speaking == "absent" else self.asks.first or ""

    @property
    def _speaking(self) -> str:
        return speaking(self.desk.state, self.asks.first) if self.asks.first else ""

    def heading(self) -> str:
        total = len(self.asks.prompts)
        return self.t("collect.heading", n=self.number + 1, total=total) if total > 1 else ""

    @property
    def _pages(self) -> list[str]:
        """Every page there is now: without the perspective that speaks first, a question has one."""
        turns = ["", OTHERS] if self._speaking in {"apart", "together"} else [""]
        return [f"{number}{turn}" for number in range(1, len(self.asks.prompts) + 1) for turn in turns]

    def _beside(self, by: int) -> str:
        """Give the page after this one or before it; empty where there is none."""
        pages = self._pages
        here = self.own_page if self.own_page in pages else self.own_page.removesuffix(OTHERS)
        at = pages.index(here) + by
        return pages[at] if 0 <= at < len(pages) else ""

    # -- what is shown

    def compose(self) -> ComposeResult:
        yield self.speaks
        yield Say(self.prompt.text, classes="lead")
        yield Say(self.prompt.hint, classes="quiet below")
        yield self.how
        yield self.list
        yield self.entry
        yield self.question

    def _items(self) -> dict[str, Item]:
        return items_of(self.desk.state, [self.prompt.sort])

    def lines(self) -> list[Option]:
        return [Option(name, item.text, self._from(item)) for name, item in self._items().items()]

    def show(self) -> None:
        super().show()
        here = self._items()
        self.speaks.say(self._who_speaks())
        self.how.say(self.step.text if not here and self.number == 0 and not self.others else "")
        self.entry.label = f"  {len(here) + 1:>2}"
        self.entry.refresh(layout=True)
        self.question.say(self._question())

    def _who_speaks(self) -> str:
        if self.asks.unsigned:
            return self.t("collect.unsigned")
        if not self.asks.first:
            return ""
        speaks = "others" if self.others else "absent" if self._speaking == "absent" else "first"
        return self.t(f"collect.speaks.{speaks}", group=self._title(self.asks.first))

    def _title(self, perspective: str) -> str:
        found = self.desk.state.scenario.perspective(perspective)
        return found.title if found else perspective

    def _from(self, item: Item) -> str:
        return self._title(item.perspective) if item.perspective else ""

    def _question(self) -> str:
        """Ask one thing at most: about how it is said, whether it is enough, or where to begin."""
        asked = gather_question(self.desk.state, self.asks, self.number)
        if asked is None and self.first and self._speaking == "together":
            here = self.desk.state.people.get(self.first, 0)
            return self.t("collect.kept_together", n=here, group=self._title(self.first)) if here else ""
        return question(asked, self.t)

    # -- what can be done

    def way_on(self) -> Action:
        after = self._beside(1)
        name = "to_others" if after.endswith(OTHERS) else "next" if after else "on"
        return self.action(name, "enter", self.on, 1)

    def back_action(self) -> Action:
        if not self._beside(-1):
            return super().back_action()
        return self.action("back", "left", self._back, 2)

    def change(self, name: str) -> Sequence[Action]:
        whose = [self.action("perspective", "b", partial(self._whose, name), 3)]
        return [*super().change(name), *(whose if self._speaking == "apart" else [])]

    async def on(self) -> None:
        if self._beside(1):
            await self.stage.go_to(self.key, self._beside(1))
        else:
            await self.stage.go_on()

    async def _back(self) -> None:
        await self.stage.go_to(self.key, self._beside(-1))

    def make(self, state: State, name: str, *values: str) -> Outcome:
        """Write a line down; from whom it is only where so many are here that it points at nobody."""
        kept = self.first if self._speaking == "apart" else ""
        return put(
            state, "items", name, Item(text=values[0], sort=self.prompt.sort, perspective=kept or None)
        )

    async def _whose(self, name: str) -> None:
        """Say that a line is from the perspective that spoke first, or that it is from anyone."""
        theirs = None if self._items()[name].perspective else self.asks.first
        outcome = change(self.desk.state, "items", name, perspective=theirs)
        await self.desk.act("collect.perspective", outcome)
        self.stage.refresh_view()
