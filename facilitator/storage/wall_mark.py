"""What a wall says beside the journals: which session is on it, where its journal is, what it answered.

Whoever reads along, such as the facilitator's notes, finds the session here and needs no lock for it. The
wall dates its mark anew every two seconds, so that a mark that is old is one of a wall that is no longer
there. It holds nothing of what people said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places
from facilitator.storage.plain_table import read_plain, texts

VERSION: Final = 1
LARGEST: Final = 20_000
"""Bytes."""
BEAT: Final = 2.0
"""Seconds after which a wall dates its mark anew."""
SILENT: Final = 3 * BEAT
"""Seconds after which a wall that did not is taken to be gone."""


@dataclass(frozen=True)
class TurnAnswer:
    """What the wall did with what it was asked."""

    id: str = ""
    """Of the request; empty: nothing was asked yet."""
    why: str = ""
    """Why it was not done; empty when it was."""
    label: str = ""
    """What the key means on the wall instead, in the words of its key bar."""


@dataclass(frozen=True)
class WallMark:
    """A session that is on a wall."""

    session: str
    journal: str
    """Path of the journal."""
    wall: str
    """A name that this wall has for as long as the session is open there: the moment it was opened."""
    since: float
    """When the session was opened, in seconds since 1970."""
    answer: TurnAnswer = TurnAnswer()

    def payload(self) -> bytes:
        return json.dumps({"mark": VERSION, **asdict(self)}).encode()


def write_mark(files: Files, places: Places, mark: WallMark) -> None:
    """Put a mark down, in place of the one there was. Not durable: after a power cut no wall is there."""
    files.make_folder(places.wall)
    write_whole(files, places.mark(mark.session), mark.payload(), durable=False)


def read_mark(data: bytes) -> WallMark | None:
    """Give the mark in a file; None when it is none."""
    said = read_plain(data, "mark", VERSION)
    answer = said.get("answer") if said else None
    if said is None or not isinstance(answer, Mapping):
        return None
    words = texts(said, "session", "journal", "wall")
    answered = texts(answer, "id", "why", "label")
    since = said.get("since")
    if words is None or answered is None or not isinstance(since, float):
        return None
    return WallMark(words[0], words[1], words[2], since, TurnAnswer(*answered))


class Marks:
    """The marks there are; each is read again only after it changed."""

    def __init__(self, files: Files, places: Places) -> None:
        self._files = files
        self._places = places
        self._read: dict[str, tuple[float, WallMark | None]] = {}

    def newest(self) -> WallMark | None:
        """Give the mark of the wall that opened its session last; None when no wall is there."""
        return max(self._of_walls(), key=lambda mark: mark.since, default=None)

    def is_left(self, session: str) -> bool:
        """Tell whether the mark of a session still lies there: its wall did not close it."""
        return self._files.exists(self._places.mark(session))

    def _of_walls(self) -> Iterator[WallMark]:
        now = self._files.now()
        for name in self._files.names_there(self._places.wall):
            path = self._places.wall / name
            if path.suffix != ".json" or name.startswith("."):
                continue
            try:
                mark = self._mark(path, self._files.changed(path))
                age = abs(now - self._files.changed(path))
            except OSError:  # it goes just now, or is being replaced
                continue
            if mark is not None and age <= SILENT and self._places.mark(mark.session) == path:
                yield mark

    def _mark(self, path: Path, changed: float) -> WallMark | None:
        found = self._read.get(path.name)
        if found is None or found[0] != changed:
            found = self._read[path.name] = (changed, read_mark(self._files.read(path, LARGEST)))
        return found[1]
