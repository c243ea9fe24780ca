"""Where a session is written when its own file is someone else's now. Quick to import: home needs it too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem

_MARK: Final = re.compile(r"(?P<of>.+) \(conflict(?: \d+)?\)")


def beside(path: Path) -> Iterator[Path]:
    """Give the names under which a session is written when its own file is someone else's now."""
    yield path.with_name(f"{path.stem} (conflict){path.suffix}")
    n = 2
    while True:
        yield path.with_name(f"{path.stem} (conflict {n}){path.suffix}")
        n += 1


def stands_beside(path: Path) -> Path | None:
    """Give the file that this one was written beside, going by its name; None when it was beside none."""
    found = _MARK.fullmatch(path.stem)
    return path.with_name(f"{found['of']}{path.suffix}") if found else None


def conflict(theirs: Path, ours: Path) -> Problem:
    """Say that the file was changed by someone else, and where ours is."""
    return Problem("storage.conflict", {"name": ours.name}, Place(str(theirs)), severity="warning")
