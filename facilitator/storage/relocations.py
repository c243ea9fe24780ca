"""Where sessions went on after a rescue, so that home does not take the file they left for the newest one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.storage.files import Files, write_whole
from facilitator.storage.frames import digest, frame, whole_lines
from facilitator.storage.places import Places

LARGEST: Final = 20_100_000
"""Bytes."""


@dataclass(frozen=True)
class Relocation:
    """A session that went on in another folder."""

    old: Path
    """The file that it left."""
    left: str
    """The fingerprint of that file then; empty when it could not be read."""
    new: Path


def note_move(files: Files, places: Places, session: str, old: Path, new: Path) -> None:
    """Remember where a session went on. Raises nothing: the session itself is safe without this."""
    with suppress(OSError):
        left = ""
        with suppress(OSError):
            left = digest(files.read(old, LARGEST))
        files.make_folder(places.moved)
        said = {"moved": 1, "old": str(old), "left": left, "new": str(new)}
        write_whole(files, places.note_of_move(session), frame(json.dumps(said).encode()))


def find_moved(files: Files, places: Places) -> dict[str, Relocation]:
    """Give the sessions that went on elsewhere and are there, by id."""
    found: dict[str, Relocation] = {}
    with suppress(OSError):
        for name in files.names(places.moved):
            with suppress(OSError):
                moved = _read(files.read(places.moved / name, LARGEST))
                if moved is not None and files.exists(moved.new):
                    found[name.removesuffix(".json")] = moved
    return found


def is_left(files: Files, path: Path, moved: Relocation | None) -> bool:
    """Tell whether a file is the one that a session left, as it left it; nobody went on with it since."""
    if moved is None or path != moved.old:
        return False
    try:
        return digest(files.read(path, LARGEST)) == moved.left
    except OSError:
        return True


def _read(data: bytes) -> Relocation | None:
    payloads, _ = whole_lines(data)
    try:
        said = json.loads(payloads[0]) if payloads else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, Mapping) or not all(
        isinstance(said.get(key), str) for key in ("old", "left", "new")
    ):
        return None
    return Relocation(Path(said["old"]), said["left"], Path(said["new"]))
