"""What was seen when a room was last looked over; home says it on that day."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from facilitator.records import Record
from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places

Left = Literal["letters", "colours"]
"""What can be left to do."""


class RoomNote(Record):
    """When it was, and what was left to do."""

    looked: datetime
    left: list[Left] = []


def keep_room_note(places: Places, left: Sequence[Left], now: datetime) -> None:
    """Keep what is left; a disk that refuses keeps nothing, and nothing depends on it."""
    note = RoomNote(looked=now, left=list(left))
    with suppress(OSError):
        places.state.mkdir(parents=True, exist_ok=True)
        write_whole(Files(), _path(places), note.model_dump_json().encode(), durable=False)


def read_room_note(places: Places, now: datetime) -> RoomNote | None:
    """Give what was seen today; None when nobody looked, or what is kept cannot be read."""
    with suppress(OSError, ValidationError):
        note = RoomNote.model_validate_json(_path(places).read_bytes())
        return note if note.looked.date() == now.date() else None
    return None


def _path(places: Places) -> Path:
    return places.state / "room.json"
