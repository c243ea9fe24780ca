"""The pages of tasks, what they share, and the page on which they get their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome, drop
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.tasks.commands import answer_to, make, rename, starts
from facilitator.steps.tasks.findings import is_vague
from facilitator.steps.tasks.kind import Question, TasksStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Option, Say

NAMES: Final = "names"
"""The page on which tasks get their names."""
STARTS: Final = "starts"
"""What the group said before, to make a task from."""
FROM: Final = "from/"
"""Before the item that a task is made from."""
OVERVIEW: Final = "overview"
LONGEST_NAME: Final = 120


def order_of(state: State, step: TasksStep) -> list[str]:
    """Give the pages in order: names, every question of every task, and what there is then."""
    asked = [f"{name}/{question}" for name in state.tasks() for question in dict.fromkeys(step.ask)]
    return [*([NAMES] if step.make else []), *asked, OVERVIEW]


def read_page(state: State, step: TasksStep, page: str) -> tuple[str, Question] | None:
    """Give the task and the question of a page; None when it is another page."""
    name, _, asked = page.partition("/")
    found = next((question for question in step.ask if question == asked), None)
    return (name, found) if found and name in state.tasks() else None


def first_open(state: State, step: TasksStep) -> str:
    """Give the first question without an answer; when all have one, what there is."""
    for page in order_of(state, step):
        found = read_page(state, step, page)
        if found and not answer_to(state.tasks()[found[0]], found[1]):
            return page
    return OVERVIEW


class TasksView(StepView[TasksStep]):
    """What the pages share: the tasks, and in which order the pages come."""

    room = "tasks"

    @property
    def pages(self) -> Sequence[str]:
        return order_of(self.desk.state, self.step)

    @property
    def nearest_page(self) -> str:
        return OVERVIEW

    @property
    def tasks(self) -> dict[str, Task]:
        return dict(self.desk.state.tasks())


class TaskNamesView(TasksView, GatherView[TasksStep]):
    """The tasks so far, and a line to type the next in."""

    def __init__(self, context: StepContext[TasksStep]) -> None:
        super().__init__(context)
        self.how = Say(classes="below")
        self.entries = [Field("name", hint=self.t("tasks.type"), label_width=6, limit=LONGEST_NAME)]
        self.more = Say(classes="quiet gap")
        self.question = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.title)
        yield self.how
        yield self.list
        yield from self.entries
        yield self.more
        yield self.question

    def lines(self) -> list[Option]:
        return [Option(name, task.name, task.for_whom) for name, task in self.tasks.items()]

    def show(self) -> None:
        super().show()
        self.how.say("" if self.tasks and self.short else self.step.text)
        left = len(starts(self.desk.state))
        self.more.say(self.t("tasks.from_before", n=left) if left else "")
        self.question.say(self._question())

    def _question(self) -> str:
        """Ask about too many, or about the last name with a big word in it that nothing plain was said of."""
        tasks = self.tasks
        if len(tasks) > self.step.most:
            return self.t("tasks.find.too_many", n=len(tasks))
        vague = [task for task in tasks.values() if is_vague(task.name, self.t) and not task.wanted]
        return self.t("tasks.find.vague", text=vague[-1].name) if vague else ""

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [*super().actions()]
        if self.field is not None and starts(self.desk.state):
            offered.append(self.action("starts", "down", partial(self.go, STARTS), 2))
        return offered

    def way_on(self) -> Action:
        return self.action("next" if self.tasks else "on", "enter", self.on, 1)

    async def on(self) -> None:
        """Go to the first question that has no answer, or on where there is no task."""
        if self.tasks:
            await self.go(first_open(self.desk.state, self.step))
        else:
            await self.stage.go_on()

    did = "tasks.made"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return make(state, name, values[0])

    def text_of(self, name: str) -> str:
        return self.tasks[name].name

    async def reword(self, name: str, text: str) -> bool:
        return await self.desk.act("tasks.renamed", rename(self.desk.state, name, text))

    async def take_line(self, name: str) -> None:
        await self.desk.act("tasks.removed", drop(self.desk.state, "tasks", name))
