"""In a session that follows another: how many who are here were there then too. Counted for all together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_since

MOST_DOTS = 40
"""More people than this are told by their number alone."""


class ReturningView(StepView):
    """Who was there last time?"""

    room = "checkin"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.number = Say(classes="below")
        self._typed = ""

    def compose(self) -> ComposeResult:
        yield Say(self.t("checkin.returning.ask"), classes="lead")
        yield self.number
        yield Say(self._last_time(), classes="quiet")

    def shows(self, page: str) -> bool:
        return page == "returning"

    def _last_time(self) -> str:
        before, day = self.desk.state.before, self.desk.state.about.day
        if before is None:
            return ""
        when = say_since(before.day, day, self.t.language)
        return self.t("checkin.returning.last_time", title=before.title, when=when)

    @property
    def count(self) -> int | None:
        """How many were counted; None when they were not yet."""
        found = self.desk.state.result(self.key).get("returning")
        return min(found, self.desk.state.present) if isinstance(found, int) else None

    def show(self) -> None:
        here, count = self.desk.state.present, self.count
        said = self.t("checkin.returning.count", n="–" if count is None else count, here=here)
        dots = f"{'●' * (count or 0)}{'○' * (here - (count or 0))}" if here <= MOST_DOTS else ""
        self.number.say(Content.assemble((said, "bold"), f"   {dots}" if dots else ""))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("on", "enter", self.stage.go_on, 1),
            self.action("to_people", "left", self._to_people, 2),
            Action("more", ("plus", "equals_sign", "right_square_bracket"), partial(self._add, 1), "kit", 3),
            Action("less", ("minus", "left_square_bracket"), partial(self._add, -1), "kit", 4),
            *(Action("digit", (digit,), partial(self._type, digit), "kit", 0) for digit in "0123456789"),
        ]

    async def _to_people(self) -> None:
        await self.stage.go_to(self.key)

    async def _add(self, by: int) -> None:
        self._typed = ""
        await self._keep(max((self.count or 0) + by, 0))

    async def _type(self, digit: str) -> None:
        """Count by typing: 1 and then 2 makes 12; what is more than are here begins anew."""
        typed = self._typed + digit
        if int(typed) > self.desk.state.present and self._typed:
            typed = digit
        self._typed = typed if await self._keep(int(typed)) else ""

    async def _keep(self, number: int) -> bool:
        """Keep a number of at most the people who are here; more is said, and not kept."""
        here = self.desk.state.present
        if number > here:
            self.stage.tell(self.t("checkin.returning.at_most", n=here))
            return False
        kept = await self.set_result("returning", number)
        self.stage.refresh_view()
        return kept
