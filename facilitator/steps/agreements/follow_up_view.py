"""What is asked of agreements once they are made: how the neighbourhood sees it, or who looks in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.commands import is_firm, set_evidence, set_follow_up
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import AgreementPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.date_field import DateField
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView, lined_up
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_date

ASKED: Final = {"seen": ("seen", "proof"), "keep": ("keeper", "look_on")}
"""The two fields that each sort of look fills in."""
LONGEST: Final = 120
"""Characters; with these an agreement and both fields fit on the smallest screen."""


def looked_at(state: State) -> list[str]:
    """Give the agreements that are asked about: tonight's first; not ideas, nor what has ended."""
    going = [
        name
        for name, agreement in state.agreements().items()
        if is_firm(agreement) and agreement.status not in ENDED
    ]
    return sorted(going, key=lambda name: state.came_from(name) is not None)


class FollowUpView(AgreementPage, FormView):
    """One agreement with two fields under it; Enter in the last one keeps them and brings the next."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.look = self.step.ask
        self.name_of = self.own_page
        self.question = LargeSay(classes="ask gap")
        self.wrong = Say(classes="quiet gap")
        label = self.t("agreements.field.look_on")
        self.look_on = DateField("look_on", label, self.t, lambda: self.today, limit=LONGEST)
        self.form = lined_up(self._field(name) for name in ASKED[self.look])

    def _field(self, name: str) -> Field:
        if name == "look_on":
            return self.look_on
        return Field(name, self.t(f"agreements.field.{name}"), limit=LONGEST)

    @property
    def pages(self) -> Sequence[str]:
        return looked_at(self.desk.state)

    def under(self) -> ComposeResult:
        yield self.question
        yield from self.form.values()
        yield self.wrong

    def kept(self, name: str) -> str:
        """Give what the agreement says in this field now."""
        value = getattr(self.agreement, name, None)
        return say_date(value, self.t.language, self.today) if isinstance(value, date) else value or ""

    def first_field(self) -> Field | None:
        return next(iter(self.fields()), None)

    def show(self) -> None:
        self.look_on.settled = self.agreement.look_on if self.agreement else None
        super().show()
        if self.agreement is None:
            self.head.say(self.t("agreements.none_to_look_at"))
        for field in self.form.values():
            field.display = self.agreement is not None

    def fill(self, _agreement: Agreement) -> None:
        self.question.say(self.t(f"agreements.ask.{self.look}"))

    def edited(self, field: Field) -> None:
        self.wrong.say("")
        super().edited(field)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.agreement is None:
            return [self.on_action(), self.back_action()]
        last, on = self.field is [*self.form.values()][-1], partial(self.to_field, 1)
        return [
            self.action("keep" if last else "next_field", "enter", self._keep if last else on, 1),
            self.action("next_field", "tab down", on, 0),
            self.action("previous_field", "shift+tab up", partial(self.to_field, -1), 0),
            self.action("leave", "escape", self._leave, 4),
            replace(self.way_back(), rank=5),
        ]

    async def _leave(self) -> None:
        """Leave the fields, so that letters are keys; or go back into them."""
        await self.type_in(None if self.field else self.first_field())

    async def _keep(self) -> None:
        """Keep both fields; a day that can't be read is said, and stays to be mended."""
        if self.look == "keep" and self.look_on.wrong:
            self.wrong.say(self.look_on.wrong)
        elif await self.desk.act(f"agreements.{self.look}", self._outcome()):
            for field in self.form.values():
                field.begin("")
            await self.on()

    def _outcome(self) -> Outcome:
        first, second = (field.value for field in self.form.values())
        if self.look == "seen":
            return set_evidence(self.desk.state, self.name_of, first, second)
        return set_follow_up(self.desk.state, self.name_of, first, self.look_on.day)
