"""What mapping the network says. Actors are kept in a register of the session."""

from __future__ import annotations

from typing import Final, Literal

from facilitator.records import Record
from facilitator.scenario.model import Kind, Step


class ActorsStep(Step):
    """One look at the network: who there is, what they want, or how near they stand."""

    kind: Literal["actors"]
    ask: Literal["formal", "informal", "interests", "rings"]


class ActorsLeaves(Record):
    """Nothing: actors outlive the step."""


KIND: Final = Kind("actors", ActorsStep, ActorsLeaves)
