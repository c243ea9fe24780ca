"""What the notes hold of a session, and nothing else: no vote, no answer, no line but what was parked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from facilitator.scenario.model import key_of
from facilitator.session.pace import Pace, pace
from facilitator.session.parked_lines import open_lines
from facilitator.session.people import per_perspective
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State

AHEAD: Final = 4
"""Steps that are told of what comes next."""


@dataclass(frozen=True)
class ComingStep:
    """A step that is still to come."""

    title: str
    minutes: int


@dataclass(frozen=True)
class NotesSheet:
    """What a facilitator sees of one moment."""

    programme: str
    place: str
    title: str
    """Of the step; empty at the end of the evening."""
    number: int
    """Of the step; 0 at the end of the evening."""
    total: int
    notes: str
    watch: str
    outcome: str
    coming: tuple[ComingStep, ...]
    """The next steps; none where the end of the evening comes next."""
    parked: tuple[str, ...]
    people: tuple[str, ...]
    """Each perspective with how many there are."""
    present: int
    listeners: int
    now: datetime
    ends: time
    pace: Pace | None

    @classmethod
    def of(cls, state: State, now: datetime) -> NotesSheet:
        """Give what the notes hold of a session at this moment."""
        places = list(state.places())
        found = state.find(state.at.key)
        number = next((n for n, (use, step) in enumerate(places, 1) if key_of(use, step) == state.at.key), 0)
        step = found[1] if found else None
        coming = [] if state.at.key == CLOSING else places[number : number + AHEAD]
        return cls(
            programme=state.scenario.title,
            place=state.about.place,
            title=step.title if step else "",
            number=number,
            total=len(places),
            notes=(step.notes or step.alone) if step else "",
            watch=step.watch if step else "",
            outcome=step.outcome if step else "",
            coming=tuple(ComingStep(each.title, each.minutes) for _, each in coming),
            parked=tuple(line.text for line in open_lines(state).values()),
            people=tuple(per_perspective(state.scenario, state.people)),
            present=state.present,
            listeners=state.listeners,
            now=now.replace(second=0, microsecond=0),
            ends=state.ends,
            pace=pace(state, now),
        )
