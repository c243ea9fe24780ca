"""What the pages of looking back have in common."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.session.registers import Agreement
from facilitator.steps.review.findings import carried, left_at, numbers
from facilitator.steps.review.kind import ReviewLeaves, ReviewStep
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import StageHost, StepView

SHORT_SCREEN: Final = 24


class ReviewPage(StepView):
    """A page of the step. It is made for one page, and another page gets another view."""

    room = "review"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.asks = cast("ReviewStep", step)
        self.own_page = page

    def shows(self, page: str) -> bool:
        return page == self.own_page

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    @property
    def today(self) -> date:
        return self.desk.now().date()

    @property
    def left(self) -> ReviewLeaves:
        """What the group said so far."""
        return left_at(self.desk.state, self.key)

    async def open(self, page: str) -> None:
        await self.stage.go_to(self.key, page)


class EarlierAgreementPage(ReviewPage):
    """A page about one agreement, with fields that hold what was kept or what is being typed."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.lines: dict[str, Field] = {}

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

    def kept(self, _name: str) -> str:
        """Give what the session has for a field now."""
        return ""

    def load_fields(self) -> None:
        """Fill the fields with what was being typed, or with what is kept."""
        for name, field in self.lines.items():
            self.load(field, self.kept(name))

    def fill_fields(self) -> None:
        """Show what was taken back or done again; what is being typed stays."""
        for name, field in self.lines.items():
            field.hear(self.kept(name))

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

    @property
    def short(self) -> bool:
        """Whether rows are so scarce that what is only good to know makes room for what is asked."""
        return self.app.size.height < SHORT_SCREEN
