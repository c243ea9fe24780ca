"""Finding what was named on the command line: scenarios, an author's files, sessions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.folders import is_file, is_there, text_named, tomls
from facilitator.problems import Problem, Refused, nearest
from facilitator.text import folded, holds

if TYPE_CHECKING:
    from facilitator.storage.places import Places
    from facilitator.storage.session_list import SessionHeading

SHELVES: Final = ("", "blocks", "statements", "languages")
"""Where an author's files stand."""
MOST_TOLD: Final = 20
"""Sessions of which the files are named when several fit."""


def find_scenario(name: str, places: Places) -> Path:
    """Give the file of a scenario named by its id or its path. Raises Refused."""
    path = Path(name)
    if path.suffix == ".toml" or is_file(path):
        return _by_path(path, places, [""])
    return _find(name, places, [""], "cli.no_scenario")


def find_any(name: str, places: Places) -> Path:
    """Give a file of an author by its path, or by the name of a scenario, a block or a set. Raises Refused.

    A path that leads nowhere is given as it is: who reads it says so.
    """
    path = Path(name)
    if path.suffix or is_there(path):
        return _by_path(path, places, SHELVES)
    return _find(name, places, SHELVES, "cli.no_file")


def _by_path(path: Path, places: Places, shelves: Sequence[str]) -> Path:
    """Give the file that a path names from here, or else in the user's folder or that of the app.

    A path that leads nowhere is given as it is. Raises Refused when only .txt stands behind the name.
    """
    if is_there(path) or path.suffix != ".toml":
        return path
    _refuse_text([path])
    if is_file(places.scenarios / path):
        return places.scenarios / path
    if path.name != str(path):
        return path
    _refuse_text([places.scenarios / shelf / path for shelf in shelves])
    found = [found for found in _there(places, shelves)[0] if found.name == path.name]
    return found[0] if found else path


def _refuse_text(paths: Sequence[Path]) -> None:
    """Raise Refused when one of these has .txt behind its name."""
    from facilitator.scenario.lost_files import named_as_text

    found = next((named for path in paths if (named := text_named(path))), None)
    if found:
        raise Refused(named_as_text(found))


def _find(name: str, places: Places, shelves: Sequence[str], code: str) -> Path:
    """Give the file that is called so, the user's own before those of the app.

    A folder that may not be seen stands in nobody's way; when nothing is found, it is what is told.
    """
    there, unseen = _there(places, shelves)
    found = [path for path in there if folded(path.stem) == folded(name)]
    if not found:
        _refuse_text(
            [folder / shelf / f"{name}.toml" for folder in (Path(), places.scenarios) for shelf in shelves]
        )
        near = nearest(name, [path.stem for path in there])
        raise Refused(*(unseen[:1] or [Problem(code, {"name": name}, nearest=near)]))
    return next((path for path in found if path.stem == name), found[0])


def _there(places: Places, shelves: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """Give every file of an author that there is, and what kept a folder from being seen."""
    from facilitator.scenario.library import built_in

    there: list[Path] = []
    unseen: list[Problem] = []
    for folder in (places.scenarios, built_in()):
        for shelf in shelves:
            try:
                there += tomls(folder / shelf)
            except Refused as refused:
                unseen += refused.problems
    return there, unseen


def find_session(name: str | None, places: Places) -> Path:
    """Give the session that is named; without a name the newest unfinished one. Raises Refused.

    A name is a path, or whole words of what the neighbourhood or the file is called, or the id. More than one
    that fits is never chosen from: they are told.
    """
    if name is None:
        return _newest_unfinished(places)
    found = find_sessions_named(name, places)
    if len(found) > 1:
        paths = "".join(f"\n  {path}" for path in found[:MOST_TOLD])
        raise Refused(Problem("cli.many_sessions", {"name": name, "n": len(found), "paths": paths}))
    return found[0]


def find_sessions_named(name: str, places: Places) -> list[Path]:
    """Give every session that a name fits, as ``find_session`` reads it. Raises Refused when none does."""
    from facilitator.storage.session_list import find_sessions

    for path in (Path(name), places.sessions / name):
        if is_file(path):
            return [path.absolute()]
    listed = find_sessions(places)
    asked = folded(name.removesuffix(".toml"))
    found = [session for session in listed.sessions if _fits(session, asked)]
    if name.endswith(".toml"):  # a whole name, and not words of one
        found = [heading for heading in found if folded(heading.path.stem) == asked] or found
    if not found:
        near = nearest(name, [session.place for session in listed.sessions if session.place])
        raise Refused(*(listed.problems[:1] or [Problem("cli.no_session", {"name": name}, nearest=near)]))
    return [heading.path for heading in found]


def _newest_unfinished(places: Places) -> Path:
    from facilitator.storage.session_list import find_sessions

    listed = find_sessions(places)
    found = next((session.path for session in listed.sessions if not session.closed), None)
    if found is None:
        raise Refused(*(listed.problems[:1] or [Problem("cli.nothing_to_resume")]))
    return found


def _fits(heading: SessionHeading, asked: str) -> bool:
    """Tell whether a session is called so: never by a piece of a word, or by where its folder stands."""
    return holds(f"{heading.place} {heading.path.stem}", asked) or asked == heading.id
