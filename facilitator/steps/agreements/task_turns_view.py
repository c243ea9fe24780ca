"""Agreements task by task on the stage: each task heads a page, and what is left without one is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.agreement_numbers import numbers
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.list_view import ON, AgreementListView
from facilitator.steps.agreements.page_view import FOR
from facilitator.steps.agreements.task_turns import without_agreement
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import number_choices, number_tag, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

BARE: Final = "bare"
"""The page that names the tasks without an agreement."""


class TaskTurnView(AgreementListView):
    """The agreements that belong to one task; a new one belongs to it too."""

    @property
    def pages(self) -> Sequence[str]:
        return [f"{FOR}{task}" for task in self.turn]

    def heading(self) -> str:
        pages = self.pages
        at = pages.index(self.own_page) + 1 if self.own_page in pages else 1
        return self.t("agreements.turn", n=at, total=max(len(pages), 1))

    def listed(self) -> Sequence[str]:
        state = self.desk.state
        here = [name for name, agreement in state.agreements().items() if agreement.task == self.for_task]
        return sorted(here, key=lambda name: name not in numbers(state))

    def older(self) -> Sequence[str]:
        return [name for name in super().older() if name not in self.listed()]

    @property
    def enough(self) -> bool:
        return any(name in numbers(self.desk.state) for name in self.listed())

    def way_on_name(self) -> str:
        return self.t("agreements.on" if self.beside(1) is None else "agreements.next_task")

    def show(self) -> None:
        task = self.desk.state.tasks().get(self.for_task or "")
        name = task.name if task else self.step.title
        self.lead.say(Content.assemble((f"{self.t('agreements.task')}  ", "$quiet not bold"), name))
        super().show()

    async def on(self) -> None:
        """Go to the next task; after the last one to those without an agreement, if there are any."""
        if self.beside(1) is not None:
            await self.go_by(1)
        elif without_agreement(self.desk.state, self.turn):
            await self.go(BARE)
        else:
            await super().on()


class BareTasksView(AgreementListView):
    """The tasks without an agreement: that may be so, and the room says who tells it."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.bare = Lines()

    @property
    def pages(self) -> Sequence[str]:
        return [*(f"{FOR}{task}" for task in self.turn), BARE]

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("agreements.bare"))
        yield self.bare
        yield Say(self.t("agreements.bare_is_fine"), classes="quiet gap")

    def show(self) -> None:
        first = not self.bare.options
        tasks = self.desk.state.tasks()
        names = without_agreement(self.desk.state, self.turn)
        options = [Option(name, tasks[name].name, tag=number_tag(n)) for n, name in enumerate(names, 1)]
        self.bare.put([*options, BLANK, Option(ON, self.t("agreements.on"))], at=ON if first else None)

    def actions(self) -> Sequence[Action]:
        pointed = self.bare.chosen.id if self.bare.chosen else ON
        return [
            self.action("on", "enter", self.on, 1)
            if pointed == ON
            else self.action("open", "enter", self._open_pointed, 1),
            self.way_back(),
            *number_choices(self.bare, self._open),
            *pointing(self.bare, self.stage.refresh_view, tab=True),
        ]

    async def _open_pointed(self) -> None:
        if self.bare.chosen:
            await self._open(self.bare.chosen.id)

    async def _open(self, task: str) -> None:
        await self.go(f"{FOR}{task}")
