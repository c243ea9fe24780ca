"""What making agreements says and leaves. Agreements are kept in a register of the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import ScreenPage, Written


class AgreementsStep(Step):
    """A few agreements with an owner and a date, heard for objections."""

    dutch: ClassVar = {
        "seen": "te zien|zichtbaar",
        "keep": "bijhouden|volhouden",
    }
    kind: Literal["agreements"]
    ask: Literal["make", "seen", "keep"] = "make"
    """To make them; or of each that was made how the neighbourhood sees it, or who looks in between."""
    per_task: bool = False
    """With ``make``: each task in turn heads a page of its own, and agreements made there belong to it."""
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """More than this brings a question, never a refusal."""


class AgreementsLeaves(Kept):
    """Whether the group chose to end without an agreement."""

    no_agreement: bool = False


def _check(step: AgreementsStep, _scenario: Scenario) -> list[Problem]:
    unused = step.per_task and step.ask != "make"
    return [Problem("agreements.per_task_unused", key="per_task")] if unused else []


def _fits(step: AgreementsStep, _scenario: Scenario) -> list[ScreenPage]:
    """Before the first agreement: the title, the text, and to make one or go on; a blank row between them."""
    written = [Written("title", step.title), Written("text", step.text)]
    return [ScreenPage(written, besides=1 + 1 + 2)] if step.ask == "make" else []


NEW, AGAIN, LOOK_ON, SEEN = (180, 300), (120, 180), (60, 90), (90, 150)
"""Seconds for an agreement, at least and usually: what, who and when; hearing one that was made before; who
looks in between; how the neighbourhood sees it."""


def _takes(step: AgreementsStep, _scenario: Scenario, expected: Expected) -> Duration:
    """One agreement at a time; where all were made already, they are only heard."""
    made = expected.count("agreements")
    if step.ask == "make":
        count = min(made, step.most) if made >= step.most else step.most - made
        if step.per_task:
            count = min(count, expected.count("tasks", count))
        least, usual = AGAIN if made >= step.most else NEW
    else:
        count = min(step.most, made or step.most)
        least, usual = LOOK_ON if step.ask == "keep" else SEEN
    return Duration.of_seconds(count * least, count * usual, "agreements", count, "fewer")


def _adds(step: AgreementsStep, expected: Expected) -> dict[str, int]:
    """Count the agreements that are made here."""
    return {"agreements": max(expected.count("agreements"), step.most)} if step.ask == "make" else {}


def _gives(step: AgreementsStep) -> Sequence[Supply]:
    return ["agreements"] if step.ask == "make" else []


def _needs(step: AgreementsStep) -> Supply | None:
    return None if step.ask == "make" else "agreements"


def _shows(_step: AgreementsStep) -> Sequence[Supply]:
    return ["agreements"]


KIND: Final = Kind(
    "agreements",
    AgreementsStep,
    AgreementsLeaves,
    check=_check,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    fits=_fits,
    takes=_takes,
    adds=_adds,
)
