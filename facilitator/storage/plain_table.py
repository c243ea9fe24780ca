"""Small files of the app itself: a table of plain values in JSON, which says what it is. Quick to import."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

Plain = Mapping[str, Any]
LARGEST: Final = 10_000
"""Bytes of what the app keeps for itself."""


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


def keep_plain(path: Path, name: str, version: int, said: Plain) -> None:
    """Keep a small table that nothing depends on: a disk that refuses keeps nothing."""
    from facilitator.storage.files import Files, write_whole

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(Files(), path, json.dumps({name: version, **said}).encode(), durable=False)


def kept_plain(path: Path, name: str, version: int) -> Plain:
    """Give such a table; an empty one when it is not there, or cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        return read_plain(file.read(LARGEST), name, version) or {}
    return {}
