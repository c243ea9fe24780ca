"""What comes of a command: the state after it, or why it was refused."""

from __future__ import annotations

from typing import Final

from facilitator.problems import Problem
from facilitator.session.commands import Outcome
from facilitator.session.fold import fold
from facilitator.session.state import State

AT: Final = "2026-03-12T20:00:00"


def after(state: State, outcome: Outcome) -> State:
    """Give the state after a command that is not refused."""
    assert not isinstance(outcome, Problem), outcome
    for event in outcome:
        state = fold(state, event, AT)
    return state


def refused(outcome: Outcome) -> str:
    """Give the code of why a command is refused."""
    assert isinstance(outcome, Problem)
    return outcome.code
