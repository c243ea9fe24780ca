"""What there is then: the tasks with all that was said of them, under their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.line_breaks import count_rows
from facilitator.session.concentration import MOST_TOLD, say_spots
from facilitator.session.registers import Task
from facilitator.steps.tasks.commands import answer_to, by_heading
from facilitator.steps.tasks.findings import questions
from facilitator.steps.tasks.kind import TOLD, TasksStep
from facilitator.steps.tasks.page_view import TasksView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import Lane, Lanes, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Pick, Say

NARROWEST: Final = 24
"""Cells that a card takes at least."""


class TasksOverviewView(TasksView):
    """Cards side by side where there is room, and otherwise lines; grouped where there are headings."""

    def __init__(self, context: StepContext[TasksStep]) -> None:
        super().__init__(context)
        self.cards = Lanes()
        self.list = Pick()
        self.spots = Say(classes="quiet gap")
        self.question = Say(classes="ask gap")

    def heading(self) -> str:
        return self.t("tasks.count", n=len(self.tasks))

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("tasks.overview"))
        yield self.cards
        yield self.list
        yield self.spots
        yield self.question

    def show(self) -> None:
        asked = questions(self.desk.state, self.step, self.t)
        self.question.say(self._say(asked[0].code, asked[0].about) if asked else "")
        self.spots.say(say_spots(self.desk.state, self.t, MOST_TOLD))
        groups = by_heading(self.desk.state)
        self.cards.put([self._card(name, theme) for theme, names in groups.items() for name in names])
        self.list.put(self._lines(groups))
        self._fit()

    def _fit(self) -> None:
        """Show cards where all of them fit; the list takes the room there is and moves along."""
        below = [
            count_rows(say.said.plain, max(self.size.width, 1)) + 1
            for say in (self.spots, self.question)
            if say.said.plain
        ]
        room = self.size.height - 3 - sum(below)
        needed = self.cards.get_content_height(self.size, self.size, self.size.width)
        broad = self.wide and len(self.tasks) * NARROWEST <= self.size.width
        self.cards.display = broad and needed <= room
        self.list.display = not self.cards.display
        self.list.styles.max_height = max(room, 4)

    def _lines(self, groups: Mapping[str, Sequence[str]]) -> list[Option]:
        """Give the tasks under their headings; where there is little room all is said of one at a time."""
        there = [name for names in groups.values() for name in names]
        pointed = self.list.chosen.id if self.list.chosen else ""
        pointed = pointed if pointed in there else there[0] if there else ""
        lines: list[Option] = []
        for theme, names in groups.items():
            headed = set(groups) != {""}
            lines += [Option("", theme or self.t("tasks.no_heading"), heading=True)] if headed else []
            lines += [self._line(name, whole=name == pointed) for name in names]
        return lines

    def _say(self, code: str, about: str) -> str:
        task = self.tasks.get(about)
        text = "" if task is None else task.name
        return self.t(f"tasks.find.{code}", text=text, n=len(self.tasks))

    def _told(self, task: Task) -> list[tuple[str, str]]:
        return [
            (self.t(f"tasks.label.{question}"), answer_to(task, question))
            for question in TOLD
            if answer_to(task, question)
        ]

    def _card(self, name: str, theme: str) -> Lane:
        task = self.tasks[name]
        number = list(self.tasks).index(name) + 1
        lines = [Option(name, Content.styled(task.name, "bold"))]
        for label, said in self._told(task):
            lines += [
                BLANK,
                Option("", label, heading=True),
                Option("", Content.styled(said, "$ink"), heading=True),
            ]
        return Lane(f"{number}  {theme}".strip(), lines)

    def _line(self, name: str, *, whole: bool) -> Option:
        task = self.tasks[name]
        number = list(self.tasks).index(name) + 1
        told = self._told(task)
        shown = told if whole or not self.short else told[:1]
        below = "\n".join(f"{label}: {said}" for label, said in shown)
        return Option(name, task.name, tag=str(number), below=below or self.t("tasks.nothing_said"))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [self.on_action(), self.way_back()]
        shown = self.cards if self.cards.display else self.list
        chosen = self.list.chosen
        pointed = self.cards.chosen if shown is self.cards else chosen.id if chosen else None
        if pointed:
            first = f"{pointed}/{self.step.ask[0]}"
            offered.append(self.action("change", "e", partial(self.go, first), 4))
        return [*offered, *pointing(shown, self.stage.refresh_view)]


class NoTasksView(TasksView):
    """There is no task to ask anything about; that holds nobody up."""

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.title)
        yield Say(self.t("tasks.none"))

    @property
    def pages(self) -> Sequence[str]:
        return [self.own_page]

    def shows(self, _page: str) -> bool:
        return not self.tasks
