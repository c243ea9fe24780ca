"""The end of making agreements on the stage: a first step, or the choice to make no agreement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from textual.app import ComposeResult

from facilitator.session.state import State
from facilitator.steps.agreements.commands import end_without, is_firm, set_first_step
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.list_view import ASKED
from facilitator.steps.agreements.page_view import AgreementPage, AgreementsPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.hanging_rows import HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say


def soonest(state: State) -> str:
    """Give the id of tonight's agreement with the first date, the one that a first step is asked of."""
    firm = [
        (agreement.due or date.max, name)
        for name, agreement in state.made_now().items()
        if is_firm(agreement)
    ]
    return min(firm, key=lambda dated: dated[0])[1] if firm else ""


class FirstStepView(AgreementPage, FormView):
    """What is the first step, and whose? Asked once; an empty line goes on without."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.name_of = soonest(self.desk.state)
        self.asked = Field("first-step", self.t("agreements.field.first_step"))
        self.form = {"first-step": self.asked}

    def under(self) -> ComposeResult:
        yield LargeSay(self.t("agreements.ask.first_step"), classes="ask gap")
        yield self.asked
        yield Say(self.t("agreements.hint.first_step"), classes="quiet gap")

    def first_field(self) -> Field | None:
        return self.asked if self.agreement else None

    @property
    def draft_key(self) -> str:
        return f"{self.key}/first/{self.name_of}"

    def actions(self) -> Sequence[Action]:
        if self.agreement is None:
            return super().actions()
        return [
            self.action("keep", "enter", self._keep, 1),
            self.action("without", "escape", partial(self.go, ASKED), 2),
            *([] if self.asked.text else [self.to_list("left")]),
        ]

    async def _keep(self) -> None:
        outcome = set_first_step(self.desk.state, self.name_of, self.asked.value)
        if await self.desk.act("agreements.first_step", outcome):
            self.asked.clear()
            await self.stage.go_on()


class NoAgreementView(AgreementsPage):
    """No agreement today? That is an outcome too, when the room says so."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.ideas = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("agreements.ask.none"))
        yield HangingRows([self.choice("Enter", "no_agreement"), self.choice("a", "write")])
        yield self.ideas
        yield Say(self.t("agreements.none_is_fine"), classes="quiet gap")

    def show(self) -> None:
        self.ideas.say(self.t("agreements.ideas_stay") if self.desk.state.made_now() else "")

    def actions(self) -> Sequence[Action]:
        return [
            self.action("no_agreement", "enter", self._end, 1),
            self.action("write", "a plus", partial(self.go, self.form_page), 2),
            self.to_list(),
        ]

    async def _end(self) -> None:
        if await self.desk.act("agreements.no_agreement", end_without(self.desk.state, self.key)):
            await self.stage.go_on()
