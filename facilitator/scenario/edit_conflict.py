"""Two versions of one file below each other, as programs for sharing files leave them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem

_CONFLICT: Final = re.compile(r"^<{7}(?: .*)?\n(?s:.*?)^={7}$", re.MULTILINE)
"""Two versions of the same lines, between the marks of such a program."""


def find_conflict(text: str, path: Path) -> Problem | None:
    """Find where two versions of a file stand below each other: inside a text TOML takes these for words."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text else None
    if found is None:
        return None
    row = text.count("\n", 0, found.start()) + 1
    return Problem("scenario.conflict", {}, Place(str(path), row, 1, len(found[0].split("\n")[0])))
