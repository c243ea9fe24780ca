"""A card on the stage: something to read or listen to, or a break with the time it ends."""

from __future__ import annotations

from datetime import time
from typing import Final

from textual.app import ComposeResult

from facilitator.session.clock import plus
from facilitator.steps.card.kind import CardStep
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_time


class CardView(StepView[CardStep]):
    """One text, large."""

    room = "card"

    def __init__(self, context: StepContext[CardStep]) -> None:
        super().__init__(context)
        self.until = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield Say(self.step.title, classes="lead")
        yield Say(self.step.text)
        yield self.until

    def show(self) -> None:
        if self.step.pause:
            self.until.say(self.t("card.until", time=say_time(self._ends(), self.t.language)))

    def _ends(self) -> time:
        """Give when the break is over, counted from when the group came here."""
        begun = self.desk.state.begun.get(self.key)
        since = time.fromisoformat(begun) if begun else self.desk.now().time()
        return plus(since, self.step.minutes)


VIEW: Final = KindView(CardStep, CardView)
