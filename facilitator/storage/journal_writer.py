"""The journal of an open session, and what becomes of it when the disk refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import RLock

from facilitator.folders import short
from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.session.events import JournalEntry
from facilitator.storage.files import Files
from facilitator.storage.journal import Journal
from facilitator.storage.rescue import renewed
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.saver import SOON, Alarm, Later, Tell


class JournalWriter:
    """Adds to a journal until the disk fails, and again once it works: then in a fresh journal."""

    def __init__(self, files: Files, journal: Journal, busy: RLock, *, later: Later, tell: Tell) -> None:
        """``busy`` is held while the journal is changed, also by the one who calls ``append``."""
        self.journal = journal
        self.failed: Problem | None = None
        """What went wrong. Nothing can be added until the disk works again, or the journal is elsewhere."""
        self._files = files
        self._busy = busy
        self._later = later
        self._tell = tell
        self._alarm: Alarm | None = None
        self._stopped = False

    def append(self, action: JournalEntry) -> None:
        """Add an action, durable on return. Raises NotSaved, and then tries every two seconds to go on."""
        if self.failed is not None:
            raise NotSaved(self.failed)
        try:
            self.journal.append(action)
        except OSError as error:
            raise NotSaved(self._fail(error)) from error

    def _fail(self, error: OSError) -> Problem:
        if self.failed is None:
            folder = short(self.journal.path.parent)
            self.failed = Problem("storage.not_saved", {"why": why(error), "folder": folder})
            self._alarm = self._later(SOON, self._try_again)
        return self.failed

    @contextmanager
    def moving(self) -> Iterator[None]:
        """When going on elsewhere fails half-way, this journal may have lost its name: add nothing to it."""
        try:
            yield
        except OSError as error:
            self._fail(error)
            raise

    def go_on_in(self, journal: Journal) -> None:
        """Go on in another journal, that holds all of this one."""
        self.journal, self.failed = journal, None

    def stop(self) -> None:
        """Add nothing any more, and leave the journal as it is."""
        self._stopped = True
        if self._alarm is not None:
            self._alarm.cancel()
        with suppress(OSError):
            self.journal.close()

    def _try_again(self) -> None:
        with self._busy:
            self._alarm = None
            if self.failed is None or self._stopped:
                return
            try:
                self.go_on_in(renewed(self._files, self.journal))
            except OSError:
                self._alarm = self._later(SOON, self._try_again)
                return
        self._tell(Problem("storage.saved_again", severity="warning"))
