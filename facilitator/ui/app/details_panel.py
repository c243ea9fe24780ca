"""What looks like it belongs to one person: the group chooses once what of it may leave the room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.session.commands import set_results
from facilitator.session.personal_details import to_choose
from facilitator.session.session_leaves import DETAILS
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Pick, Say


class DetailsPanel(Panel):
    """A line for each name, number and address; Space shows it outside or leaves it out, Enter is enough."""

    title = "details"

    def __init__(self, desk: Desk, stage: StageHost, then: Callable[[], Awaitable[None]]) -> None:
        """``then``: goes on once the group chose."""
        super().__init__(desk, stage)
        self.then = then
        self.shown = set(desk.state.details().shown)
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.details.lead"))
        yield self.pick
        yield Say(self.t("app.details.why"), classes="quiet gap")

    def show(self) -> None:
        self.pick.put([Option(text, text, self._end(text)) for text in self._texts()])

    def _texts(self) -> list[str]:
        return [detail.text for detail in to_choose(self.desk.state)]

    def _end(self, text: str) -> str:
        return self.t(f"app.details.{'shown' if text in self.shown else 'left_out'}")

    def actions(self) -> Sequence[Action]:
        offered = [
            self.action("details_done", "enter", self._done, 1),
            self.action("close", "escape", self.stage.close_panel, 3),
        ]
        if self.pick.chosen:
            show = self.action("show_or_not", "space", partial(self._turn, self.pick.chosen.id), 2)
            offered = [*offered, show, *pointing(self.pick, tab=True)]
        return offered

    async def _turn(self, text: str) -> None:
        self.shown ^= {text}
        self.stage.refresh_view()

    async def _done(self) -> None:
        state, texts = self.desk.state, self._texts()
        shown = [text for text in texts if text in self.shown]
        outcome = set_results(state, self.desk.kinds, DETAILS, {"decided": [*texts], "shown": [*shown]})
        if await self.desk.act("details", outcome):
            await self.stage.close_panel()
            await self.then()
