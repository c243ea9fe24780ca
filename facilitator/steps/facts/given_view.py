"""A figure that was looked up beforehand: does it belong on the table?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.session.registers import Fact
from facilitator.steps.facts.commands import offer
from facilitator.steps.facts.findings import figure, left_at
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsPage
from facilitator.steps.facts.wording import about
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRows, answer_row
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say


class GivenView(FactsPage):
    """One figure, with all that is known of it; on the table only when the group says so."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.given = self.step.facts[int(self.name_of) - 1]
        self.how = Say(classes="below")
        self.details = Say(classes="quiet")
        self.choices = HangingRows(classes="gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("facts.ask.given"))
        yield self.how
        yield Say(figure(self._fact()), classes="ask")
        yield self.details
        yield self.choices

    def _fact(self) -> Fact:
        return Fact(**self.given.model_dump())

    def _said(self) -> bool | None:
        """Tell whether the group wants it on the table; None while it did not say."""
        state = self.desk.state
        said = [
            given_figure
            for given_figure in left_at(state, self.key).offered
            if given_figure.what == self.given.what
        ]
        return said[0].fact in state.facts() if said else None

    def show(self) -> None:
        said = self._said()
        self.how.say(self.step.text if self.opens and said is None else "")
        self.details.say("\n".join(about(self._fact(), self.t)))
        self.choices.put(
            [
                answer_row(1, self.t("facts.given.table"), chosen=said is True),
                answer_row(2, self.t("facts.given.aside"), chosen=said is False),
            ]
        )

    def actions(self) -> Sequence[Action]:
        return [  # the answers stand on the screen, so not in the key bar
            self.way_on(),
            self.action("table", "1 j y", partial(self._answer, wanted=True), 0),
            self.action("aside", "2", partial(self._answer, wanted=False), 0),
            self.way_back(),
        ]

    async def _answer(self, *, wanted: bool) -> None:
        name = self.desk.new_id() if wanted else None
        outcome = offer(self.desk.state, self.desk.kinds, self.key, self.given, name)
        if await self.desk.act("facts.offered", outcome):
            await self.on()
        else:
            self.stage.refresh_view()
