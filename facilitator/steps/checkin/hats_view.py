"""Other hats on the stage: hands per kind of hat, counted for all together and tied to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.limits import HAT
from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.steps.checkin.count_view import CountView
from facilitator.steps.checkin.hats import count_hat, hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Pick, Say

HATS: Final = "hats"
MOST_DOTS: Final = 22
"""More hands than this are told by their number alone."""


class HatsView(CountView):
    """Who is here as something else as well?"""

    def __init__(self, context: StepContext[CheckinStep]) -> None:
        super().__init__(context)
        self.hats = hats_of(self.step, self.t)
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("checkin.hats.ask"))
        yield self.pick
        yield Say(self.t("checkin.hats.stay", smallest=SMALLEST_SHOWN), classes="quiet gap")

    def show(self) -> None:
        worn = self.desk.state.hats()
        self.pick.put([self._row(hat.id, hat.text, worn.get(hat.id, 0)) for hat in self.hats])

    def _row(self, name: str, text: str, count: int) -> Option:
        dots = "●" * count if count <= MOST_DOTS else ""
        return Option(name, Content.assemble(f"{text:<{HAT}}", (f"{count:>4}   ", "bold"), dots))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("page_back", "enter left escape", self.go, 1),
            *self.count_keys(),
            *pointing(self, tab=True),
        ]

    @property
    def pointed(self) -> str:
        return self.pick.chosen.id if self.pick.chosen else ""

    def move(self, by: int) -> None:
        """Point at another hat; a number is typed anew there."""
        self.typed_number = ""
        self.pick.move(by)

    @property
    def counted(self) -> int:
        return self.desk.state.hats().get(self.pointed, 0)

    async def keep(self, number: int) -> bool:
        """Keep how many wear the hat that is pointed at; more than are here is said, and not kept."""
        outcome = count_hat(self.desk.state, self.desk.kinds, self.pointed, number)
        kept = await self.desk.act("checkin.hats", outcome)
        self.stage.refresh_view()
        return kept
