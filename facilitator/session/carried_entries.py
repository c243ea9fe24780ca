"""What came over from an earlier session, and whether this one worked on it. Pure."""

from __future__ import annotations

from datetime import date

from facilitator.scenario.model import key_of
from facilitator.session.registers import RegisterName
from facilitator.session.state import State


def came_to(state: State, *kinds: str) -> bool:
    """Tell whether the group came to a step of one of these kinds."""
    return any(step.kind in kinds and key_of(use, step) in state.begun for use, step in state.places())


def is_worked_on(state: State, register: RegisterName, *kinds: str) -> bool:
    """Tell whether a register is of this session: nothing is before it, something was added, or the group
    came to a step of one of these kinds, where what is in it may have changed."""
    entries = state.registers.get(register, {})
    return (
        state.before is None
        or came_to(state, *kinds)
        or any(state.came_from(name) is None for name in entries)
    )


def is_since_then(state: State, day: date | None) -> bool:
    """Tell whether something happened after the meeting before this one, or in this one."""
    if day is None:
        return False
    return day >= state.about.day or (state.before is not None and day > state.before.day)
