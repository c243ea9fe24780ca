"""What was seen when a room was last looked over; home says it on that day. Quick to import."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, get_args

from facilitator.storage.places import Places
from facilitator.storage.plain_table import read_plain

Left = Literal["letters", "colours", "code"]
"""What can be left to do."""
VERSION: Final = 1
LARGEST: Final = 1000
"""Bytes."""


@dataclass(frozen=True)
class RoomNote:
    """When it was, and what was left to do."""

    looked: datetime
    left: Sequence[Left] = ()


def keep_room_note(places: Places, left: Sequence[Left], now: datetime) -> None:
    """Keep what is left; a disk that refuses keeps nothing, and nothing depends on it."""
    from facilitator.storage.files import Files, write_whole

    text = json.dumps({"room": VERSION, "looked": now.isoformat(), "left": list(left)})
    with suppress(OSError):
        places.state.mkdir(parents=True, exist_ok=True)
        write_whole(Files(), _path(places), text.encode(), durable=False)


def read_room_note(places: Places, now: datetime) -> RoomNote | None:
    """Give what was seen today; None when nobody looked, or what is kept cannot be read."""
    with suppress(OSError, ValueError):
        with _path(places).open("rb") as file:
            said = read_plain(file.read(LARGEST), "room", VERSION)
        if said is None or not isinstance(kept := said.get("left"), list):
            return None
        looked = datetime.fromisoformat(str(said.get("looked")))
        left = [name for name in get_args(Left) if name in kept]
        return RoomNote(looked, left) if looked.date() == now.date() else None
    return None


def _path(places: Places) -> Path:
    return places.state / "room.json"
