"""The state of a session that another process has open, read from its journal while that goes on.

Nothing is written, no lock is taken, and no file stays open: whoever writes does not notice. A line that is
not whole yet is read at the next look. A journal that was begun anew, after a disk that failed or in another
folder, is read from its beginning.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from facilitator.folders import about
from facilitator.problems import Refused
from facilitator.scenario.model import Kinds
from facilitator.session.disclosure import for_outside
from facilitator.session.history import History
from facilitator.session.state import State
from facilitator.storage.files import Files
from facilitator.storage.journal import LARGEST, read_further, read_journal
from facilitator.storage.places import Places
from facilitator.storage.session_file import read_text
from facilitator.storage.wall_mark import Marks, WallMark


@dataclass(frozen=True)
class Followed:
    """What is on the wall, as far as anyone may know."""

    mark: WallMark | None = None
    """None: no session is open."""
    state: State | None = None
    """What may be known outside the room: nothing of an open vote, and nothing withheld."""
    ended: bool = False
    """Whether the session that was followed before was closed, and no other is open."""
    silent: bool = False
    """Whether the wall is gone without having closed it; what was known last stands in ``state``."""


class _OpenJournal:
    """One journal, read as far as it is whole."""

    def __init__(self, files: Files, path: Path, kinds: Kinds) -> None:
        self._files = files
        self.path = path
        self._kinds = kinds
        self._seen = (0, 0)
        """Which file it was, and how many bytes it had at the last look."""
        self._size = 0
        self._last = 0
        self._history: History | None = None
        self._public: State | None = None

    @property
    def state(self) -> State | None:
        """The session as it may be known; None while nothing could be read."""
        return self._public

    def look(self) -> None:
        """Read what came. Raises OSError."""
        there = about(self.path)
        seen = (there.st_ino, there.st_size)
        if seen == self._seen:
            return
        longer = seen[0] == self._seen[0] and seen[1] >= self._size
        if self._history is None or not longer or not self._read_on(self._history):
            self._read_all()
        self._seen = seen
        if self._history is not None:
            # what is withheld stays in the history, which needs it when a group agrees to show it
            self._public = for_outside(self._history.state).replace(withheld={})

    def _read_on(self, history: History) -> bool:
        """Read the lines that came; tell whether what was there before is still its beginning."""
        data = self._files.read(self.path, LARGEST)[self._size :]
        actions, size = read_further(data, self._last, self._kinds)
        if not actions and b"\n" in data:
            return False
        self._history = reduce(History.add, actions, history)
        self._last += len(actions)
        self._size += size
        return True

    def _read_all(self) -> None:
        read = read_journal(self._files, self.path, self._kinds)
        if read.header is None:
            return
        try:
            base = read_text(read.header.base, self._kinds, lines=False).state
        except Refused:  # of a newer app, which says so itself
            return
        self._history = History.replay(base, read.actions)
        self._last = read.header.seq + len(read.actions)
        self._size = read.size


class JournalFollower:
    """Follows whichever session is on the wall. It is asked often, and does little when nothing changed."""

    def __init__(self, files: Files, places: Places, kinds: Kinds) -> None:
        self._files = files
        self._kinds = kinds
        self._marks = Marks(files, places)
        self._journal: _OpenJournal | None = None
        self._mark: WallMark | None = None

    def look(self) -> Followed:
        """Give what is on the wall at this moment."""
        mark = self._marks.newest()
        if mark is None:
            return self._alone()
        path = Path(mark.journal)
        other = self._mark is None or (mark.session, mark.wall) != (self._mark.session, self._mark.wall)
        if self._journal is None or other or self._journal.path != path:
            self._journal = _OpenJournal(self._files, path, self._kinds)
        self._mark = mark
        with suppress(OSError):  # it is being closed, or replaced: the next look tells
            self._journal.look()
        return Followed(mark, self._journal.state)

    def _alone(self) -> Followed:
        """Say how it stands when no wall is there."""
        if self._mark is None:
            return Followed()
        if not self._marks.is_left(self._mark.session):
            self._journal = None
            return Followed(ended=True)
        return Followed(state=self._journal.state if self._journal else None, silent=True)
