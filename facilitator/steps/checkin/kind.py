"""What a check-in says and leaves. People are counted by the session itself, never named."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import FilledLine, Kept
from facilitator.scenario.fit import Page, Written
from facilitator.scenario.model import Kind, Scenario, Step


class CheckinStep(Step):
    """Everyone chooses one perspective to answer from."""

    kind: Literal["checkin"]


class CheckinLeaves(Kept):
    """Other hats people named; a list that is not tied to anyone (domain.md 6.4)."""

    hats: Annotated[list[FilledLine], Field(max_length=60)] = []
    returning: Annotated[int, Field(ge=0, le=500)] | None = None
    """In a session that follows another: how many were there then too."""


def _fits(step: CheckinStep, scenario: Scenario) -> list[Page]:
    """The question, a row per perspective and one for who listens, and what to do with a small group."""
    rows = len(scenario.perspectives) + 1
    return [Page([Written("text", step.text)], besides=1 + rows + 1 + 1 + 2)]


KIND: Final = Kind("checkin", CheckinStep, CheckinLeaves, fits=_fits)
