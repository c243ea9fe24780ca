"""The check-in on the stage: counted, never named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import SMALLEST_SHOWN, unsettled
from facilitator.session.disclosure import for_outside
from facilitator.steps.checkin.hats import worn
from facilitator.steps.checkin.hats_view import PAGE, HatsView
from facilitator.steps.checkin.returning_view import ReturningView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.people_list import PeopleList
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Say


class CheckinView(StepView):
    """From which perspective does everyone answer tonight?"""

    room = "checkin"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.people = PeopleList(desk, stage)
        self.hats = Say(classes="quiet gap")

    def shows(self, page: str) -> bool:
        return not page

    def compose(self) -> ComposeResult:
        yield Say(self.step.text or self.t("checkin.ask"), classes="lead")
        yield self.people
        yield self.hats

    def show(self) -> None:
        self.people.show()
        hats = worn(for_outside(self.desk.state), self.t)
        said = ", ".join(self.t("checkin.hats.count", hat=hat, n=count) for hat, count in hats)
        self.hats.say(self.t("checkin.hats.worn", hats=said) if said else "")

    def actions(self) -> Sequence[Action]:
        return [
            self.action("on", "enter", self._on, 1),
            self.back_action(),
            *self.people.actions(),
            self.action("hat", "h", self._hat, 5),
        ]

    async def _on(self) -> None:
        """Go on once it is settled what to do with small groups."""
        if self.desk.state.present and unsettled(self.desk.state, SMALLEST_SHOWN):
            self.stage.tell(self.t("checkin.choose_first"))
        elif not self.desk.state.present:
            self.stage.tell(self.t("checkin.count_first"))
        elif self.desk.state.before is not None:
            await self.stage.go_to(self.key, "returning")
        else:
            await self.stage.go_on()

    async def _hat(self) -> None:
        """Count other hats, once it is counted who are here: nobody can wear more than there are."""
        if self.desk.state.present:
            await self.stage.go_to(self.key, PAGE)
        else:
            self.stage.tell(self.t("checkin.count_first"))


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView:
    """Give the view of the page that the group is at."""
    at = desk.state.at
    page = at.page if at.key == f"{use.id}/{step.id}" else ""
    if page == "returning" and desk.state.before is not None:
        return ReturningView(desk, stage, use, step)
    return (HatsView if page == PAGE else CheckinView)(desk, stage, use, step)


VIEW: Final = KindView(view_of)
