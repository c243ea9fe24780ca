"""Who can be called after a meeting, wherever something that goes out says so."""

from __future__ import annotations

from facilitator.session.state import State
from facilitator.words import Words


def contact_line(state: State, t: Words, before: str = "") -> str:
    """Say who can be called, or that nobody was named; ``before``: the day until which an objection counts."""
    key = "report.call_before" if before else "report.call"
    if not state.contact:
        return t(f"{key}_nobody", date=before)
    return t(key, contact=state.contact.removesuffix("."), date=before)
