"""Other hats on the stage: hands per kind of hat, counted for all together and tied to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.steps.checkin.hats import count_hat, hats_of
from facilitator.steps.checkin.kind import HAT_WIDTH, CheckinStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Pick, Say

PAGE: Final = "hats"
MOST_DOTS: Final = 22
"""More hands than this are told by their number alone."""


class HatsView(StepView):
    """Who is here as something else as well?"""

    room = "checkin"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.hats = hats_of(cast("CheckinStep", step), self.t)
        self.pick = Pick()
        self._typed = ""

    def shows(self, page: str) -> bool:
        return page == PAGE

    def compose(self) -> ComposeResult:
        yield Say(self.t("checkin.hats.ask"), classes="lead")
        yield self.pick
        yield Say(self.t("checkin.hats.stay", smallest=SMALLEST_SHOWN), classes="quiet gap")

    def show(self) -> None:
        worn = self.desk.state.hats()
        self.pick.put([self._row(hat.id, hat.text, worn.get(hat.id, 0)) for hat in self.hats])

    def _row(self, name: str, text: str, count: int) -> Option:
        dots = "●" * count if count <= MOST_DOTS else ""
        return Option(name, Content.assemble(f"{text:<{HAT_WIDTH}}", (f"{count:>4}   ", "bold"), dots))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("to_people", "enter left escape", self._to_people, 1),
            Action("more", ("plus", "equals_sign", "right_square_bracket"), partial(self._add, 1), "kit", 3),
            Action("less", ("minus", "left_square_bracket"), partial(self._add, -1), "kit", 4),
            Action("up", ("up",), partial(self._move, -1), "kit", 0),
            Action("down", ("down", "tab"), partial(self._move, 1), "kit", 0),
            *(Action("digit", (digit,), partial(self._type, digit), "kit", 0) for digit in "0123456789"),
        ]

    @property
    def pointed(self) -> str:
        return self.pick.chosen.id if self.pick.chosen else ""

    async def _to_people(self) -> None:
        await self.stage.go_to(self.key)

    async def _move(self, by: int) -> None:
        self._typed = ""
        self.pick.move(by)

    async def _add(self, by: int) -> None:
        self._typed = ""
        await self._keep(max(self.desk.state.hats().get(self.pointed, 0) + by, 0))

    async def _type(self, digit: str) -> None:
        """Count by typing: 1 and then 2 makes 12; what is more than are here begins anew."""
        typed = self._typed + digit
        if int(typed) > self.desk.state.present and self._typed:
            typed = digit
        self._typed = typed if await self._keep(int(typed)) else ""

    async def _keep(self, number: int) -> bool:
        """Keep how many wear the hat that is pointed at; more than are here is said, and not kept."""
        outcome = count_hat(self.desk.state, self.desk.kinds, self.pointed, number)
        kept = await self.desk.act("checkin.hats", outcome)
        self.stage.refresh_view()
        return kept
