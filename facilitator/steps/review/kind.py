"""What looking back at agreements says and leaves (domain.md, scenario S8)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import EntryId, FilledLine, Record
from facilitator.scenario.model import Kind, Step


class ReviewStep(Step):
    """One look at last time's agreements: celebrating, going through them, or learning from them."""

    kind: Literal["review"]
    ask: Literal["celebrate", "agreements", "learn"]
    most: Annotated[int, Field(ge=1, le=12)] = 6
    """Agreements that are gone through one by one; more brings a question, never a refusal."""


class Learnt(Record):
    """A line in the group's words."""

    id: EntryId
    text: FilledLine


class ReviewLeaves(Record):
    """What did work, however small, and what was learnt. New statuses are kept with the agreements."""

    worked: Annotated[list[Learnt], Field(max_length=60)] = []
    learnt: Annotated[list[Learnt], Field(max_length=60)] = []


KIND: Final = Kind("review", ReviewStep, ReviewLeaves)
