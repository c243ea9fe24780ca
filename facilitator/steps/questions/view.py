"""Open questions on the stage: one at a time, answered in the group's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.commands import Outcome
from facilitator.session.kept_words import newest_words
from facilitator.session.state import State
from facilitator.steps.questions.commands import (
    answers,
    answers_to,
    asked,
    cases,
    differ,
    remove,
    reword,
    things,
)
from facilitator.steps.questions.kind import ABOVE, Answer, QuestionsStep
from facilitator.steps.questions.page_view import (
    AFTER,
    DIFFERS,
    START,
    AnswersDifferView,
    QuestionsView,
    StartView,
    about_of,
    pages_of,
)
from facilitator.steps.questions.things_view import ThingsView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.screen_sizes import NARROW
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Say, broken


class QuestionView(QuestionsView, GatherView[QuestionsStep]):
    """One question, large, with what was said so far and a line to type the next in."""

    def __init__(self, context: StepContext[QuestionsStep]) -> None:
        super().__init__(context)
        asks = self.own_page.rpartition("/")[2]
        self.number = [question.id for question in self.questions].index(asks)
        self.question = self.questions[self.number]
        self.subject = Say(classes="quiet below")
        self.hint = Say(classes="quiet below")
        self.how = Say(classes="below")
        self.entries = [Field("answer", hint=self.t("questions.type"), label_width=6)]
        self.enough = Say(classes="quiet gap")

    @property
    def about(self) -> str:
        return self.question.id

    @property
    def question_now(self) -> str:
        return self.question.text

    def heading(self) -> str:
        total = len(self.questions)
        return self.t("questions.heading", n=self.number + 1, total=total) if total > 1 else ""

    def compose(self) -> ComposeResult:
        yield self.subject
        yield LargeSay(self.question.text)
        yield self.hint
        yield self.how
        yield self.list
        yield from self.entries
        yield self.enough

    def _answers(self) -> list[Answer]:
        return answers_to(self.desk.state, self.key, self.question.id, self.thing)

    def lines(self) -> list[Option]:
        return [Option(answer.id, answer.text, self.mark(answer)) for answer in self._answers()]

    def show(self) -> None:
        super().show()
        self.subject.say(self._subject())
        given = self._answers()
        begun = bool(given or (self.small and self.entries[0].text))
        self.hint.say(self.question.hint if not (begun and self.small) else "")
        own_words = not begun and START not in self.pages
        self.how.say(self.step.text if own_words else "")
        self.enough.say(self._asks(given))

    def _asks(self, given: Sequence[Answer]) -> str:
        """Ask one thing at most: about how it is said, or whether it is enough."""
        newest = [] if self.question.others_say else [answer.text for answer in given[-1:]]
        enough = self.t("questions.enough", n=len(given)) if len(given) >= self.step.most else ""
        return self.ask_gently(*newest) or enough

    def status(self) -> str:
        """Say what was kept before; on other screens it stands above the question."""
        return " · ".join(self._kept()) if self.short and not self.small else ""

    def _kept(self) -> list[str]:
        return [
            f"{words.title}  {', '.join(line.text for line in words.lines if not line.differs)}"
            for words in newest_words(self.desk.state, self.desk.kinds, self.step.shows)
        ]

    def _subject(self) -> Content:
        """Give what stands above the question: what is shown, what was told before, what the group chose."""
        room = max(self.content_size.width, 1)
        told = cases(self.desk.state, self.use, self.step, self.question, self.thing)
        told += [self.things[self.thing]] if self.thing else []
        kept = [] if self.short and not self.small else self._kept()
        rows = [row for line in kept for row in _in_rows(line, room, ABOVE)]
        most = ABOVE
        if self.short and len(told) > 1:
            told, most = ["; ".join(told)], ABOVE + 1
        rows += [row for text in told for row in _in_rows(f"{self.t('questions.about')}  {text}", room, most)]
        return Content("\n").join(rows)

    # -- what can be done

    @property
    def _last(self) -> bool:
        return self.number == len(self.questions) - 1

    def way_on(self) -> Action:
        if self._last and self.thing and self.step.about_each:
            return self.action("another", "enter", self.on, 1)
        return self.action("on" if self._last else "next", "enter", self.on, 1)

    async def on(self) -> None:
        """Go to the next question, and after the last about one thing to the choice of another."""
        if self._last and self.thing and self.step.about_each:
            await self.go(f"{AFTER}{self.thing}")
        else:
            await super().on()

    def change(self, name: str) -> Sequence[Action]:
        say_otherwise, take_out = super().change(name)
        return [say_otherwise, self.action("differ", "v", partial(self._differ, name), 3), take_out]

    did = "questions.answer"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return self.make_answer(self.question.id, self.thing, state, name, values[0], differs=False)

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
    page, state, step = context.page, context.state, context.step
    there = things(state, context.use, step)
    about = about_of(page, there)
    if about and page.startswith(AFTER):
        return ThingsView(context)
    pages = pages_of(asked(state, context.use, step), groups=step.groups, things=there, about=about)
    if page not in pages and not (page == DIFFERS and answers(state, context.key)):
        page = pages[0]
    start = ThingsView if there else StartView
    return {START: start, DIFFERS: AnswersDifferView}.get(page, QuestionView)(context.at(page))


def _in_rows(text: str, room: int, most: int) -> list[Content]:
    """Give a text in the rows there are for it; a longer one ends where these end."""
    if room < NARROW:  # there one scrolls, and the bar at the right takes room
        return [Content(text)]
    rows = broken(Content(text), room)
    more = [rows[most - 1].truncate(room - 2), Content(" …")] if len(rows) > most else []
    return [*rows[: most - 1], Content.assemble(*more)] if more else rows


VIEW: Final = KindView(QuestionsStep, view_of)
