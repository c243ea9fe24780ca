"""The last session files that were written, kept for a week outside the folder that people see.

When a session file and its journal are both damaged, the newest of these that is whole is gone on with.
A copy is the session file itself, under a first line that says where that stood; it holds nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places

MOST: Final = 5
"""Copies of one session."""
KEPT: Final = 7 * 24 * 3600.0
"""Seconds that a copy, or what was put aside, is kept."""
APART: Final = 300.0
"""Seconds between two copies while a session is open."""
LARGEST: Final = 20_100_000
"""Bytes."""

_FIRST: Final = b"# facilitator: "


class Earlier:
    """The copies of one session. What fails here is not told: the session file itself is safe."""

    def __init__(self, files: Files, folder: Path) -> None:
        self._files = files
        self._folder = folder

    def keep(self, path: Path, data: bytes, *, now: bool = False) -> None:
        """Keep a copy of the session file at ``path``, unless one was made in the last five minutes.

        ``now``: also then. Does nothing when the newest copy holds the same, and raises nothing.
        """
        with suppress(OSError):
            there = self._paths()
            if there and not now and abs(self._files.now() - self._files.changed(there[-1])) < APART:
                return
            whole = _FIRST + str(path).encode("utf-8", "replace") + b"\n" + data
            if there and self._files.read(there[-1], LARGEST) == whole:
                return
            self._files.make_folder(self._folder)
            last = int(there[-1].stem) if there else 0
            write_whole(self._files, self._folder / f"{last + 1:06d}.toml", whole)
            for old in self._paths()[:-MOST]:
                self._files.remove(old)

    def newest_first(self) -> Iterator[tuple[Path, bytes]]:
        """Give what the copies hold, each with where the session file stood."""
        for path in reversed(self._paths()):
            with suppress(OSError):
                first, _, data = self._files.read(path, LARGEST).partition(b"\n")
                if first.startswith(_FIRST):
                    yield Path(first.removeprefix(_FIRST).decode("utf-8", "replace")), data

    def changed(self) -> float:
        """Give when the newest copy was made, in seconds since 1970; 0 when there is none."""
        with suppress(OSError):
            if there := self._paths():
                return self._files.changed(there[-1])
        return 0.0

    def _paths(self) -> list[Path]:
        return [self._folder / name for name in self._files.names_there(self._folder) if _is_copy(name)]


def find_earlier(files: Files, places: Places, path: Path) -> str:
    """Give the id of the session of which a copy says that it stood at ``path``; empty when none does."""
    for session in files.names_there(places.earlier):
        for where, _ in Earlier(files, places.kept(session)).newest_first():
            if where == path:
                return session
    return ""


def _is_copy(name: str) -> bool:
    stem, dot, kind = name.partition(".")
    return stem.isascii() and stem.isdigit() and f"{dot}{kind}" == ".toml"
