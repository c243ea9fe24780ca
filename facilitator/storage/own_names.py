"""What tells the files of one session apart, after a conflict or a sync. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from facilitator.text import clean


def own_names(paths: Sequence[Path]) -> dict[Path, str]:
    """Give for each file a name that none of the others has; that of one may be empty.

    It is what its own name has and the shortest does not; then its folder, and else a number.
    """
    paths = list(dict.fromkeys(paths))
    shortest = min((path.stem for path in paths), key=len)
    begins_alike = all(path.stem.startswith(shortest) for path in paths)
    names = {path: _told(path.stem.removeprefix(shortest) if begins_alike else path.stem) for path in paths}
    folders = {path: _told(f"{name} {path.parent.name}") for path, name in names.items()}
    names = {path: folders[path] if path in _alike(names) else name for path, name in names.items()}
    for number, path in enumerate(sorted(_alike(names)), 1):
        names[path] = f"{names[path]} {number}".strip()
    return names


def _told(name: str) -> str:
    return clean(name).strip(" .-_()")


def _alike(names: dict[Path, str]) -> list[Path]:
    """Give the files that would be told by the same name."""
    counts = Counter(names.values())
    return [path for path, name in names.items() if counts[name] > 1]
