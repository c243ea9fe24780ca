"""Finding what was named on the command line: scenarios, an author's files, sessions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.problems import Problem, Refused, nearest

if TYPE_CHECKING:
    from facilitator.storage.places import Places

SHELVES: Final = ("", "blocks", "statements")
"""Where an author's files stand."""


def find_scenario(name: str, places: Places) -> Path:
    """Give the file of a scenario named by its id or its path."""
    from facilitator.scenario.library import built_in

    named = Path(name)
    if named.suffix == ".toml" or named.is_file():
        return named
    for folder in (places.sessions / "scenarios", built_in()):
        path = folder / f"{name}.toml"
        if path.is_file():
            return path
    raise Refused(Problem("cli.no_scenario", {"name": name}, nearest=_nearest(name, places, [""])))


def find_any(name: str, places: Places) -> Path:
    """Give a file of an author by its path, or by the name of a scenario, a block or a set.

    A path that leads nowhere is given as it is: who reads it says so.
    """
    from facilitator.scenario.library import built_in

    if Path(name).suffix or Path(name).exists():
        return Path(name)
    for folder in (places.sessions / "scenarios", built_in()):
        for shelf in SHELVES:
            path = folder / shelf / f"{name}.toml"
            if path.is_file():
                return path
    raise Refused(Problem("cli.no_file", {"name": name}, nearest=_nearest(name, places, SHELVES)))


def _nearest(name: str, places: Places, shelves: Sequence[str]) -> str:
    """Give the name there is that looks most like this one."""
    from facilitator.scenario.library import built_in

    folders = [folder / shelf for folder in (places.sessions / "scenarios", built_in()) for shelf in shelves]
    there = [path.stem for folder in folders for path in folder.glob("*.toml")]
    return nearest(name.replace(" ", "-"), there)


def find_session(name: str | None, places: Places) -> Path:
    """Give the session file named by its path or a part of it; without a name the newest unfinished one."""
    from facilitator.storage.listing import sessions

    if name and Path(name).is_file():
        return Path(name)
    found = [each for each in sessions(places) if (name in str(each.path) if name else not each.closed)]
    if not found:
        code = "cli.no_session" if name else "cli.nothing_to_resume"
        raise Refused(Problem(code, {"name": name or ""}))
    return found[0].path
