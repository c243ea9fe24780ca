"""Takes away what was kept for a while: copies of session files, and what was damaged or left by a crash.

Nothing goes before seven days have passed, and nothing that belongs to a session that was not closed well,
except copies of its file. What a disk refuses stays for the next time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.problems import Refused
from facilitator.storage.earlier import KEPT
from facilitator.storage.files import Files
from facilitator.storage.places import Places

_BROKEN: Final = ".broken-"


def tidy(files: Files, places: Places, *closed: Path) -> None:
    """Take away what is older than seven days; ``closed``: session files that were just closed well."""
    for path in [*_left(files, places), *_damaged(files, closed)]:
        with suppress(OSError, Refused):
            if files.now() - files.changed(path) <= KEPT:
                continue
            if path.suffix == ".lock":
                files.lock(path).release()  # which takes it away, unless somebody holds it
            else:
                files.remove(path)
    for session in files.names_there(places.earlier):
        if not files.names_there(places.kept(session)):
            with suppress(OSError):
                files.remove_folder(places.kept(session))


def _left(files: Files, places: Places) -> Iterator[Path]:
    there = set(files.names_there(places.journals))
    for folder in (places.journals, places.drafts):
        for name in files.names_there(folder):
            session = name.removeprefix(".~").partition(".")[0]
            if f"{session}.journal" not in there:
                yield folder / name
    for session in files.names_there(places.earlier):
        yield from (places.kept(session) / name for name in files.names_there(places.kept(session)))


def _damaged(files: Files, closed: tuple[Path, ...]) -> Iterator[Path]:
    for path in closed:
        for name in files.names_there(path.parent):
            if name.startswith(path.name + _BROKEN):
                yield path.with_name(name)
