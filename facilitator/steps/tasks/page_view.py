"""The pages of tasks, what they share, and the page on which they get their names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, cast

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import drop
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.tasks.commands import answer_to, make, rename, starts
from facilitator.steps.tasks.findings import is_vague
from facilitator.steps.tasks.kind import Question, TasksStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

NAMES: Final = "names"
"""The page on which tasks get their names."""
STARTS: Final = "starts"
"""What the group said before, to make a task from."""
FROM: Final = "from/"
"""Before the item that a task is made from."""
OVERVIEW: Final = "overview"
LONGEST_NAME: Final = 120
SHORT_SCREEN: Final = 24
"""Rows of the screen under which the step's own words stand alone."""


def order_of(state: State, step: TasksStep) -> list[str]:
    """Give the pages in order: names, every question of every task, and what there is then."""
    asked = [f"{name}/{question}" for name in state.tasks() for question in dict.fromkeys(step.ask)]
    return [*([NAMES] if step.make else []), *asked, OVERVIEW]


def read_page(state: State, step: TasksStep, page: str) -> tuple[str, Question] | None:
    """Give the task and the question of a page; None when it is another page."""
    name, _, asked = page.partition("/")
    found = next((each for each in step.ask if each == asked), None)
    return (name, found) if found and name in state.tasks() else None


def first_open(state: State, step: TasksStep) -> str:
    """Give the first question without an answer; when all have one, what there is."""
    for page in order_of(state, step):
        found = read_page(state, step, page)
        if found and not answer_to(state.tasks()[found[0]], found[1]):
            return page
    return OVERVIEW


class TasksView(StepView):
    """What the pages share: the way between them."""

    room = "tasks"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.said = cast("TasksStep", step)
        self.own_page = page

    def shows(self, page: str) -> bool:
        return page == self.own_page

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    @property
    def tasks(self) -> dict[str, Task]:
        return dict(self.desk.state.tasks())

    async def go(self, page: str) -> None:
        await self.stage.go_to(self.key, page)

    def back_action(self) -> Action:
        order = order_of(self.desk.state, self.said)
        if self.own_page in order[1:]:
            return self.action("back", "left", self._back, 3)
        return super().back_action()

    async def _back(self) -> None:
        order = order_of(self.desk.state, self.said)
        await self.go(order[order.index(self.own_page) - 1])


class TaskNamesView(TasksView):
    """The tasks so far, and a line to type the next in."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.how = Say(classes="below")
        self.list = Lines(numbered=True)
        self.entry = Field("name", hint=self.t("tasks.type"), label_width=6, limit=LONGEST_NAME)
        self.more = Say(classes="quiet gap")
        self.question = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield Say(self.step.title, classes="lead")
        yield self.how
        yield self.list
        yield self.entry
        yield self.more
        yield self.question

    def on_mount(self) -> None:
        self.load(self.entry)
        self.enter_field(self.entry)

    def show(self) -> None:
        tasks = self.tasks
        self.how.say("" if tasks and self.app.size.height < SHORT_SCREEN else self.step.text)
        self.list.pointing = self.field is None
        self.list.put([Option(name, task.name, task.for_whom) for name, task in tasks.items()])
        self.list.display = bool(tasks)
        self.entry.label = f"  {len(tasks) + 1:>2}"
        self.entry.refresh(layout=True)
        left = len(starts(self.desk.state))
        self.more.say(self.t("tasks.from_before", n=left) if left else "")
        self.question.say(self._question())

    def _question(self) -> str:
        """Ask about too many, or about the last name with a big word in it that nothing plain was said of."""
        tasks = self.tasks
        if len(tasks) > self.said.most:
            return self.t("tasks.find.too_many", n=len(tasks))
        vague = [task for task in tasks.values() if is_vague(task.name, self.t) and not task.wanted]
        return self.t("tasks.find.vague", text=vague[-1].name) if vague else ""

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return self._pointing()
        if self.entry.value:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            offered = [self.action("on", "enter", self._on, 1), self.back_action()]
        if self.tasks:
            offered.append(self.action("point", "up", self._point, 4))
        if starts(self.desk.state):
            offered.append(self.action("starts", "down", self._starts, 2))
        return [*offered, self.action("leave", "escape", self._point, 0)]

    def _pointing(self) -> list[Action]:
        offered = [
            self.action("type", "enter escape tab", self._type, 1),
            replace(self.back_action(), rank=6),
        ]
        if self.list.chosen:
            offered += [
                self.action("reword", "e", partial(self._reword, self.list.chosen.id), 2),
                self.action("remove", "delete backspace", self._remove, 4),
                Action("up", ("up",), self._up, "kit", 0),
                Action("down", ("down",), self._down, "kit", 0),
            ]
        return offered

    def entering(self) -> EntryForm | None:
        return EntryForm("tasks.made", make, LONGEST_NAME) if self.field else None

    async def _keep(self) -> None:
        if await self.keep_typed(self.entry):
            self.entry.clear()
        self.stage.refresh_view()

    async def _on(self) -> None:
        """Go to the first question that has no answer, or on where there is no task."""
        if self.tasks:
            await self.go(first_open(self.desk.state, self.said))
        else:
            await self.stage.go_on()

    async def _starts(self) -> None:
        await self.go(STARTS)

    async def _point(self) -> None:
        """Leave the line for the tasks that are there, the newest first."""
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
        async def keep(text: str) -> bool:
            return await self.desk.act("tasks.renamed", rename(self.desk.state, name, text))

        if name in self.tasks:
            self.enter_field(None)
            self.list.point(name)
            self.stage.refresh_view()
            question, known = self.t("tasks.ask_reword"), self.tasks[name].name
            await self.ask_for("reword", name, question, keep, known, LONGEST_NAME)

    async def _remove(self) -> None:
        name = self.list.chosen.id if self.list.chosen else ""
        await self.desk.act("tasks.removed", drop(self.desk.state, "tasks", name))
        if not self.tasks:
            self.enter_field(self.entry)
        self.stage.refresh_view()
