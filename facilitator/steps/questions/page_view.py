"""The pages around the questions of a step: all at once before them, and who differs after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.questions.commands import (
    add,
    answers_to,
    asked,
    nobody_differs,
)
from facilitator.steps.questions.kind import Answer, Question, QuestionsStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

START: Final = ""
"""The page where small groups see all questions at once; without groups it is the first question."""
DIFFERS: Final = "?differs"
"""The page that asks who sees it differently. No question can have this id."""


def pages_of(questions: Sequence[Question], *, groups: bool) -> list[str]:
    """Give the pages of a step in order, but for the last one, which is not always asked."""
    start = [START] if groups and len(questions) > 1 else []
    return [*start, *(question.id for question in questions)]


class QuestionsView(StepView):
    """What the pages share: the way on and back between them."""

    room = "questions"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.asks = cast("QuestionsStep", step)
        self.own_page = page
        self.questions = asked(desk.state, use, self.asks)
        self.pages = pages_of(self.questions, groups=self.asks.groups)

    def shows(self, page: str) -> bool:
        return page == self.own_page or (
            page not in {*self.pages, DIFFERS} and self.own_page == self.pages[0]
        )

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    def back_action(self) -> Action:
        if self.own_page == self.pages[0]:
            return super().back_action()
        return self.action("back", "left", self._back, 2)

    async def _back(self) -> None:
        at = len(self.pages) if self.own_page == DIFFERS else self.pages.index(self.own_page)
        await self.stage.go_to(self.key, self.pages[at - 1])

    async def _on(self) -> None:
        """Go to the next page; before the group leaves, ask once who sees it differently."""
        order = [*self.pages, DIFFERS] if nobody_differs(self.desk.state, self.key) else self.pages
        after = [*order, ""][order.index(self.own_page) + 1] if self.own_page in order else ""
        if after:
            await self.stage.go_to(self.key, after)
        else:
            await self.stage.go_on()

    def entering_of(self, question: str, entry: Field, *, differs: bool = False) -> EntryForm:
        """How a line under a question is written down."""

        def make(state: State, name: str, line: str) -> Outcome:
            answer = Answer(id=name, question=question, text=line, differs=differs)
            return add(state, self.desk.kinds, self.key, answer)

        did = "questions.differs_words" if differs else "questions.answer"
        return EntryForm(did, make, entry.limit)

    def mark(self, answer: Answer) -> str:
        return f"≠ {self.t('questions.differs')}" if answer.differs else ""


class StartView(QuestionsView):
    """All questions at once, so that each small group can take one."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.list = Lines(numbered=True)

    def compose(self) -> ComposeResult:
        yield Say(self.step.text or self.t("questions.groups"), classes="lead")
        yield self.list

    def show(self) -> None:
        self.list.put(
            [Option(question.id, question.text, self._count(question)) for question in self.questions]
        )

    def _count(self, question: Question) -> str:
        count = len(answers_to(self.desk.state, self.key, question.id))
        return self.t("questions.count", n=count) if count else ""

    def actions(self) -> Sequence[Action]:
        return [
            self.action("open", "enter", self._open, 1),
            self.back_action(),
            Action("up", ("up",), self._up, "kit", 0),
            Action("down", ("down", "tab"), self._down, "kit", 0),
        ]

    async def _open(self) -> None:
        if self.list.chosen:
            await self.stage.go_to(self.key, self.list.chosen.id)

    async def _up(self) -> None:
        self.list.move(-1)

    async def _down(self) -> None:
        self.list.move(1)


class AnswersDifferView(QuestionsView):
    """Who sees it differently? Asked once, before a group leaves that agreed on everything."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.list = Lines()
        self.entry = Field("differs", "   ≠", hint=self.t("questions.type_differs"))

    def compose(self) -> ComposeResult:
        yield Say(self.t("questions.who_differs"), classes="lead")
        yield self.list
        yield Say(" ")
        yield self.entry

    def on_mount(self) -> None:
        self.load(self.entry)
        self.enter_field(self.entry)

    def show(self) -> None:
        lines: list[Option] = []
        for question in self.questions:
            given = answers_to(self.desk.state, self.key, question.id)
            if given:
                lines.append(Option(question.id, question.text))
                lines += [
                    Option(answer.id, f"– {answer.text}", self.mark(answer), heading=True) for answer in given
                ]
        self.list.put(lines)

    def edited(self, _field: Field) -> None:
        self.stage.refresh_view()

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            offered = [self.action("type", "enter escape tab", self._type, 1), self.back_action()]
        elif self.entry.value:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            offered = [self.action("on", "enter", self._on, 1), self.back_action()]
        several = sum(not option.heading for option in self.list.options) > 1
        return [
            *offered,
            self.action("choose", "up", self._up, 3 if several else 0),
            Action("down", ("down",), self._down, "kit", 0),
            self.action("leave", "escape", self._leave, 0),
        ]

    async def _type(self) -> None:
        self.enter_field(self.entry)

    async def _leave(self) -> None:
        self.enter_field(None)

    def entering(self) -> EntryForm | None:
        question = self.list.chosen.id if self.list.chosen else self.questions[-1].id
        return self.entering_of(question, self.entry, differs=True) if self.field else None

    async def _keep(self) -> None:
        if await self.keep_typed(self.entry):
            self.entry.clear()
        self.stage.refresh_view()

    async def _up(self) -> None:
        self.list.move(-1)

    async def _down(self) -> None:
        self.list.move(1)
