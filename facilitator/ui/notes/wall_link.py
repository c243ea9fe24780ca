"""The notes' side of what they and the wall say to each other: what is on the wall, and asking it to turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from facilitator.entry_ids import new_id
from facilitator.storage.files import Files
from facilitator.storage.journal_follower import Followed, JournalFollower
from facilitator.storage.places import Places
from facilitator.storage.turn_request import PATIENCE, TurnRequest, ask, withdraw
from facilitator.storage.wall_mark import TurnAnswer


class WallLink:
    """Follows the wall, and has at most one request waiting there."""

    def __init__(
        self,
        files: Files,
        places: Places,
        follower: JournalFollower,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files = files
        self._places = places
        self._follower = follower
        self._clock = clock
        self._waiting: TurnRequest | None = None
        self._asked = 0.0
        self.followed = Followed()
        """What was on the wall at the last look."""

    def look(self) -> TurnAnswer | None:
        """Look at the wall; give what became of what was asked, once that is known."""
        self.followed = self._follower.look()
        heard = self._heard() if self._waiting is not None else None
        if heard is not None:
            self._waiting = None
        return heard

    def turn(self, by: int) -> TurnAnswer | None:
        """Ask for a page on, or back; give why that cannot be. While one waits another is not asked."""
        mark, state = self.followed.mark, self.followed.state
        if mark is None or state is None:
            return TurnAnswer(why="no_answer" if self.followed.silent else "no_session")
        if self._waiting is not None:
            return None
        request = TurnRequest(new_id(), mark.wall, mark.session, state.at.where, by)
        try:
            ask(self._files, self._places, request)
        except OSError:
            return TurnAnswer(why="cannot_ask")
        self._waiting, self._asked = request, self._clock()
        return None

    def _heard(self) -> TurnAnswer | None:
        request, mark, state = self._waiting, self.followed.mark, self.followed.state
        if request is None:
            return None
        if mark is not None and mark.answer.id == request.id:
            return mark.answer
        if mark is not None and not request.is_for(mark):
            return TurnAnswer(why="elsewhere")
        if state is not None and mark is not None and state.at.where != request.where:
            return TurnAnswer()
        if self._clock() - self._asked > PATIENCE or mark is None:
            with suppress(OSError):
                withdraw(self._files, self._places, request.session)
            return TurnAnswer(why="no_answer")
        return None
