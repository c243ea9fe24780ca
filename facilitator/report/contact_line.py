"""Who can be called after a meeting, wherever something that goes out says so."""

from __future__ import annotations

from facilitator.session.state import State
from facilitator.words import Words


def contact_line(state: State, t: Words, before: str = "") -> str:
    """Say who can be called, or that nobody was named; ``before``: the day until which one can object."""
    whom = "" if state.contact else "_nobody"
    contact = state.contact.removesuffix(".")
    if not before:
        return t(f"report.call{whom}", contact=contact)
    return t(f"report.call_before{whom}", date=before, contact=contact)
