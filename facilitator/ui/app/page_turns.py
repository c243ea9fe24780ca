"""Turning a page of the wall when the facilitator's notes ask for it: what the key does, or nothing."""

from __future__ import annotations

from typing import Final

from facilitator.storage.turn_request import TurnRequest
from facilitator.storage.wall_mark import TurnAnswer
from facilitator.ui.app.session_controller import SessionController
from facilitator.ui.kit.actions import Action

KEYS: Final = {1: "enter", -1: "left"}
"""The keys on the wall that go on and back."""

ON: Final = frozenset(
    {
        *("on", "next", "another", "choose_now", "to_advice"),
        *("next_statement", "next_result", "next_set", "per_statement", "per_set"),
    }
)
BACK: Final = frozenset(
    {
        *("back", "page_back", "earlier", "list", "overview", "reread"),
        *("previous_statement", "previous_result", "previous_set"),
    }
)
TURNS: Final = {1: ON, -1: BACK}
"""What turns a page, as actions are called. Whatever begins, keeps, chooses, closes or reveals is done at the
wall itself, where the room sees who does it."""


class PageTurns:
    """Does what the notes ask, in turn with the keys, unless the wall is busy with something else."""

    def __init__(self, run: SessionController) -> None:
        self._run = run
        self._stage = run.stage

    async def turn(self, request: TurnRequest) -> TurnAnswer:
        """Turn a page, and tell whether that was done, or why not."""
        if why := self._busy(request):
            return TurnAnswer(request.id, why)
        key, t = KEYS[request.by], self._run.t
        action = next((each for each in self._stage.actions() if each.answers(key, typing=False)), None)
        if action is None or action.name not in TURNS[request.by]:
            return TurnAnswer(request.id, "own_key", action.label(t) if action else "")
        return TurnAnswer(request.id, "" if await self._do(action) else "stayed")

    def _busy(self, request: TurnRequest) -> str:
        """Say why no page is turned now, whatever the key would do; empty when one may be."""
        stage, view = self._stage, self._stage.view
        if view is None or request.where != self._run.desk.state.at.where:
            return "elsewhere"
        if stage.too_small:
            return "too_small"
        if self._run.desk.store.failed is not None:
            return "not_saved"
        if stage.line is not None or any(field.draft for field in view.fields()):
            return "typing"
        if len(stage.views) > 1:
            return "panel"
        return "ballots" if view.takes_ballots else ""

    async def _do(self, action: Action) -> bool:
        """Carry an action out as its key does; tell whether the wall is elsewhere since."""
        before = self._run.desk.state.at
        self._stage.said = ""
        await action.run()
        self._stage.refresh_bars()
        self._stage.on_typed()
        return self._run.desk.state.at != before
