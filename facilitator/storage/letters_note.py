"""In which terminals somebody saw letters twice as high, and said so. Quick to import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from facilitator.storage.places import Places
from facilitator.storage.plain_table import keep_plain, kept_plain

VERSION: Final = 1


def keep_seen(places: Places, terminal: str, *, seen: bool) -> None:
    """Keep what was answered for a terminal."""
    keep_plain(_path(places), "letters", VERSION, {"seen": {**_answers(places), terminal: seen}})


def were_seen(places: Places, terminal: str) -> bool:
    """Tell whether somebody saw large letters in this terminal; False where nobody was asked."""
    return _answers(places).get(terminal) is True


def _answers(places: Places) -> Mapping[str, object]:
    seen = kept_plain(_path(places), "letters", VERSION).get("seen")
    return seen if isinstance(seen, Mapping) else {}


def _path(places: Places) -> Path:
    return places.state / "letters.json"
