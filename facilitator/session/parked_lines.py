"""What was parked: lines for later, and what nobody knew. Each is open until it is answered. Pure."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.session.commands import Outcome, put
from facilitator.session.registers import Parked
from facilitator.session.replies import Reply
from facilitator.session.state import State
from facilitator.text import clean


def open_lines(state: State, *, unknown: bool | None = None) -> dict[str, Parked]:
    """Give what was not answered; ``unknown``: only what nobody knew, or only what is for later."""
    return {
        name: line
        for name, line in state.parked().items()
        if not line.answer and unknown in {None, line.unknown}
    }


def said_of(line: Parked) -> str:
    """Give the words of an answer; empty while there is none."""
    return line.answer.text if line.answer else ""


def answered_now(state: State, text: str) -> Reply | None:
    """Give an answer of this meeting; an empty one takes it back."""
    return Reply(text=text, day=state.about.day) if clean(text) else None


def change_line(state: State, name: str, **changes: Any) -> Outcome:
    """Say it in other words, who comes back to it and when, or the answer; nothing when it is so already."""
    line = state.parked().get(name)
    if line is None:
        return Problem("session.gone")
    try:
        changed = Parked(**{**dict(line), **changes})
    except ValidationError:
        return Problem("session.bad_value")
    return [] if changed == line else put(state, "parked", name, changed)
