"""What a check-in says and leaves. People are counted by the session itself, never named."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import FilledLine, Record
from facilitator.scenario.model import Kind, Step


class CheckinStep(Step):
    """Everyone chooses one perspective to answer from."""

    kind: Literal["checkin"]


class CheckinLeaves(Record):
    """Other hats people named; a list that is not tied to anyone (domain.md 6.4)."""

    hats: Annotated[list[FilledLine], Field(max_length=60)] = []
    returning: Annotated[int, Field(ge=0, le=500)] | None = None
    """In a session that follows another: how many were there then too."""


KIND: Final = Kind("checkin", CheckinStep, CheckinLeaves)
