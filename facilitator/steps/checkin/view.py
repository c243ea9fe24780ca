"""The check-in on the stage: counted, never named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import SMALLEST_SHOWN, holds_votes, unsettled
from facilitator.session.disclosure import for_outside
from facilitator.steps.checkin.hats import worn
from facilitator.steps.checkin.hats_view import HATS, HatsView
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.steps.checkin.returning_view import RETURNING, ReturningView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.people_list import PeopleList
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Say


class CheckinView(StepView[CheckinStep]):
    """From which perspective does everyone answer tonight?"""

    b_is_own = True
    room = "checkin"

    def __init__(self, context: StepContext[CheckinStep]) -> None:
        super().__init__(context)
        self.people = PeopleList(self.desk, self.stage)
        self.hats = Say(classes="quiet gap")

    @property
    def pages(self) -> Sequence[str]:
        """Who is here, and in a session that follows another who was there then too."""
        return ["", *([RETURNING] if self.desk.state.before is not None else [])]

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.text or self.t("checkin.ask"))
        yield self.people
        yield self.hats

    def show(self) -> None:
        self.people.show()
        hats = worn(for_outside(self.desk.state), self.t)
        said = ", ".join(self.t("checkin.hats.count", hat=hat, n=count) for hat, count in hats)
        self.hats.say(self.t("checkin.hats.worn", hats=said) if said else "")

    def begin_number(self) -> None:
        self.people.begin_number()

    def actions(self) -> Sequence[Action]:
        return [
            self.action("on", "enter", self._on, 1),
            self.back_action(),
            *self.people.actions(),
            self.action("hat", "h", self._hat, 5),
        ]

    async def _on(self) -> None:
        """Go on once it is settled what to do with small groups, where there is a vote."""
        state = self.desk.state
        if state.present and holds_votes(state.places()) and unsettled(state, SMALLEST_SHOWN):
            self.stage.tell(self.t("checkin.choose_first"))
        elif not state.present:
            self.stage.tell(self.t("checkin.count_first"))
        else:
            await self.on()

    async def _hat(self) -> None:
        """Count other hats, once it is counted who are here: nobody can wear more than there are."""
        if self.desk.state.present:
            await self.go(HATS)
        else:
            self.stage.tell(self.t("checkin.count_first"))


def view_of(context: StepContext[CheckinStep]) -> StepView[CheckinStep]:
    """Give the view of the page that the group is at."""
    if context.page == RETURNING and context.state.before is not None:
        return ReturningView(context)
    return HatsView(context) if context.page == HATS else CheckinView(context.at(""))


VIEW: Final = KindView(CheckinStep, view_of)
