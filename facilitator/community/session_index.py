"""What was counted of files before, so that a next time only what changed is read. It may be thrown away.

A file is known by its path, its size and its time; a change that keeps both is not noticed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from facilitator import __version__
from facilitator.community.session_counts import VERSION, SessionCounts

if TYPE_CHECKING:
    import sqlite3

OF: Final = f"{__version__}/{VERSION}"
"""What made the counts: another version of the app counts anew."""
EVERY: Final = 200
"""Files after which what was read is kept."""

TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY, made TEXT, size INT, time INT, counts TEXT)"
)

Stamp = tuple[int, int]
"""Size and time of a file, in bytes and nanoseconds."""


class SessionIndex:
    """A cache of counts, in one file; where that cannot be opened or is damaged it remembers nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.added = 0
        self.known: dict[str, tuple[Stamp, str]] = {}
        self.base = self._open()

    def __enter__(self) -> SessionIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was read, also where it was broken off."""
        if self.base is not None:
            with suppress(self.base.Error):
                self.base.commit()
            self.base.close()

    def _open(self) -> sqlite3.Connection | None:
        try:
            import sqlite3
        except ImportError:  # the Python of the zip for Windows has none
            return None
        for _ in range(2):
            base = None
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(self.path)
                base.execute(TABLE)
                rows = base.execute("SELECT path, size, time, counts FROM seen WHERE made = ?", (OF,))
                self.known = {path: ((size, time), counts) for path, size, time, counts in rows}
            except (sqlite3.Error, OSError):
                if base is not None:
                    base.close()
                with suppress(OSError):
                    self.path.unlink()
            else:
                return base
        return None

    def find(self, path: Path, stamp: Stamp) -> SessionCounts | None:
        """Give what was counted of a file, when it is as it was then."""
        seen, counts = self.known.get(str(path), ((-1, -1), ""))
        if seen != stamp:
            return None
        with suppress(ValidationError):
            return SessionCounts.model_validate_json(counts)
        return None

    def add(self, path: Path, stamp: Stamp, counts: SessionCounts) -> None:
        """Remember what was counted of a file."""
        if self.base is None:
            return
        row = (str(path), OF, *stamp, counts.model_dump_json())
        with suppress(self.base.Error):
            self.base.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)", row)
            self.added += 1
            if self.added % EVERY == 0:
                self.base.commit()
