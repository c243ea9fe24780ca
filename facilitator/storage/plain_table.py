"""Small files of the app itself: a table of plain values in JSON, which says what it is. Quick to import."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Plain = Mapping[str, Any]


def texts(said: Plain, *names: str) -> list[str] | None:
    """Give the texts under these names; None when one is missing or is no text."""
    found = [word for name in names if isinstance(word := said.get(name), str)]
    return found if len(found) == len(names) else None


def read_plain(data: bytes, name: str, version: int) -> Plain | None:
    """Give a small table of plain values that says of itself what it is; None when it is none."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, Mapping) and said.get(name) == version else None
