"""In which terminals somebody saw letters twice as high, and said so. Quick to import."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.storage.places import Places
from facilitator.storage.plain_table import read_plain

VERSION: Final = 1
LARGEST: Final = 10_000
"""Bytes."""


def keep_seen(places: Places, terminal: str, *, seen: bool) -> None:
    """Keep what was answered for a terminal; a disk that refuses keeps nothing: then it is asked again."""
    from facilitator.storage.files import Files, write_whole

    known = {**_answers(places), terminal: seen}
    text = json.dumps({"letters": VERSION, "seen": known})
    with suppress(OSError):
        places.state.mkdir(parents=True, exist_ok=True)
        write_whole(Files(), _path(places), text.encode(), durable=False)


def were_seen(places: Places, terminal: str) -> bool:
    """Tell whether somebody saw large letters in this terminal; False where nobody was asked."""
    return _answers(places).get(terminal) is True


def _answers(places: Places) -> Mapping[str, object]:
    with suppress(OSError), _path(places).open("rb") as file:
        said = read_plain(file.read(LARGEST), "letters", VERSION)
        seen = said.get("seen") if said else None
        return seen if isinstance(seen, Mapping) else {}
    return {}


def _path(places: Places) -> Path:
    return places.state / "letters.json"
