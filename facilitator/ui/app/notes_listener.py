"""What the wall does for the notes beside it: it says which session it shows, and hears what they ask.

In a thread of its own, so that a slow disk holds up no key. Whatever goes wrong here is no reason to stop:
the notes then say that the wall does not answer.
"""

from __future__ import annotations

import time
from asyncio import to_thread
from contextlib import suppress
from dataclasses import replace
from functools import partial
from queue import SimpleQueue
from threading import Event, Thread
from typing import Final

from facilitator.storage.files import Files
from facilitator.storage.places import Places
from facilitator.storage.turn_request import LATE, TurnRequest, take, withdraw
from facilitator.storage.wall_mark import BEAT, TurnAnswer, WallMark, write_mark
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.page_turns import PageTurns
from facilitator.ui.app.session_controller import SessionController

LOOK_AGAIN: Final = 0.1
"""Seconds between two looks whether something was asked."""
LEAVING: Final = 1.0
"""Seconds that is waited at most for the thread to end."""


class NotesListener:
    """Stands by as long as a session is on the wall."""

    def __init__(self, app: FacilitatorApp, run: SessionController, places: Places) -> None:
        self._app = app
        self._run = run
        self._places = places
        self._files = Files()
        self._turns = PageTurns(run)
        self._answers: SimpleQueue[TurnAnswer] = SimpleQueue()
        store, now = run.desk.store, run.desk.now()
        # by the moment and not by chance: files of two evenings differ in nothing but what was done in them
        name = now.strftime("%Y%m%dT%H%M%S%f")
        self._mark = WallMark(store.session, str(store.journal_path), name, now.timestamp())
        self._stop = Event()
        self._wake = Event()
        """Set when there is something to say at once."""
        self._thread = Thread(target=self._stand_by, name="notes", daemon=True)

    def start(self) -> None:
        self._thread.start()

    async def stop(self) -> None:
        """Stand by no longer, and say that the session is not on the wall any more."""
        self._stop.set()
        self._wake.set()
        await to_thread(self._leave)

    def _leave(self) -> None:
        self._thread.join(LEAVING)
        for remove in (
            partial(withdraw, self._files, self._places, self._mark.session),
            partial(self._files.remove, self._places.mark(self._mark.session)),
        ):
            with suppress(OSError):
                remove()

    # -- in the thread

    def _stand_by(self) -> None:
        beaten = 0.0
        while not self._stop.is_set():
            now = time.monotonic()
            changed = self._bring_up_to_date()
            if changed or not beaten or now - beaten >= BEAT:
                self._say(anew=changed or not beaten)
                beaten = now
            self._hear()
            self._wake.wait(LOOK_AGAIN)
            self._wake.clear()
            if not self._app.is_running:
                return

    def _bring_up_to_date(self) -> bool:
        """Let the mark say what the wall answered, and where the journal went on; tell whether it changed."""
        mark = replace(self._mark, journal=str(self._run.desk.store.journal_path))
        while not self._answers.empty():
            mark = replace(mark, answer=self._answers.get())
        changed, self._mark = mark != self._mark, mark
        return changed

    def _say(self, *, anew: bool) -> None:
        """Write the mark, or date it anew; one that cannot be written may not stay as it was."""
        path = self._places.mark(self._mark.session)
        try:
            if not anew:
                self._files.touch(path)
                return
        except OSError:  # its folder was taken away
            pass
        try:
            write_mark(self._files, self._places, self._mark)
        except OSError:
            with suppress(OSError):
                self._files.remove(path)

    def _hear(self) -> None:
        request = None
        with suppress(OSError):
            request = take(self._files, self._places, self._mark.session)
        if request is not None and request.is_for(self._mark):
            self._app.in_turn(partial(self._turn, request, time.monotonic()))

    # -- in turn with the keys

    async def _turn(self, request: TurnRequest, asked: float) -> None:
        if time.monotonic() - asked <= LATE and not self._stop.is_set():
            self._answers.put(await self._turns.turn(request))
            self._wake.set()


def listen(app: FacilitatorApp, run: SessionController, places: Places) -> None:
    """Let notes follow a session for as long as it is on the wall."""
    listener = NotesListener(app, run, places)
    run.on_closed = listener.stop
    listener.start()
