"""In a session that follows another: how many who are here were there then too. Counted for all together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.checkin.count_view import CountView
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_since

RETURNING: Final = "returning"
MOST_DOTS: Final = 40
"""More people than this are told by their number alone."""


class ReturningView(CountView):
    """Who was there last time?"""

    def __init__(self, context: StepContext[CheckinStep]) -> None:
        super().__init__(context)
        self.number = Say(classes="below")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("checkin.returning.ask"))
        yield self.number
        yield Say(self._last_time(), classes="quiet")

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
            self.way_on(),
            self.action("page_back", "left", self.go, 2),
            *self.count_keys(),
        ]

    @property
    def counted(self) -> int:
        return self.count or 0

    async def keep(self, number: int) -> bool:
        """Keep a number of at most the people who are here; more is said, and not kept."""
        here = self.desk.state.present
        if number > here:
            self.stage.tell(self.t("checkin.returning.at_most", n=here))
            return False
        kept = await self.set_result("returning", number)
        self.stage.refresh_view()
        return kept
