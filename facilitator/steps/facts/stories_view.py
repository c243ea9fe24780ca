"""Stories on the stage, told so that nobody can be found in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.facts.commands import next_teller, reword_story, take_out, tell_story
from facilitator.steps.facts.findings import Private, large_enough, private
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsGatherView
from facilitator.steps.facts.wording import teller
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

LONGEST_STORY: Final = 220
"""Characters; with these a story and what it lies beside fit on the smallest screen."""


class StoriesView(FactsGatherView):
    """Every story, and a field for the next one. What one person may be found by is asked about, once."""

    b_is_own = True

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.careful = Say(classes="quiet gap")
        self.question = Say(classes="ask gap")
        self.there = frozenset(self.desk.state.stories())
        """The stories that lay here when the group came."""
        self.entries = [Field("story", hint=self.t("facts.hint.story"), label_width=6, limit=LONGEST_STORY)]
        self.asked_about = ""
        """The text about which was asked whether someone can be found in it."""

    def under(self) -> ComposeResult:
        yield self.question
        yield self.careful

    def lines(self) -> list[Option]:
        state = self.desk.state
        return [
            Option(name, story.text, self._told_from(story.perspective))
            for name, story in state.stories().items()
        ]

    def _told_from(self, perspective: str | None) -> str:
        title = teller(self.desk.state, perspective)
        return self.t("facts.told_from", who=title) if title else ""

    def show(self) -> None:
        super().show()
        count = len(self.list.options)
        asked = self._private(self.entries[0].value) if self._is_asked() else None
        self.question.say(self.t(f"facts.private.{asked}") if asked else "")
        enough = self.t("facts.enough.stories", n=count) if count > self.step.most else ""
        from_whom = self.t("facts.from_whom") if count and self._may_be_told_from() else ""
        self.careful.say("" if asked else (enough or from_whom) if count else self.t("facts.careful"))

    def _may_be_told_from(self) -> bool:
        """Whether the story that was told last may still say from whom: not one that lay here already."""
        name, story = list(self.desk.state.stories().items())[-1]
        asked = name not in self.there and story.perspective is None
        return asked and bool(large_enough(self.desk.state))

    def _private(self, text: str) -> Private | None:
        return private(text, self.today)

    def _is_asked(self) -> bool:
        return bool(self.asked_about) and self.entries[0].value == self.asked_about

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None and self._is_asked():
            return [self.action("keep_so", "enter", self._keep, 1), *list(super().actions())[1:]]
        return super().actions()

    did = "facts.story"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return tell_story(state, name, values[0])

    async def keep(self, values: Sequence[str]) -> bool:
        """Keep the story; first ask whether someone can be found in it, where it looks like that."""
        if self._private(values[0]) and not self._is_asked():
            self.asked_about = values[0]
            return False
        return await super().keep(values)

    def ask_about(self, lines: Sequence[str]) -> str:
        """Ask about the first story in which someone may be found: they are kept already."""
        asked = next((found for found in map(self._private, lines) if found), None)
        return self.t(f"facts.private.{asked}") if asked else ""

    def change(self, name: str) -> Sequence[Action]:
        if not large_enough(self.desk.state):
            return super().change(name)
        return [*super().change(name), self.action("teller", "b", partial(self._teller, name), 3)]

    async def _teller(self, name: str) -> None:
        await self.desk.act("facts.teller", next_teller(self.desk.state, name))
        self.stage.refresh_view()

    def text_of(self, name: str) -> str:
        return self.desk.state.stories()[name].text

    async def reword(self, name: str, text: str) -> bool:
        kept = await self.desk.act("facts.reworded", reword_story(self.desk.state, name, text))
        asked = self.ask_about([text]) if kept else ""
        if asked:
            self.stage.tell(asked)
        return kept

    async def take_line(self, name: str) -> None:
        await self.desk.act("facts.removed", take_out(self.desk.state, name))
