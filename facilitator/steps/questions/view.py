"""Open questions on the stage: one at a time, answered in the group's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.questions.commands import answers, answers_to, asked, differ, remove, reword
from facilitator.steps.questions.kind import Answer, QuestionsStep
from facilitator.steps.questions.page_view import (
    DIFFERS,
    START,
    AnswersDifferView,
    QuestionsView,
    StartView,
    pages_of,
)
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Say


class QuestionView(QuestionsView, GatherView[QuestionsStep]):
    """One question, large, with what was said so far and a line to type the next in."""

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        self.number = [question.id for question in self.questions].index(self.own_page)
        self.question = self.questions[self.number]
        self.how = Say(classes="below")
        self.entries = [Field("answer", hint=self.t("questions.type"), label_width=6)]
        self.enough = Say(classes="quiet gap")

    @property
    def about(self) -> str:
        return self.question.id

    def heading(self) -> str:
        total = len(self.questions)
        return self.t("questions.heading", n=self.number + 1, total=total) if total > 1 else ""

    def compose(self) -> ComposeResult:
        yield Say(self.question.text, classes="lead")
        yield Say(self.question.hint, classes="quiet below")
        yield self.how
        yield self.list
        yield from self.entries
        yield self.enough

    def _answers(self) -> list[Answer]:
        return answers_to(self.desk.state, self.key, self.question.id)

    def lines(self) -> list[Option]:
        return [Option(answer.id, answer.text, self.mark(answer)) for answer in self._answers()]

    def show(self) -> None:
        super().show()
        given = len(self._answers())
        own_words = not given and START not in self.pages
        self.how.say(self.step.text if own_words else "")
        self.enough.say(self.t("questions.enough", n=given) if given >= self.step.most else "")

    # -- what can be done

    def way_on(self) -> Action:
        last = self.number == len(self.questions) - 1
        return self.action("on" if last else "next", "enter", self.on, 1)

    def change(self, name: str) -> Sequence[Action]:
        say_otherwise, take_out = super().change(name)
        return [say_otherwise, self.action("differ", "v", partial(self._differ, name), 3), take_out]

    did = "questions.answer"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return self.make_answer(self.question.id, state, name, values[0], differs=False)

    def text_of(self, name: str) -> str:
        return next(answer.text for answer in self._answers() if answer.id == name)

    async def reword(self, name: str, text: str) -> bool:
        outcome = reword(self.desk.state, self.desk.kinds, self.key, name, text)
        return await self.desk.act("questions.reword", outcome)

    async def take_line(self, name: str) -> None:
        outcome = remove(self.desk.state, self.desk.kinds, self.key, name)
        await self.desk.act("questions.remove", outcome)

    async def _differ(self, name: str) -> None:
        outcome = differ(self.desk.state, self.desk.kinds, self.key, name)
        await self.desk.act("questions.differ", outcome)
        self.stage.refresh_view()


def view_of(context: StepContext[QuestionsStep]) -> QuestionsView:
    """Give the view of the page that the group is at."""
    page, state = context.page, context.state
    pages = pages_of(asked(state, context.use, context.step), groups=context.step.groups)
    if page not in pages and not (page == DIFFERS and answers(state, context.key)):
        page = pages[0]
    return {START: StartView, DIFFERS: AnswersDifferView}.get(page, QuestionView)(context.at(page))


VIEW: Final = KindView(QuestionsStep, view_of)
