"""What the app keeps of people, where, how long, what it never keeps and what it cannot prevent: one A4."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from facilitator.folders import short
from facilitator.line_breaks import rows
from facilitator.session.commands import SMALLEST_SENSITIVE, SMALLEST_SHOWN
from facilitator.storage import earlier_copies
from facilitator.storage.places import Places
from facilitator.text import clean
from facilitator.words import Words

KEEP: Final = timedelta(days=365)
"""How long a session is kept after its day, unless the group chooses otherwise."""

WIDTH: Final = 78
"""Columns of a line; one A4 has sixty lines."""

PARTS: Final = ("kept", "votes", "never", "guess", "copies", "do")
"""In this order; each has a heading and sentences in the catalogue."""


def privacy(places: Places, t: Words) -> str:
    """Give the page, with the folders and terms that hold on this computer."""
    values = {
        "sessions": clean(short(places.sessions)),
        "state": clean(short(places.state)),
        "journals": places.journals.name,
        "drafts": places.drafts.name,
        "ballots": places.ballots.name,
        "earlier": places.earlier.name,
        "moved": places.moved.name,
        "wall": places.wall.name,
        "copies": earlier_copies.MOST,
        "days": round(earlier_copies.KEPT / 86_400),
        "keep": KEEP.days,
        "smallest": SMALLEST_SHOWN,
        "sensitive": SMALLEST_SENSITIVE,
    }
    lines = [t("cli.privacy.title")]
    for part in PARTS:
        lines += ["", t(f"cli.privacy.{part}.heading")]
        for said in t(f"cli.privacy.{part}.text", **values).splitlines():
            lines += _hung(said)
    return "\n".join(lines)


def _hung(said: str) -> list[str]:
    """Break a sentence over lines; what begins with a dash hangs under it."""
    hang = "  " if said.startswith("- ") else ""
    first, *more = [said[start:end].strip() for start, end in rows(said, WIDTH - 2)]
    return [first, *(hang + line for line in more)]
