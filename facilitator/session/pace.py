"""How a group stands against its plan: when the step it is at should end, and whether it is behind. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from facilitator.scenario.model import key_of
from facilitator.session.clock import ends_at
from facilitator.session.state import State

FAR: Final = timedelta(hours=3)
"""A session that is further from its plan is looked at on another day."""


@dataclass(frozen=True)
class Pace:
    """Where a group is in time."""

    until: datetime
    """When the step should end, so that all that follows has its minutes before the group stops."""
    behind: int
    """Minutes by which it will end later, as it goes now; below zero: earlier."""


def pace(state: State, now: datetime) -> Pace | None:
    """Tell how a group stands that is at a step of its programme; None elsewhere, and on another day.

    The plan is counted back from when the group stops, so that moving that moves the plan.
    """
    places = list(state.places())
    at = next((n for n, (use, step) in enumerate(places) if key_of(use, step) == state.at.key), None)
    if at is None:
        return None
    minute, day, starts = timedelta(minutes=1), state.about.day, state.about.starts
    follow = sum(step.minutes for _, step in places[at + 1 :])
    until = ends_at(day, starts, state.ends) - follow * minute
    now = now.replace(second=0, microsecond=0)
    begun = _begun(state, state.at.key)
    ready = now if begun is None else max(now, begun + places[at][1].minutes * minute)
    if abs(ready - until) > FAR:
        return None
    return Pace(until, round((ready - until) / minute))


def _begun(state: State, key: str) -> datetime | None:
    """Give when the group first came to a step."""
    said = state.begun.get(key, "")
    try:
        begun = time.fromisoformat(said)
    except ValueError:
        return None
    return ends_at(state.about.day, state.about.starts, begun)
