"""To which task an agreement belongs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.session.registers import Agreement
from facilitator.steps.agreements.commands import assign_task
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import AgreementPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Pick

NO_TASK = ""


class AgreementTaskView(AgreementPage):
    """One agreement with the tasks under it, to point at one."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.pick = Pick()

    def under(self) -> ComposeResult:
        yield LargeSay(self.t("agreements.ask.task"), classes="ask gap")
        yield self.pick

    def fill(self, agreement: Agreement) -> None:
        first = not self.pick.options
        options = [Option(name, task.name) for name, task in self.desk.state.tasks().items()]
        options.append(Option(NO_TASK, self.t("agreements.no_task"), quiet=True))
        self.pick.put(options, at=(agreement.task or NO_TASK) if first else None)

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        return [
            self.action("belong", "enter", self._belong, 1),
            self.action("page_back", "left escape", partial(self.go_about, "one"), 6),
            *pointing(self.pick),
        ]

    async def _belong(self) -> None:
        if self.pick.chosen is None:
            return
        outcome = assign_task(self.desk.state, self.name_of, self.pick.chosen.id or None)
        if await self.desk.act("agreements.belongs", outcome):
            await self.go_about("one")
