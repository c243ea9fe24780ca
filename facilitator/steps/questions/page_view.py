"""The pages around the questions of a step: all at once before them, and who differs after them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.questions.commands import (
    add,
    answers_to,
    asked,
    nobody_differs,
    things,
)
from facilitator.steps.questions.kind import Answer, Question, QuestionsStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import number_choices, number_tag, pointing
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Option, Say

START: Final = ""
"""The page where small groups see all questions at once; without groups it is the first question."""
DIFFERS: Final = "?differs"
"""The page that asks who sees it differently. No question can have this id."""


AFTER: Final = "?after/"
"""Before a thing: the page where another can be chosen, after the questions about this one."""


def pages_of(
    questions: Sequence[Question], *, groups: bool, things: Collection[str] = (), about: str | None = None
) -> list[str]:
    """Give the pages of a step in order, but for the last one, which is not always asked.

    Where there are things to be asked about, they are chosen first; ``about``: the one that was.
    """
    start = [START] if things or (groups and len(questions) > 1) else []
    here = [] if things and about is None else questions
    return [*start, *(page_of(question, about) for question in here)]


def page_of(question: Question, about: str | None) -> str:
    """Give the page of a question, about one thing where the group chose one."""
    return f"{about}/{question.id}" if about else question.id


def about_of(page: str, things: Collection[str]) -> str | None:
    """Give what a page is about, of the things there are."""
    name = page.removeprefix(AFTER).partition("/")[0]
    return name if name in things else None


class QuestionsView(StepView[QuestionsStep]):
    """What the pages share: what is asked, and in which order they come."""

    room = "questions"

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        self.questions = asked(self.desk.state, self.use, self.step)
        self.things = things(self.desk.state, self.use, self.step)
        self.thing = about_of(self.made_for, self.things)
        """What this page is about, where the group chose that."""

    @property
    def pages(self) -> Sequence[str]:
        """Every page; before the group leaves it is asked once who sees it differently."""
        asks = self.own_page == DIFFERS or (self.step.differs and nobody_differs(self.desk.state, self.key))
        pages = pages_of(self.questions, groups=self.step.groups, things=self.things, about=self.thing)
        return [*pages, *([DIFFERS] if asks else [])]

    def make_answer(
        self, question: str, about: str | None, state: State, name: str, line: str, *, differs: bool
    ) -> Outcome:
        """Give what writes a line down under a question."""
        answer = Answer(id=name, question=question, about=about, text=line, differs=differs)
        return add(state, self.desk.kinds, self.key, answer)

    def mark(self, answer: Answer) -> str:
        return f"≠ {self.t('questions.differs')}" if answer.differs else ""


class StartView(QuestionsView):
    """All questions at once, so that each small group can take one."""

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        self.list = Lines()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.text or self.t("questions.groups"))
        yield self.list

    def show(self) -> None:
        self.list.put(
            [
                Option(question.id, question.text, self._count(question), tag=number_tag(n))
                for n, question in enumerate(self.questions, 1)
            ]
        )

    def _count(self, question: Question) -> str:
        count = len(answers_to(self.desk.state, self.key, question.id))
        return self.t("questions.count", n=count) if count else ""

    def actions(self) -> Sequence[Action]:
        return [
            self.action("open", "enter", self._open, 1),
            self.way_back(),
            *number_choices(self.list, self.go),
            *pointing(self.list, tab=True),
        ]

    async def _open(self) -> None:
        if self.list.chosen:
            await self.go(self.list.chosen.id)


class AnswersDifferView(QuestionsView, FormView):
    """Who sees it differently? Asked once, before a group leaves that agreed on everything."""

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        self.list = Lines()
        self.entry = Field("differs", "   ≠", hint=self.t("questions.type_differs"))
        self.form = {"differs": self.entry}

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("questions.who_differs"))
        yield self.list
        yield Say(" ")
        yield self.entry

    def show(self) -> None:
        lines: list[Option] = []
        for thing in self.things or [None]:
            told = [part for question in self.questions for part in self._told(question, thing)]
            named = [Option("", self.things[thing], heading=True)] if thing and told else []
            lines += [*named, *told]
        self.list.put(lines)

    def _told(self, question: Question, about: str | None) -> list[Option]:
        """Give a question with its answers under it; nothing while there are none."""
        given = answers_to(self.desk.state, self.key, question.id, about)
        lines = [Option(answer.id, f"– {answer.text}", self.mark(answer), heading=True) for answer in given]
        return [Option(page_of(question, about), question.text), *lines] if given else []

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            offered = [
                self.action("type", "enter escape tab", partial(self.type_in, self.entry), 1),
                self.way_back(),
            ]
        elif self.entry.value:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            offered = [self.way_on(), self.way_back()]
        up, down = pointing(self.list)
        several = sum(not option.heading for option in self.list.options) > 1
        return [
            *offered,
            self.action("choose", "up", up.run, 3 if several else 0),
            down,
            self.leave_action(),
        ]

    def entering(self) -> EntryForm | None:
        page = self.list.chosen.id if self.list.chosen else self.questions[-1].id
        about = about_of(page, self.things)
        make = partial(self.make_answer, page.rpartition("/")[2], about, differs=True)
        return EntryForm("questions.differs_words", make, self.entry.limit) if self.field else None

    async def _keep(self) -> None:
        if await self.keep_typed(self.entry):
            self.entry.clear()
        self.stage.refresh_view()
