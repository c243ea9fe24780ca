"""The sessions there are, from the first lines of their files. Quick to import: home shows them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem
from facilitator.storage.files import Files, LinkError
from facilitator.storage.frames import Header, read_header, unframe
from facilitator.storage.moved import find_moved, is_left
from facilitator.storage.not_saved import why
from facilitator.storage.places import Places, slug
from facilitator.text import clean

HEAD: Final = 16_000
"""Bytes in which the first lines of a session file fit."""
LARGEST: Final = 100_000_000
"""Bytes of a journal."""

SCENARIOS: Final = "scenarios"
"""The folder, in that of the sessions, that holds the user's own scenarios."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID: Final = re.compile(r"[a-z0-9]{8}")
_TABLE: Final = re.compile(r"^\[", re.MULTILINE)


@dataclass(frozen=True)
class SessionHeading:
    """What home shows of a session, read without the rest of it. Empty where a file does not say."""

    path: Path
    id: str = ""
    place: str = ""
    title: str = ""
    """Of the scenario."""
    day: date | None = None
    starts: time | None = None
    at: str = ""
    """``use/step`` where the group was."""
    step: int = 0
    """The number of that step; ``steps`` in all."""
    steps: int = 0
    closed: bool = False
    """Whether the group settled what the end of a session asks."""
    open_agreements: int = 0
    under_condition: int = 0
    """How many of these have an objection, or words that were not heard."""
    series: str = ""
    """The series of its scenario, and which part of it; empty when it stands alone."""
    part: int = 0
    keep_until: date | None = None
    """After this day it should be forgotten."""
    open: bool = False
    """Whether it was not closed in the app: opening it brings everything back."""
    problem: Problem | None = None
    """Why this file cannot be shown; the rest is empty then."""


def sessions(places: Places, limit: int = 50, files: Files | None = None) -> list[SessionHeading]:
    """Give the newest sessions, at most ``limit``; a file that cannot be read is a line with a problem.

    Raises nothing: a folder that is not there has no sessions.
    """
    files = files or Files()
    moved = find_moved(files, places)
    journals = {
        header.session: header
        for header in find_journals(places, files)
        if not is_left(files, Path(header.file), moved.get(header.session))
    }
    paths = sorted(_paths(places.sessions, files), key=lambda path: _age(path, files), reverse=True)[:limit]
    read = [
        read_heading(path, files) for path in dict.fromkeys([*paths, *(each.new for each in moved.values())])
    ]
    read = [each for each in read if not is_left(files, each.path, moved.get(each.id))]
    found = [_marked(each, journals, files) for each in read if not _is_scenario(each, places)]
    by_age = partial(_order, files=files)
    listed = {heading.id for heading in found if heading.open}
    for header in journals.values():
        path = Path(header.file)
        heading = next((each for each in found if each.path == path), None)
        if header.session in listed or (heading is not None and not heading.problem):
            continue
        found = [each for each in found if each is not heading]
        found.append(_from_head(path, header.base, opened=True))
    return [_told_apart(each, found) for each in sorted(found, key=by_age, reverse=True)[:limit]]


def _told_apart(heading: SessionHeading, found: Iterable[SessionHeading]) -> SessionHeading:
    """Say what is a file's own in its name where a session has several: after a conflict or a sync."""
    paths = [each.path for each in found if each.id == heading.id]
    if not heading.id or len(paths) < 2:
        return heading
    name, shortest = heading.path.stem, min((path.stem for path in paths), key=len)
    if len({path.stem for path in paths}) == 1:
        name = heading.path.parent.name
    elif all(path.stem.startswith(shortest) for path in paths):
        name = name.removeprefix(shortest)
    own = clean(name).strip(" .-_()")
    return replace(heading, title=f"{heading.title} ({own})") if own else heading


def to_follow(
    found: Iterable[SessionHeading], *, series: str = "", part: int = 0, place: str = ""
) -> list[SessionHeading]:
    """Give the sessions that a new one can follow, the likeliest first.

    First those of the part before in the same series, then those of the same place, each as they came.
    """
    here = slug(place)

    def unlikely(heading: SessionHeading) -> tuple[bool, bool]:
        before = bool(series) and heading.series == series and heading.part == part - 1
        return not before, not (place and slug(heading.place) == here)

    return sorted((each for each in found if each.problem is None), key=unlikely)


def find_session(places: Places, session: str, files: Files) -> Path | None:
    """Give the file of a session by its id."""
    if moved := find_moved(files, places).get(session):
        return moved.new
    paths = _paths(places.sessions, files)
    return next((path for path in paths if read_heading(path, files).id == session), None)


def read_heading(path: Path, files: Files) -> SessionHeading:
    """Read the first lines of a session file; what is wrong with it is in its ``problem``."""
    try:
        data = files.head(path, HEAD)
    except FileNotFoundError:
        return SessionHeading(path, problem=_problem("storage.no_file", path))
    except LinkError:
        return SessionHeading(path, problem=_problem("storage.link", path))
    except OSError as error:
        return SessionHeading(path, problem=_problem("storage.unreadable", path, why=why(error)))
    if not data.strip():
        return SessionHeading(path, problem=_problem("storage.empty", path))
    return _from_head(path, data.decode("utf-8-sig", "replace"))


def _is_scenario(heading: SessionHeading, places: Places) -> bool:
    """Tell whether a file is no session because it stands among the user's scenarios."""
    return heading.problem is not None and heading.path.parent == places.sessions / SCENARIOS


def _marked(heading: SessionHeading, journals: Mapping[str, Header], files: Files) -> SessionHeading:
    """Say that a session is open when its journal is there and belongs to this file, not to a copy of it."""
    header = journals.get(heading.id)
    if header is None or (Path(header.file) != heading.path and files.exists(Path(header.file))):
        return heading
    return replace(heading, open=True)


def _from_head(path: Path, text: str, *, opened: bool = False) -> SessionHeading:
    import tomli

    head = _TABLE.split(text, maxsplit=1)[0]
    try:
        said = tomli.loads(head)
    except (ValueError, RecursionError):
        return SessionHeading(path, problem=_problem("storage.not_a_session", path))
    if not is_id(_text(said, "id")) or not isinstance(said.get("format"), int):
        return SessionHeading(path, problem=_problem("storage.not_a_session", path))
    return SessionHeading(
        path=path,
        id=_text(said, "id"),
        place=_text(said, "place"),
        title=_text(said, "title"),
        day=day if type(day := said.get("day")) is date else None,
        starts=starts if isinstance(starts := said.get("starts"), time) else None,
        at=_text(said, "at"),
        step=_number(said, "step"),
        steps=_number(said, "steps"),
        closed=said.get("closed") is True,
        open_agreements=_number(said, "open_agreements"),
        under_condition=_number(said, "under_condition"),
        series=_text(said, "series"),
        part=_number(said, "part"),
        keep_until=until if type(until := said.get("keep_until")) is date else None,
        open=opened,
    )


def _paths(folder: Path, files: Files) -> Iterator[Path]:
    for name in _names(folder, files):
        path = folder / name
        if path.suffix == ".toml":
            yield path
        else:
            yield from (path / inner for inner in _names(path, files) if inner.endswith(".toml"))


def _names(folder: Path, files: Files) -> list[str]:
    """Give the names in a folder that are meant to be seen; none when it cannot be read."""
    try:
        return [name for name in files.names(folder) if not name.startswith(".")]
    except OSError:
        return []


def _age(path: Path, files: Files) -> tuple[str, str]:
    """Give by what files are put in order before they are read: the day in the name, else of the file."""
    day = path.name[:10]
    if not _DAY.fullmatch(day):
        try:
            day = datetime.fromtimestamp(files.changed(path), UTC).date().isoformat()
        except OSError:
            day = ""
    return day, path.name


def _order(heading: SessionHeading, files: Files) -> tuple[str, str, str]:
    day = heading.day.isoformat() if heading.day else _age(heading.path, files)[0]
    return day, heading.starts.isoformat() if heading.starts else "", heading.path.name


def find_journals(places: Places, files: Files) -> Iterator[Header]:
    """Give the first line of every journal: the sessions that were not closed."""
    for name in _names(places.journals, files):
        if not name.endswith(".journal"):
            continue
        try:
            line, found, _ = files.head(places.journals / name, LARGEST).partition(b"\n")
        except OSError:
            continue
        header = read_header(unframe(line + found) or b"")
        if header is not None and places.journal(header.session).name == name:
            yield header


def is_id(text: str) -> bool:
    """Tell whether a text can be the id of a session."""
    return _ID.fullmatch(text) is not None


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key)
    return clean(value) if isinstance(value, str) else ""


def _number(said: dict[str, Any], key: str) -> int:
    value = said.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _problem(code: str, path: Path, **values: str) -> Problem:
    return Problem(code, values, Place(str(path)))
