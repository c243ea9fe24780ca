"""Open questions on the stage: one at a time, answered in the group's own words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, cast

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
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
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Say


class QuestionView(QuestionsView):
    """One question, large, with what was said so far and a line to type the next in."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.number = [question.id for question in self.questions].index(page)
        self.question = self.questions[self.number]
        self.how = Say(classes="below")
        self.list = Lines(numbered=True)
        self.entry = Field("answer", hint=self.t("questions.type"), label_width=6)
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
        yield self.entry
        yield self.enough

    def on_mount(self) -> None:
        self.load(self.entry)
        self.enter_field(self.entry)

    def _answers(self) -> list[Answer]:
        return answers_to(self.desk.state, self.key, self.question.id)

    def show(self) -> None:
        given = self._answers()
        own_words = not given and START not in self.pages
        self.how.say(self.step.text if own_words else "")
        self.list.pointing = self.field is None
        self.list.put([Option(answer.id, answer.text, self.mark(answer)) for answer in given])
        self.list.display = bool(given)
        self.entry.label = f"  {len(given) + 1:>2}"
        self.entry.refresh(layout=True)
        self.enough.say(self.t("questions.enough", n=len(given)) if len(given) >= self.asks.most else "")

    def edited(self, _field: Field) -> None:
        self.stage.refresh_view()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return self._pointing()
        if self.entry.value:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            last = self.number == len(self.questions) - 1
            offered = [self.action("on" if last else "next", "enter", self._on, 1), self.back_action()]
        if self._answers():
            offered.append(self.action("point", "up", self._point, 3))
        return [*offered, self.action("leave", "escape", self._point, 0)]

    def _pointing(self) -> list[Action]:
        offered = [
            self.action("type", "enter escape tab", self._type, 1),
            replace(self.back_action(), rank=6),
        ]
        if self.list.chosen:
            offered += [
                self.action("reword", "e", partial(self._reword, self.list.chosen.id), 2),
                self.action("differ", "v", self._differ, 3),
                self.action("remove", "delete backspace", self._remove, 4),
                Action("up", ("up",), self._up, "kit", 0),
                Action("down", ("down",), self._down, "kit", 0),
            ]
        return offered

    def entering(self) -> EntryForm | None:
        return self.entering_of(self.question.id, self.entry) if self.field else None

    async def _keep(self) -> None:
        if await self.keep_typed(self.entry):
            self.entry.clear()
        self.stage.refresh_view()

    async def _point(self) -> None:
        """Leave the line for what was said before, the newest first."""
        self.enter_field(None)
        if self.list.options:
            self.list.point(self.list.options[-1].id)
        self.stage.refresh_view()

    async def _type(self) -> None:
        self.enter_field(self.entry)
        self.stage.refresh_view()

    async def _up(self) -> None:
        self.list.move(-1)

    async def _down(self) -> None:
        if self.list.index == len(self.list.options) - 1:
            await self._type()
        else:
            self.list.move(1)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"reword": self._reword}

    async def _reword(self, name: str) -> None:
        chosen = next((answer for answer in self._answers() if answer.id == name), None)
        if chosen is None:
            return

        async def keep(text: str) -> bool:
            outcome = reword(self.desk.state, self.desk.kinds, self.key, name, text)
            return await self.desk.act("questions.reword", outcome)

        self.enter_field(None)
        self.list.point(name)
        self.stage.refresh_view()
        await self.ask_for("reword", name, self.t("questions.ask_reword"), keep, chosen.text)

    async def _differ(self) -> None:
        if self.list.chosen:
            outcome = differ(self.desk.state, self.desk.kinds, self.key, self.list.chosen.id)
            await self.desk.act("questions.differ", outcome)
        self.stage.refresh_view()

    async def _remove(self) -> None:
        if self.list.chosen:
            outcome = remove(self.desk.state, self.desk.kinds, self.key, self.list.chosen.id)
            await self.desk.act("questions.remove", outcome)
        if not self._answers():
            self.enter_field(self.entry)
        self.stage.refresh_view()


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> QuestionsView:
    """Give the view of the page that the group is at."""
    asks = cast("QuestionsStep", step)
    at = desk.state.at
    pages = pages_of(asked(desk.state, use, asks), groups=asks.groups)
    here = at.page if at.key == f"{use.id}/{step.id}" else START
    page = here if here in pages or (here == DIFFERS and answers(desk.state, at.key)) else pages[0]
    make = {START: StartView, DIFFERS: AnswersDifferView}.get(page, QuestionView)
    return make(desk, stage, use, step, page)


VIEW: Final = KindView(view_of)
