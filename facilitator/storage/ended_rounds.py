"""Boxes of rounds that ended, left by a crash just then, in a session nobody opens again. Quick to import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from facilitator.storage.erasable_file import ErasableFile
from facilitator.storage.files import Files
from facilitator.storage.frames import whole_lines
from facilitator.storage.places import Places

LARGEST: Final = 100_000_000
"""Bytes of a journal."""


def clear_ended_rounds(places: Places, files: Files | None = None) -> None:
    """Take the boxes away of rounds that a journal says were closed or voided. Raises nothing.

    Opening their session does this too; this is for a session that is never opened again. Reads journals only
    when there are boxes.
    """
    files = files or Files()
    with suppress(OSError):
        left = {name.removeprefix(".~").split(".")[0] for name in files.names(places.ballots)}
        if not left:
            return
        for name in files.names(places.journals):
            if name.endswith(".journal"):
                for ended in left.intersection(_ended(files.read(places.journals / name, LARGEST))):
                    ErasableFile(files, places.ballots, ended).destroy()


def _ended(journal: bytes) -> Iterator[str]:
    payloads, _ = whole_lines(journal)
    for payload in payloads[1:]:
        if b"round_closed" in payload or b"round_voided" in payload:
            with suppress(ValueError, RecursionError):
                for event in _events(json.loads(payload)):
                    if event.get("event") in {"round_closed", "round_voided"}:
                        yield str(event.get("id"))


def _events(said: Any) -> list[dict[str, Any]]:
    events = said.get("events") if isinstance(said, dict) else None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []
