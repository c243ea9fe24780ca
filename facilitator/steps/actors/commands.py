"""What a group can do to an actor that is on the map. Pure."""

from __future__ import annotations

from typing import Any

from facilitator.problems import Problem
from facilitator.session.commands import Outcome, put
from facilitator.session.state import State


def change(state: State, name: str, /, **changes: Any) -> Outcome:
    """Change fields of an actor; nothing happens when they are so already."""
    actor = state.actors().get(name)
    if actor is None:
        return Problem("session.gone")
    changed = type(actor).model_validate({**actor.model_dump(), **changes})
    return [] if changed == actor else put(state, "actors", name, changed)


def next_perspective(state: State, name: str) -> Outcome:
    """Let an actor belong to the next perspective of the scenario, and after the last to none."""
    actor = state.actors().get(name)
    if actor is None:
        return Problem("session.gone")
    order: list[str | None] = [None, *(perspective.id for perspective in state.scenario.perspectives)]
    at = order.index(actor.perspective) if actor.perspective in order else 0
    return change(state, name, perspective=order[(at + 1) % len(order)])
