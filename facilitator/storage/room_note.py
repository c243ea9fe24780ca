"""What was seen when a room was last looked over; home says it on that day. Quick to import."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, get_args

from facilitator.storage.places import Places
from facilitator.storage.plain_table import keep_plain, kept_plain

Left = Literal["letters", "colours", "code"]
"""What can be left to do."""
VERSION: Final = 1


@dataclass(frozen=True)
class RoomNote:
    """When it was, and what was left to do."""

    looked: datetime
    left: Sequence[Left] = ()


def keep_room_note(places: Places, left: Sequence[Left], now: datetime) -> None:
    """Keep what is left."""
    keep_plain(_path(places), "room", VERSION, {"looked": now.isoformat(), "left": list(left)})


def read_room_note(places: Places, now: datetime) -> RoomNote | None:
    """Give what was seen today; None when nobody looked, or what is kept cannot be read."""
    said = kept_plain(_path(places), "room", VERSION)
    if not isinstance(kept := said.get("left"), list):
        return None
    with suppress(ValueError):
        looked = datetime.fromisoformat(str(said.get("looked")))
        left = [name for name in get_args(Left) if name in kept]
        return RoomNote(looked, left) if looked.date() == now.date() else None
    return None


def _path(places: Places) -> Path:
    return places.state / "room.json"
