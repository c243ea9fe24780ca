"""Copies to share, among the files of sessions: they are no sessions. Quick to import: home meets them."""

from __future__ import annotations

from typing import Final

from facilitator.problems import Place, Problem
from facilitator.text import clean

SHARED: Final = "storage.shared"
"""What is said of such a file where a session was asked for."""


def shared_copy(of: object, place: Place) -> Problem:
    """Say of a file that it is a copy to share, and of which file."""
    return Problem(SHARED, {"name": clean(of) if isinstance(of, str) else ""}, place)
