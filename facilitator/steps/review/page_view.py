"""What the pages of looking back have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.session.agreement_numbers import numbers
from facilitator.session.registers import Agreement
from facilitator.steps.review.findings import carried, left_at
from facilitator.steps.review.kind import ReviewLeaves, ReviewStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.step_view import StepView

WORKED: Final = "worked"
"""The page after all agreements: what else worked, however small."""
ON: Final = "on"
"""The way on in the list, and the list once the group came past the last; no id is this short."""


class ReviewPage(StepView[ReviewStep]):
    """A page of the step."""

    room = "review"

    @property
    def pages(self) -> Sequence[str]:
        """The pages that are gone through one by one; the others are opened from a list."""
        celebrates = self.step.ask == "celebrate"
        return [*carried(self.desk.state), WORKED] if celebrates else [self.own_page]

    @property
    def left(self) -> ReviewLeaves:
        """What the group said so far."""
        return left_at(self.desk.state, self.key)


class EarlierAgreementPage(ReviewPage, FormView):
    """A page about one agreement, with fields that are kept one by one."""

    @property
    def agreement(self) -> Agreement | None:
        return carried(self.desk.state).get(self.own_page)

    @property
    def about(self) -> str:
        return self.own_page if self.agreement else ""

    def heading(self) -> str:
        number = numbers(self.desk.state).get(self.own_page)
        if self.agreement is None:
            return ""
        if number is None:
            return self.t("review.heading.idea")
        return self.t("review.heading.agreement", n=number, total=len(numbers(self.desk.state)))

    def keep_action(self, field: Field) -> Action:
        """The way on from a field."""
        name = "keep" if field.unconfirmed else "next"
        return self.action(name, "enter tab", self._keep_and_go_on, 1)

    async def _keep_and_go_on(self) -> None:
        if await self.keep_field():
            await self.on()
