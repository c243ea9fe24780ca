"""What a check-in says and leaves. People and hats are counted by the session itself, never named."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import FilledLine, Id, Kept, Record
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.limits import HAT
from facilitator.scenario.model import Kind, Scenario, Step
from facilitator.scenario.screen_fit import ScreenPage, Written, find_wide
from facilitator.scenario.validation import double_ids

MOST_HATS: Final = 7
"""Kinds of hat; with these they stand under their question on the smallest screen."""


class Hat(Record):
    """What someone may be here besides: a kind of hat, never an office of one person."""

    id: Id
    text: FilledLine


class CheckinStep(Step):
    """Everyone chooses one perspective to answer from."""

    dutch: ClassVar = {
        "checkin": "inchecken|check-in",
    }
    kind: Literal["checkin"]
    hats: Annotated[list[Hat], Field(max_length=MOST_HATS)] = []
    """Kinds of hat to count; without any: lives here, works here, decides, does business, volunteers."""


class CheckinLeaves(Kept):
    """How many were there before. The session keeps other hats, a count per kind (docs/domain.md 6.4)."""

    hats: Annotated[list[FilledLine], Field(max_length=60)] = []
    """Other hats as people typed them in an older app: never shown, and gone when the file is closed."""
    returning: Annotated[int, Field(ge=0, le=500)] | None = None
    """In a session that follows another: how many were there then too."""


def _check(step: CheckinStep, _scenario: Scenario) -> list[Problem]:
    """Find hats with one id, and those too wide for a row with their count behind them."""
    wide = [
        problem
        for n, hat in enumerate(step.hats, 1)
        for problem in find_wide(f"hats[{n}].text", hat.text, HAT)
    ]
    return [*double_ids([hat.id for hat in step.hats], "hats"), *wide]


def _fits(step: CheckinStep, scenario: Scenario) -> list[ScreenPage]:
    """The question, a row per perspective and one for who listens, and what to do with a small group."""
    rows = len(scenario.perspectives) + 1
    return [ScreenPage([Written("text", step.text)], besides=1 + rows + 1 + 1 + 2)]


def _takes(_step: CheckinStep, _scenario: Scenario, expected: Expected) -> Duration:
    """A minute to say what it is for, and five seconds for each to be counted; twice that with hats."""
    people = expected.people
    return Duration.of_seconds(60 + 5 * people, 60 + 10 * people, "people", people)


KIND: Final = Kind(
    "checkin",
    CheckinStep,
    CheckinLeaves,
    check=_check,
    fits=_fits,
    gives=lambda _step: ("people",),
    takes=_takes,
)
