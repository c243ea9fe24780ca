"""What was counted of files, so that a next time only what changed is read. It may be thrown away.

A file is known by its path, its size and its time; a change that keeps both is not noticed.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import ValidationError

from facilitator import __version__
from facilitator.community.session_counts import VERSION, SessionCounts

if TYPE_CHECKING:
    import sqlite3

OF: Final = f"{__version__}/{VERSION}"
"""What made the counts: another version of the app counts anew."""
EVERY: Final = 200
"""Files after which what was read is kept."""

TABLE: Final = """CREATE TABLE IF NOT EXISTS counted (
    path TEXT PRIMARY KEY, made TEXT, size INT, time INT,
    session TEXT, seq INT, day TEXT, tables TEXT, is_copy INT, counts TEXT)"""
FIND: Final = """SELECT session, seq, day, tables, is_copy FROM counted
    WHERE path = ? AND made = ? AND size = ? AND time = ?"""

Stamp = tuple[int, int]
"""Size and time of a file, in bytes and nanoseconds."""


class SessionHead(NamedTuple):
    """What tells sessions apart, and which of them come first."""

    session: str
    seq: int
    day: date
    tables: tuple[str, ...] = ()
    """The sessions of tables that it was made of."""
    is_copy: bool = False
    """Whether it stands in a copy to share."""


class SessionIndex:
    """A cache of counts in one file; without one, or where it cannot be opened, they are in memory.

    When reading is broken off, what was read by then is kept.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.added = 0
        self.base = self._open(path) if path else None
        self.memory: dict[str, SessionCounts] = {}

    def __enter__(self) -> SessionIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.base is not None:
            with suppress(self.base.Error):
                self.base.commit()
            self.base.close()

    def find(self, path: Path, stamp: Stamp) -> SessionHead | None:
        """Give which session a file held, when it is as it was then."""
        if self.base is None:
            return None
        with suppress(self.base.Error):
            row = self.base.execute(FIND, (str(path), OF, *stamp)).fetchone()
            if row:
                session, seq, day, tables, is_copy = row
                return SessionHead(session, seq, date.fromisoformat(day), (*tables.split(),), bool(is_copy))
        return None

    def counts(self, path: Path) -> SessionCounts | None:
        """Give what was counted of a file."""
        if self.base is None:
            return self.memory.get(str(path))
        with suppress(self.base.Error, ValidationError):
            row = self.base.execute("SELECT counts FROM counted WHERE path = ?", (str(path),)).fetchone()
            return SessionCounts.model_validate_json(row[0]) if row else None
        return None

    def add(self, path: Path, stamp: Stamp, head: SessionHead, counts: SessionCounts) -> None:
        """Remember what was counted of a file."""
        if self.base is None:
            self.memory[str(path)] = counts
            return
        said = (head.session, head.seq, head.day.isoformat(), " ".join(head.tables), head.is_copy)
        row = (str(path), OF, *stamp, *said, counts.model_dump_json())
        with suppress(self.base.Error):
            self.base.execute("INSERT OR REPLACE INTO counted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            self.added += 1
            if self.added % EVERY == 0:
                self.base.commit()

    @property
    def is_kept(self) -> bool:
        """Whether a next time can go on from here."""
        return self.base is not None

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection | None:
        try:
            import sqlite3
        except ImportError:  # the Python of the zip for Windows has none
            return None
        for _ in range(2):
            base = None
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(path)
                base.execute(TABLE)
                base.execute(FIND, ("", "", 0, 0))
            except (sqlite3.Error, OSError):
                if base is not None:
                    base.close()
                with suppress(OSError):
                    path.unlink()
            else:
                return base
        return None
