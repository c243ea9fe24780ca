"""Blocks and sets that are not where they are looked for: told with where they are, if they are somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from facilitator.folders import is_file, is_there, text_named
from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.library import Library, Shelf
from facilitator.scenario.references import dangling
from facilitator.scenario.toml_files import read_toml

SORTS: Final = {
    "answer": "language",
    "use": "scenario",
    "step": "block",
    "statement": "set",
    "languages": "scenario",
    "perspective": "scenario",
    "why": "block",
}
"""What only one sort of file has, and which; the first that is there decides."""
SHELVES: Final = {"scenario": "", "block": "blocks", "set": "statements", "language": "languages"}
"""In which folder beside the scenarios each sort stands."""
_MISSING: Final[Mapping[Shelf, str]] = {"blocks": "scenario.no_block", "statements": "scenario.no_set"}
_MISTAKEN: Final[Mapping[Shelf, tuple[str, str]]] = {
    "blocks": ("set", "scenario.set_as_block"),
    "statements": ("block", "scenario.block_as_set"),
}
"""Which other sort a name may be of, and what is told then."""


def sort_of(raw: Mapping[str, Any]) -> str:
    """Give the sort of file that this is; nothing when it is none of these."""
    return next((SORTS[key] for key in SORTS if key in raw), "")


def named_as_text(path: Path) -> Problem:
    """Give the problem of a file with .txt behind the name that it should have."""
    return Problem("scenario.named_as_text", {"name": path.name, "wanted": path.stem}, Place(str(path)))


def lost(shelf: Shelf, name: str, library: Library, key: str, place: Place | None = None) -> Problem:
    """Give the problem of a name that no file on a shelf has; place and key say where it was named.

    Raises Refused when a folder may not be seen.
    """
    for folder in library.folders:
        if path := text_named(folder / shelf / f"{name}.toml"):
            values: dict[str, str | int] = {"name": path.name, "wanted": path.stem}
            return Problem("scenario.named_as_text", values, place, key)
    sort, code = _MISTAKEN[shelf]
    for path, found in _elsewhere(shelf, name, library):
        if SHELVES.get(found) == shelf:
            return Problem("scenario.wrong_shelf", {"name": path.name, "shelf": shelf}, place, key)
        if found == sort:
            return Problem(code, {"name": name}, place, key)
    return dangling(_MISSING[shelf], name, library.names(shelf), key, place=place)


def _elsewhere(shelf: Shelf, name: str, library: Library) -> Iterator[tuple[Path, str]]:
    """Give the files of this name in other folders, each with its sort."""
    for folder in library.folders:
        for other in SHELVES.values():
            path = folder / other / f"{name}.toml"
            if path.parent.name == shelf or not is_file(path):
                continue
            try:
                yield path, sort_of(read_toml(path))
            except Refused:  # told by who checks that file
                continue


def misplaced(path: Path, sort: str, own: Path | None) -> Problem | None:
    """Give a warning for a file of a sort that no scenario looks for in its folder."""
    shelf = SHELVES[sort]
    folder = path.parent
    among_others = folder == own or any(is_there(folder / other) for other in SHELVES.values() if other)
    right = folder.name == shelf if shelf else folder.name not in SHELVES.values()
    if right or not (among_others or folder.name in SHELVES.values()):
        return None
    key = next(key for key in SORTS if SORTS[key] == sort)
    code = "scenario.wrong_shelf" if shelf else "scenario.scenario_on_shelf"
    values = {"name": path.name, "shelf": shelf or folder.name}
    return Problem(code, values, Place(str(path)), key, severity="warning", aim="key")
