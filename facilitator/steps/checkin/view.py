"""The check-in on the stage: counted, never named."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import SMALLEST_SHOWN, unsettled
from facilitator.steps.checkin.returning import ReturningView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.people import PeopleList
from facilitator.ui.kit.view import Stage, StepView
from facilitator.ui.kit.widgets import Say


class CheckinView(StepView):
    """From which perspective does everyone answer tonight?"""

    room = "checkin"

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
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
        hats = self.desk.state.result(self.key).get("hats", [])
        said = ", ".join(str(hat) for hat in hats) if isinstance(hats, list) else ""
        self.hats.say(self.t("checkin.hats", hats=said) if said else "")

    def actions(self) -> Sequence[Action]:
        return [
            self.action("on", "enter", self._on, 1),
            self.back_action(),
            *self.people.actions(),
            self.action("hat", "h", partial(self._hat, ""), 5),
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

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"hat": self._hat}

    async def _hat(self, _subject: str) -> None:
        async def keep(hat: str) -> bool:
            hats = self.desk.state.result(self.key).get("hats", [])
            if not isinstance(hats, list) or hat in hats:
                return True
            return await self.set_result("hats", sorted([*(str(each) for each in hats), hat]))

        await self.ask_for("hat", "", self.t("checkin.ask_hat"), keep)


def view_of(desk: Desk, stage: Stage, use: Use, step: Step) -> StepView:
    """Give the view of the page that the group is at."""
    at = desk.state.at
    there = at.key == f"{use.id}/{step.id}" and at.page == "returning" and desk.state.before is not None
    return ReturningView(desk, stage, use, step) if there else CheckinView(desk, stage, use, step)


VIEW: Final = view_of
