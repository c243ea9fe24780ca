"""Several commands of one action: each sees what those before it do. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

from facilitator.problems import Problem
from facilitator.session.commands import Outcome
from facilitator.session.events import Event, ResultSet
from facilitator.session.fold import fold
from facilitator.session.state import State

Command = Callable[[State], Outcome]


@dataclass(frozen=True)
class CommandChain:
    """What some commands do, taken back in one step."""

    events: Sequence[Event]
    done: int
    """How many of them change something."""
    idle: int
    """How many change nothing, because it is so already."""
    problem: Problem | None = None
    """Why the one after these is refused, and with it all that follow."""


def together(state: State, commands: Sequence[Command]) -> CommandChain:
    """Carry out commands one after the other, up to the first that is refused."""
    events: list[Event] = []
    done = idle = 0
    for command in commands:
        outcome = command(state)
        if isinstance(outcome, Problem):
            return CommandChain(_needed(events), done, idle, outcome)
        state = reduce(fold, outcome, state)
        events += outcome
        done, idle = done + bool(outcome), idle + (not outcome)
    return CommandChain(_needed(events), done, idle)


def _needed(events: Sequence[Event]) -> list[Event]:
    """Leave out what a later event sets again, such as a list that grew by a line each time."""
    last = {_set_by(event): number for number, event in enumerate(events)}
    return [event for number, event in enumerate(events) if last[_set_by(event)] == number]


def _set_by(event: Event) -> object:
    """Give what an event sets wholly; of another event, the event itself."""
    return (event.use, event.step, event.field) if isinstance(event, ResultSet) else id(event)
