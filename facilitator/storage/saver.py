"""Writes the session file: atomically, never over what someone else wrote, and soon after each change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Final, Protocol

from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.session.disclosure import for_outside
from facilitator.session.state import State
from facilitator.storage.conflicts import beside, conflict
from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files, LinkError, TooLargeError, write_whole
from facilitator.storage.frames import digest
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_file import LARGEST, write_text

SOON: Final = 2.0
"""Seconds."""

Tell = Callable[[Problem], None]


class Alarm(Protocol):
    """Something that goes off later, unless it is cancelled."""

    def cancel(self) -> None: ...


Later = Callable[[float, Callable[[], None]], Alarm]
"""Call something in so many seconds, from another thread."""


def in_a_thread(seconds: float, call: Callable[[], None]) -> Alarm:
    timer = Timer(seconds, call)
    timer.daemon = True
    timer.start()
    return timer


class Saver:
    """The session file of an open session. Safe to call from any thread."""

    def __init__(
        self,
        files: Files,
        path: Path,
        known: str = "",
        saved: int = -1,
        *,
        later: Later,
        tell: Tell,
        copies: Earlier,
    ) -> None:
        """Begin with a file whose fingerprint is ``known``; empty when there is no file yet.

        ``saved`` is the last action in it when it is safe as it stands, else -1.
        """
        self.path = path
        self._files = files
        self._known = known
        self._saved = saved
        self.later = later
        self.tell = tell
        self.copies = copies
        self._writing = Lock()
        self._waiting = Lock()
        self._next: tuple[State, int] | None = None
        self._alarm: Alarm | None = None
        self._cancelled = 0
        self._behind = False
        """Whether the file could not be brought up to date the last time."""

    def elsewhere(self, path: Path) -> Saver:
        """Give one that writes a file which is not there yet, and tells and keeps copies as this one does."""
        return Saver(self._files, path, later=self.later, tell=self.tell, copies=self.copies)

    def save(self, state: State, seq: int) -> None:
        """Write the file, durable on return; an older ``seq`` than was written is left alone.

        What may not leave the room is not in it.

        When someone else changed the file, ours goes beside it, and from then on there. Raises NotSaved.
        """
        with self._writing:
            if seq < self._saved:
                return
            try:
                if seq == self._saved and self._stands() == self._known:
                    return
                self._write(write_text(for_outside(state), seq).encode())
            except OSError as error:
                raise NotSaved(Problem("storage.file_not_saved", {"why": why(error)})) from error
            self._saved = seq

    def text(self, state: State, seq: int) -> str:
        """Give the file in which this state stands: as it is, or as it will be written."""
        with self._writing:
            if seq == self._saved:
                with suppress(OSError, UnicodeDecodeError):
                    data = self._files.read(self.path, LARGEST)
                    if digest(data) == self._known:
                        return data.decode()
        return write_text(for_outside(state), seq)

    def save_soon(self, state: State, seq: int) -> None:
        """Write the file within two seconds, with what is newest by then."""
        with self._waiting:
            self._next = (state, seq)
            if self._alarm is None:
                self._alarm = self.later(SOON, self._save_next)

    def keep_copy(self) -> None:
        """Keep a copy of the file as it stands, outside the folder that people see."""
        with suppress(OSError):
            self.copies.keep(self.path, self._files.read(self.path, LARGEST), now=True)

    def cancel(self) -> None:
        """Forget what was to be written soon."""
        with self._waiting:
            self._next = None
            self._cancelled += 1
            if self._alarm is not None:
                self._alarm.cancel()
                self._alarm = None

    def _save_next(self) -> None:
        with self._waiting:
            waiting, self._next, self._alarm = self._next, None, None
            asked = self._cancelled
        if waiting is None:
            return
        try:
            self.save(*waiting)
        except NotSaved as error:
            self._try_later(waiting, asked, error.problem)
        else:
            if self._behind:
                self._behind = False
                self.tell(Problem("storage.file_saved_again", severity="warning"))

    def _try_later(self, waiting: tuple[State, int], asked: int, problem: Problem) -> None:
        """Say once that the file is behind, and go on trying: space may come back."""
        if not self._behind:
            self._behind = True
            self.tell(problem)
        with self._waiting:
            if self._next is None and asked == self._cancelled:
                self._next = waiting
                self._alarm = self.later(SOON, self._save_next)

    def _write(self, data: bytes) -> None:
        self._files.make_folder(self.path.parent)
        theirs, ours = self.path, self.path
        if self._stands() not in {"", self._known}:
            ours = next(path for path in beside(theirs) if not self._files.exists(path))
        write_whole(self._files, ours, data)
        if ours != theirs:
            self.path = ours
            self.tell(conflict(theirs, ours))
        self._known = digest(data)
        self.copies.keep(self.path, data)

    def _stands(self) -> str:
        """Give the fingerprint of the file as it stands, or what is in its place; empty when nothing is."""
        try:
            return digest(self._files.read(self.path, LARGEST))
        except FileNotFoundError:
            return ""
        except TooLargeError:
            return "too large"
        except LinkError:
            return "a link"
