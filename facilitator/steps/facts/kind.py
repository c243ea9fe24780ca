"""What laying figures and stories side by side says and leaves (domain.md 4.3)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import EntryId, FilledLine, Line, Record
from facilitator.scenario.model import Kind, Step

Page = Literal["facts", "stories", "recognition", "beside", "unknown"]


class GivenFact(Record):
    """A figure that was looked up beforehand; the group says whether it belongs on the table."""

    what: FilledLine
    value: Line = ""
    source: Line = ""
    year: Line = ""
    area: Line = ""
    compared: Line = ""


class FactsStep(Step):
    """Figures, stories, who recognises them, what fits what, and what nobody knows yet."""

    kind: Literal["facts"]
    ask: Annotated[list[Page], Field(min_length=1, max_length=5)] = [
        "facts",
        "stories",
        "recognition",
        "beside",
        "unknown",
    ]
    """What the group does, in this order."""
    facts: Annotated[list[GivenFact], Field(max_length=12)] = []
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """Of figures and of stories; more brings a question, never a refusal."""


class Unknown(Record):
    """Something nobody knows yet."""

    id: EntryId
    text: FilledLine
    who: Line = ""
    """Who finds out: a role or a group."""


class FactsLeaves(Record):
    """What is not known yet. Figures and stories are kept in registers of the session."""

    unknown: Annotated[list[Unknown], Field(max_length=60)] = []


KIND: Final = Kind("facts", FactsStep, FactsLeaves)
