"""The sessions there are, from the first lines of their files. Quick to import: home shows them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

from facilitator.folders import unseen
from facilitator.problems import Place, Problem
from facilitator.reasons import why
from facilitator.storage.files import Files, LinkError
from facilitator.storage.frames import Header, read_header, unframe
from facilitator.storage.own_names import own_names
from facilitator.storage.places import Places
from facilitator.storage.relocations import find_moved, is_left
from facilitator.storage.save_errors import own_unseen
from facilitator.storage.shared_files import SHARED, shared_copy
from facilitator.text import clean

HEAD: Final = 16_000
"""Bytes in which the first lines of a session file fit."""
LARGEST: Final = 100_000_000
"""Bytes of a journal."""
SAME_STATEMENTS: Final = "same-statements.toml"
"""Beside the sessions of a neighbourhood: which statements count as one (``session.same_statements``)."""

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
    contact: str = ""
    """Who can be called."""
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
    tables: int = 0
    """Of how many tables of one evening it was made; 0 where it is one session by itself."""
    keep_until: date | None = None
    """After this day it should be forgotten."""
    open: bool = False
    """Whether it was not closed in the app: opening it brings everything back."""
    problem: Problem | None = None
    """Why this file cannot be shown; the rest is empty then."""


@dataclass(frozen=True)
class Listed:
    """The sessions that were found, and the folders that could not be looked at."""

    sessions: list[SessionHeading]
    problems: list[Problem]


EVERYTHING: Final = 1_000_000
SHOWN: Final = 50
"""Sessions: as many as there are, and as many as home shows."""


def sessions(places: Places, limit: int = SHOWN, files: Files | None = None) -> list[SessionHeading]:
    """Give the newest sessions, at most ``limit``; a file that cannot be read is a line with a problem.

    Raises nothing: a folder that is not there has no sessions.
    """
    return find_sessions(places, limit, files).sessions


def find_sessions(places: Places, limit: int = EVERYTHING, files: Files | None = None) -> Listed:
    """Give the newest sessions, and which folders could not be looked at. Raises nothing."""
    files = files or Files()
    problems: list[Problem] = []
    moved = find_moved(files, places)
    journals = {
        header.session: header
        for header in find_journals(places, files, problems)
        if not is_left(files, Path(header.file), moved.get(header.session))
    }
    paths = list(_paths(places.sessions, files, problems))
    paths = sorted(paths, key=lambda path: _age(path, files), reverse=True)[:limit]
    read = [
        read_heading(path, files)
        for path in dict.fromkeys([*paths, *(relocation.new for relocation in moved.values())])
    ]
    read = [heading for heading in read if not is_left(files, heading.path, moved.get(heading.id))]
    found = [_marked(heading, journals, files) for heading in read if not _is_other(heading, places)]
    by_age = partial(_order, files=files)
    listed = {heading.id for heading in found if heading.open}
    for header in journals.values():
        path = Path(header.file)
        heading = next((listed for listed in found if listed.path == path), None)
        if header.session in listed or (heading is not None and not heading.problem):
            continue
        found = [listed for listed in found if listed is not heading]
        found.append(_from_head(path, header.base, opened=True))
    return Listed(_told_apart(sorted(found, key=by_age, reverse=True)[:limit]), problems)


def _told_apart(found: Sequence[SessionHeading]) -> list[SessionHeading]:
    """Say what is a file's own in its name where a session has several."""
    files: dict[str, list[Path]] = {}
    for heading in found:
        if heading.id:
            files.setdefault(heading.id, []).append(heading.path)
    own: dict[Path, str] = {}
    for paths in files.values():
        own |= own_names(paths) if len(paths) > 1 else {}
    titles = {path: f" ({name})" for path, name in own.items() if name}
    return [replace(heading, title=heading.title + titles.get(heading.path, "")) for heading in found]


def file_of_session(places: Places, session: str, files: Files) -> Path | None:
    """Give the file of a session by its id."""
    if moved := find_moved(files, places).get(session):
        return moved.new
    found = (read_heading(path, files) for path in _paths(places.sessions, files, []))
    return next((each.path for each in found if each.id == session and not each.problem), None)


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


def _is_other(heading: SessionHeading, places: Places) -> bool:
    """Tell whether a file is no session: it stands among the user's scenarios, or is a copy to share."""
    problem = heading.problem
    return problem is not None and (heading.path.parent == places.scenarios or problem.code == SHARED)


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
    if "shared" in said:
        return SessionHeading(
            path, _text(said, "id"), problem=shared_copy(said.get("copy_of"), Place(str(path)))
        )
    if not is_id(_text(said, "id")) or not isinstance(said.get("format"), int):
        return SessionHeading(path, problem=_problem("storage.not_a_session", path))
    return SessionHeading(
        path=path,
        id=_text(said, "id"),
        place=_text(said, "place"),
        title=_text(said, "title"),
        day=day if type(day := said.get("day")) is date else None,
        starts=starts if isinstance(starts := said.get("starts"), time) else None,
        contact=_text(said, "contact"),
        at=_text(said, "at"),
        step=_number(said, "step"),
        steps=_number(said, "steps"),
        closed=said.get("closed") is True,
        open_agreements=_number(said, "open_agreements"),
        under_condition=_number(said, "under_condition"),
        series=_text(said, "series"),
        part=_number(said, "part"),
        tables=_number(said, "tables"),
        keep_until=until if type(until := said.get("keep_until")) is date else None,
        open=opened,
    )


def _paths(folder: Path, files: Files, problems: list[Problem]) -> Iterator[Path]:
    """Give the session files in a folder and in the folders in it; what cannot be looked at is a problem."""
    try:
        there = _seen(files.names(folder))
    except OSError as error:
        problems.append(unseen(folder, error))
        return
    for name in there:
        path = folder / name
        if path.suffix == ".toml":
            yield path
            continue
        try:
            inside = _seen(files.names(path))
            yield from (
                path / inner for inner in inside if inner.endswith(".toml") and inner != SAME_STATEMENTS
            )
        except NotADirectoryError:
            continue
        except OSError as error:
            problems.append(unseen(path, error))


def _seen(names: Iterable[str]) -> list[str]:
    """Give the names that are meant to be seen."""
    return [name for name in names if not name.startswith(".")]


def _age(path: Path, files: Files) -> tuple[str, str]:
    """Give by what files are put in order before they are read: the day in the name, else of the file."""
    day = path.name[:10]
    if not _DAY.fullmatch(day):
        try:
            day = datetime.fromtimestamp(files.changed(path), UTC).date().isoformat()
        except (OSError, ValueError, OverflowError):  # gone, or dated beyond the calendar
            day = ""
    return day, path.name


def _order(heading: SessionHeading, files: Files) -> tuple[str, str, str]:
    day = heading.day.isoformat() if heading.day else _age(heading.path, files)[0]
    return day, heading.starts.isoformat() if heading.starts else "", heading.path.name


def find_journals(places: Places, files: Files, problems: list[Problem] | None = None) -> Iterator[Header]:
    """Give the first line of every journal: the sessions that were not closed.

    When they cannot be looked at, that is one of the ``problems``.
    """
    try:
        names = files.names(places.journals)
    except OSError as error:
        if problems is not None:
            problems.append(own_unseen(places, error))
        return
    for name in _seen(names):
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


def _problem(code: str, path: Path, **values: str | Problem) -> Problem:
    return Problem(code, values, Place(str(path)))
