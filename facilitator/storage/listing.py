"""The sessions there are, from the first lines of their files. Quick to import: home shows them first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem
from facilitator.storage.frames import Header, read_header, unframe
from facilitator.storage.places import Places
from facilitator.text import clean

HEAD: Final = 16_000
"""Bytes in which the first lines of a session file fit."""
_BASE: Final = 20_000_000

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
    open: bool = False
    """Whether it was not closed in the app: opening it brings everything back."""
    problem: Problem | None = None
    """Why this file cannot be shown; the rest is empty then."""


def sessions(places: Places, limit: int = 50) -> list[SessionHeading]:
    """Give the newest sessions, at most ``limit``; a file that cannot be read is a line with a problem.

    Raises nothing: a folder that is not there has no sessions.
    """
    journals = {header.session: header for header in find_journals(places)}
    paths = sorted(_paths(places.sessions), key=_age, reverse=True)[:limit]
    found = [_heading(path, journals) for path in paths]
    there = {heading.id for heading in found if heading.open}
    for header in journals.values():
        path = Path(header.file)
        heading = next((each for each in found if each.path == path), None)
        if header.session in there and heading is None:
            continue
        if heading is None or heading.problem:
            found = [each for each in found if each is not heading]
            found.append(_from_head(path, header.base, opened=True))
    return sorted(found, key=_order, reverse=True)[:limit]


def find_session(places: Places, session: str) -> Path | None:
    """Give the file of a session by its id."""
    return next((each.path for each in sessions(places, 100_000) if each.id == session), None)


def read_heading(path: Path) -> SessionHeading:
    """Read the first lines of a session file; what is wrong with it is in its ``problem``."""
    try:
        with path.open("rb") as file:
            data = file.read(HEAD)
    except OSError as error:
        return SessionHeading(path, problem=_problem("storage.unreadable", path, why=error.strerror or ""))
    if not data.strip():
        return SessionHeading(path, problem=_problem("storage.empty", path))
    return _from_head(path, data.decode("utf-8-sig", "replace"))


def _heading(path: Path, journals: dict[str, Header]) -> SessionHeading:
    from dataclasses import replace

    heading = read_heading(path)
    header = journals.get(heading.id)
    if header is None or (Path(header.file) != path and Path(header.file).exists()):
        return heading
    return replace(heading, open=True)


def _from_head(path: Path, text: str, *, opened: bool = False) -> SessionHeading:
    import tomli

    head = _TABLE.split(text.replace("\r\n", "\n"), maxsplit=1)[0]
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
        open=opened,
    )


def _paths(folder: Path) -> Iterator[Path]:
    try:
        inner = [each for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError:
        return
    for each in inner:
        if each.suffix == ".toml":
            yield each
        elif each.is_dir():
            yield from (path for path in each.glob("*.toml") if not path.name.startswith("."))


def _age(path: Path) -> tuple[str, str]:
    """Give by what files are put in order before they are read: the day in the name, else of the file."""
    day = path.name[:10]
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        try:
            day = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
        except OSError:
            day = ""
    return day, path.name


def _order(heading: SessionHeading) -> tuple[str, str, str]:
    day = heading.day.isoformat() if heading.day else _age(heading.path)[0]
    return day, heading.starts.isoformat() if heading.starts else "", heading.path.name


def find_journals(places: Places) -> Iterator[Header]:
    """Give the first line of every journal: the sessions that were not closed."""
    for path in sorted(places.journals.glob("*.journal")):
        try:
            with path.open("rb") as file:
                line = file.readline(_BASE)
        except OSError:
            continue
        header = read_header(unframe(line) or b"")
        if header is not None and header.session == path.stem:
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
