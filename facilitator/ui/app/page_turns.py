"""Turning a page of the wall when the facilitator's notes ask for it: what the key does, or nothing."""

from __future__ import annotations

from facilitator.storage.turn_request import TurnRequest
from facilitator.storage.wall_mark import TurnAnswer
from facilitator.ui.app.remote import page_action
from facilitator.ui.app.session_controller import SessionController
from facilitator.ui.kit.actions import Action


class PageTurns:
    """Does what the notes ask, in turn with the keys, unless the wall is busy with something else."""

    def __init__(self, run: SessionController) -> None:
        self._run = run
        self._stage = run.stage

    async def turn(self, request: TurnRequest) -> TurnAnswer:
        """Turn a page, and tell whether that was done, or why not."""
        if why := self._busy(request):
            return TurnAnswer(request.id, why)
        action, turns = page_action(self._stage, request.by)
        if action is None or not turns:
            return TurnAnswer(request.id, "own_key", action.label(self._run.t) if action else "")
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
        await self._run.app.keyboard.carry_out(action)
        return self._run.desk.state.at != before
