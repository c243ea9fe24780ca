"""What looking back at agreements says and leaves (docs/domain.md S8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.records import EntryId, FilledLine, Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import KeptLine, Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import ScreenPage, Written
from facilitator.session.agreement_status import Status

Ask = Literal["celebrate", "agreements", "open", "learn"]


class ReviewStep(Step):
    """One look at last time: celebrating, going through agreements or what stayed open, or learning."""

    dutch: ClassVar = {
        "review": "terugblik|terugkijken",
        "celebrate": "vieren",
        "open": "open vragen|nog open",
        "learn": "leren",
    }
    kind: Literal["review"]
    ask: Ask
    most: Annotated[int, Field(ge=1, le=12)] = 6
    """Agreements that are gone through one by one; more brings a question, never a refusal."""


class Learnt(Kept):
    """A line in the group's words."""

    id: EntryId
    text: FilledLine
    agreement: EntryId | None = None
    """The agreement that is celebrated so."""


class ReviewLeaves(Kept):
    """What did work, however small, and what was learnt.

    How an agreement stands now is kept with itself; ``said`` is what the group said of it in this step.
    """

    worked: Annotated[list[Learnt], Field(max_length=60)] = []
    learnt: Annotated[list[Learnt], Field(max_length=60)] = []
    said: dict[EntryId, Status] = {}


BESIDES: Final[dict[Ask, int]] = {"celebrate": 10, "agreements": 9, "open": 8, "learn": 7}
"""Rows that the page with the text of the step needs besides it: a question, an agreement, answers, lines."""


def _fits(step: ReviewStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text of the step stands on its first page, as long as nothing was said there."""
    return [ScreenPage([Written("text", step.text)], BESIDES[step.ask])] if step.text else []


def _keeps(_step: ReviewStep, left: ReviewLeaves) -> list[KeptLine]:
    """Give what was learnt, and what worked."""
    return [KeptLine(text=line.text) for line in (*left.learnt, *left.worked)]


def _takes(step: ReviewStep, _scenario: Scenario, expected: Expected) -> Duration:
    """Three minutes for an agreement (docs/domain.md S8), forty seconds for what stayed open. To celebrate
    takes two minutes at least; to learn two in pairs, and half a minute for each of six lines."""
    if step.ask == "agreements":
        count = min(step.most, expected.count("earlier", step.most))
        return Duration.of_seconds(180 * count, 240 * count, "agreements", count, "fewer")
    if step.ask == "open":
        count = expected.count("open", 3)
        return Duration.of_seconds(40 * count, 60 * count, "lines", count, "fewer")
    if step.ask == "celebrate":
        return Duration.of_seconds(120, 300, "people", expected.people)
    return Duration.of_seconds(120 + 30 * 6, 120 + 60 * 6, "lines", 6, "fewer")


def _shows(step: ReviewStep) -> Sequence[Supply]:
    if step.ask == "learn":
        return []
    return ["questions"] if step.ask == "open" else ["agreements"]


KIND: Final = Kind("review", ReviewStep, ReviewLeaves, shows=_shows, fits=_fits, keeps=_keeps, takes=_takes)
