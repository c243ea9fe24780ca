"""What the gate says and leaves (domain.md 2.3). Every outcome is a good outcome."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import FilledLine, Id, Line, Record
from facilitator.scenario.model import Kind, Step

Reply = Literal["yes", "no", "unknown"]
Advice = Literal["yes", "not-yet", "no", "unknown"]


class GateQuestion(Record):
    """A question with yes, no or we don't know, and what a no points to."""

    id: Id
    text: FilledLine
    if_no: Line = ""


class GateStep(Step):
    """Is a wijkaanpak called for, and who decides?"""

    kind: Literal["gate"]
    questions: Annotated[list[GateQuestion], Field(min_length=1, max_length=8)]


class GateLeaves(Record):
    """What the group answered and advises; never filled in from scores."""

    replies: dict[Id, Reply] = {}
    advice: Advice | None = None
    reason: Line = ""
    """Why, in one sentence."""
    decides: Line = ""
    """Who decides: a role."""
    hears: Line = ""
    """When the neighbourhood hears about it."""
    finds_out: Line = ""
    """With "we don't know": who finds out."""


KIND: Final = Kind("gate", GateStep, GateLeaves)
