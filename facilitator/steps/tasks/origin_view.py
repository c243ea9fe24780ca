"""From what the group said before to a task: choose something, and say what has to change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.provenance import say_chosen, say_origin
from facilitator.session.registers import Item
from facilitator.steps.tasks.commands import make, starts
from facilitator.steps.tasks.kind import TasksStep
from facilitator.steps.tasks.page_view import FROM, LONGEST_NAME, NAMES, TasksView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

OWN: Final = "own"
"""The line of who rather types a task in other words."""


class TaskStartsView(TasksView):
    """What was chosen and said before, from which a task can be made."""

    def __init__(self, context: StepContext[TasksStep]) -> None:
        super().__init__(context)
        self.how = Say(classes="below")
        self.list = Lines()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("tasks.where_to_begin"))
        yield self.how
        yield self.list

    def show(self) -> None:
        self.how.say("" if self.tasks else self.step.text)
        lines = [
            Option(name, item.text, self._beside(name, item), tag="–")
            for name, item in starts(self.desk.state).items()
        ]
        self.list.put([*lines, BLANK, Option(OWN, self.t("tasks.own_words"))])

    def _beside(self, name: str, item: Item) -> str:
        """Say that it was chosen and by whom; of what was not, of whom it is; and its heading."""
        state = self.desk.state
        origin = say_chosen(name, state, self.t) or say_origin(name, state, self.t, item.perspective)
        return " · ".join(part for part in (origin, item.theme) if part)

    def actions(self) -> Sequence[Action]:
        pointed = self.list.chosen.id if self.list.chosen else OWN
        page = NAMES if pointed == OWN else f"{FROM}{pointed}"
        return [
            self.action("own_words" if pointed == OWN else "begin", "enter space", partial(self.go, page), 1),
            self.action("page_back", "left escape", partial(self.go, NAMES), 3),
            *pointing(self.list, self.stage.refresh_view),
        ]


class TaskFromView(TasksView, FormView):
    """What was said, and what has to change then."""

    def __init__(self, context: StepContext[TasksStep]) -> None:
        super().__init__(context)
        self.item_id = self.own_page.removeprefix(FROM)
        self.item = self.desk.state.items()[self.item_id]
        self.entry = Field("name", "   ", hint=self.t("tasks.type"), limit=LONGEST_NAME)
        self.form = {"name": self.entry}

    def compose(self) -> ComposeResult:
        heard = Content.assemble((f"{self.t('tasks.we_heard')}  ", "$quiet"), self.item.text)
        yield Say(heard, classes="below")
        yield LargeSay(self.t("tasks.what_has_to_change"))
        yield self.entry
        yield Say(self.t("tasks.how_to_say"), classes="quiet gap")

    def load_form(self) -> None:
        """Suggest the words in which it was said; not of a worry, which says what is wrong."""
        super().load_form()
        usable = self.item.sort != "worry" and len(self.item.text) <= LONGEST_NAME
        if not self.entry.text and usable:
            self.entry.text, self.entry.cursor = self.item.text, len(self.item.text)
            self.entry.suggested = True

    def first_field(self) -> Field:
        return self.entry

    def actions(self) -> Sequence[Action]:
        away = "escape" if self.entry.text else "escape left"  # in a text the arrow goes through the text
        return [
            self.action("keep", "enter", self._keep, 1),
            self.action("page_back", away, partial(self.go, NAMES), 3),
        ]

    async def _keep(self) -> None:
        if not self.entry.value:
            await self.go(NAMES)
            return
        outcome = make(self.desk.state, self.desk.new_id(), self.entry.value, self.item_id)
        if await self.desk.act("tasks.made", outcome):
            self.entry.clear()
            await self.go(NAMES)
        else:
            self.stage.refresh_view()
