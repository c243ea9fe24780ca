"""Takes away what was kept for a while: copies of session files, and what was damaged or left by a crash.

Nothing goes before seven days have passed, and nothing that belongs to a session that was not closed well,
except copies of its file. What was being typed stays as long as the file of its session. What a disk refuses
stays for the next time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.problems import Refused
from facilitator.storage.earlier_copies import KEPT
from facilitator.storage.files import Files
from facilitator.storage.places import Places
from facilitator.storage.session_list import find_sessions

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
    drafts = files.names_there(places.drafts)
    typed = [name for name in drafts if f"{_session(name)}.journal" not in there]
    yield from (places.drafts / name for name in _of_no_session(files, places, typed))
    for name in files.names_there(places.journals):
        if f"{_session(name)}.journal" not in there:
            yield places.journals / name
    yield from (
        places.wall / name for name in files.names_there(places.wall)
    )  # of a session that is open: new
    for session in files.names_there(places.earlier):
        yield from (places.kept(session) / name for name in files.names_there(places.kept(session)))


def _of_no_session(files: Files, places: Places, typed: Sequence[str]) -> Iterator[str]:
    """Give the drafts of sessions that are gone; none while a folder may not be seen: one may be there."""
    found = find_sessions(places, files=files) if typed else None
    if found is None or found.problems:
        return
    known = {heading.id for heading in found.sessions}
    yield from (name for name in typed if _session(name) not in known)


def _session(name: str) -> str:
    """Give the id of the session that a file of the app belongs to."""
    return name.removeprefix(".~").partition(".")[0]


def _damaged(files: Files, closed: tuple[Path, ...]) -> Iterator[Path]:
    for path in closed:
        for name in files.names_there(path.parent):
            if name.startswith(path.name + _BROKEN):
                yield path.with_name(name)
