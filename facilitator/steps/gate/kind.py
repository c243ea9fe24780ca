"""What the gate says and leaves (docs/domain.md 2.3). Every outcome is a good outcome."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import FilledLine, Id, Kept, Line, Record
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import Kind, Scenario, Step
from facilitator.scenario.screen_fit import ScreenPage, Written
from facilitator.scenario.validation import double_ids

Reply = Literal["yes", "no", "unknown"]
Advice = Literal["yes", "not-yet", "department", "city", "no", "unknown"]
"""Every way out, equally good: ``no`` is that the ordinary work is enough."""


class GateQuestion(Record):
    """A question with yes, no or we don't know, and what a no points to."""

    id: Id
    text: FilledLine
    if_no: Line = ""
    advice: Advice | None = None
    """The advice that a no points to."""


class GateStep(Step):
    """Is a wijkaanpak called for, and who decides?"""

    dutch: ClassVar = {
        "gate": "advies|poort",
        "yes": "ja",
        "not-yet": "nog niet",
        "department": "afdeling|één afdeling",
        "city": "stad|regio",
        "no": "nee",
        "unknown": "weten wij niet|onbekend",
    }
    kind: Literal["gate"]
    questions: Annotated[list[GateQuestion], Field(min_length=1, max_length=8)]


class GateLeaves(Kept):
    """What the group answered and advises; never filled in from scores."""

    replies: dict[Id, Reply] = {}
    advice: Advice | None = None
    area: Line = ""
    """Which neighbourhood, or which part of it, is meant."""
    evidence: Line = ""
    """By what the group sees that; figures, stories, a vote."""
    reason: Line = ""
    """Why, in one sentence."""
    decides: Line = ""
    """Who decides: a role."""
    hears: Line = ""
    """When the neighbourhood hears about it."""
    finds_out: Line = ""
    """With "we don't know": who finds out."""


REPLIES: Final = 3
"""Rows of what can be answered."""


def _check(step: GateStep, _scenario: Scenario) -> list[Problem]:
    return double_ids([question.id for question in step.questions], "questions")


def _fits(step: GateStep, _scenario: Scenario) -> list[ScreenPage]:
    """With a question stand what can be answered and what a no points to; with the first how it goes."""
    pages: list[ScreenPage] = []
    for n, question in enumerate(step.questions, 1):
        asked = Written(f"questions[{n}].text", question.text)
        pages.append(
            ScreenPage([asked, Written(f"questions[{n}].if_no", question.if_no)], besides=1 + REPLIES + 1)
        )
        if n == 1:
            pages.append(ScreenPage([asked, Written("text", step.text)], besides=1 + 1 + REPLIES))
    return pages


def _takes(step: GateStep, _scenario: Scenario, _expected: Expected) -> Duration:
    """Three quarters of a minute for a question, and two minutes for the advice and who decides."""
    asked = len(step.questions)
    return Duration.of_seconds(120 + 45 * asked, 240 + 90 * asked, "questions", asked, "fewer")


KIND: Final = Kind("gate", GateStep, GateLeaves, check=_check, fits=_fits, takes=_takes)
