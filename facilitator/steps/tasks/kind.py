"""What making tasks says. Tasks are kept in a register of the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import ScreenPage, Written

Question = Literal["for_whom", "why_now", "wanted", "chance", "if_nothing", "theme", "where"]

TOLD: Final[tuple[Question, ...]] = ("for_whom", "why_now", "wanted", "where", "chance", "if_nothing")
"""What is told of a task, in this order; its heading stands above it."""


class TasksStep(Step):
    """From what is wrong to what has to change, for whom and why now (docs/domain.md 3.3)."""

    dutch: ClassVar = {
        "for_whom": "voor wie",
        "why_now": "waarom nu",
        "wanted": "als het klaar is",
        "if_nothing": "als niemand iets doet",
        "theme": "kop|kopje",
        "where": "waar|plek",
    }
    kind: Literal["tasks"]
    ask: Annotated[list[Question], Field(min_length=1, max_length=7)] = ["for_whom", "why_now", "wanted"]
    """What is asked of each task besides its name, in this order."""
    make: bool = True
    """Whether tasks are made here; otherwise the questions are asked of those there are."""
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """More than this brings a question, never a refusal."""


class TasksLeaves(Kept):
    """Nothing: tasks outlive the step."""


def _check(step: TasksStep, _scenario: Scenario) -> list[Problem]:
    return [
        Problem("tasks.asked_twice", {"name": name}, key=f"ask[{n}]")
        for n, name in enumerate(step.ask, 1)
        if name in step.ask[: n - 1]
    ]


def _fits(step: TasksStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text stands under the title, over a line to type in and what was said before; where no tasks are
    made, over the task and its first question."""
    if step.make:
        return [ScreenPage([Written("title", step.title), Written("text", step.text)], besides=1 + 1 + 1 + 3)]
    return [ScreenPage([Written("text", step.text)], besides=2 + 1 + 1 + 1 + 1 + 1)]


def _takes(step: TasksStep, _scenario: Scenario, expected: Expected) -> Duration:
    """A minute to name a task, and half a minute for each question about it."""
    count = step.most if step.make else expected.count("tasks", step.most)
    named = 60 if step.make else 0
    asked = len(step.ask)
    return Duration.of_seconds(
        60 + count * (named + 30 * asked), 60 + count * (named + 45 * asked), "tasks", count, "fewer"
    )


def _adds(step: TasksStep, expected: Expected) -> dict[str, int]:
    """Count the tasks that are made here."""
    return {"tasks": max(step.most, expected.count("tasks"))} if step.make else {}


def _gives(step: TasksStep) -> Sequence[Supply]:
    return ["tasks"] if step.make else []


def _needs(step: TasksStep) -> Supply | None:
    return None if step.make else "tasks"


def _shows(step: TasksStep) -> Sequence[Supply]:
    return ["tasks", "choices", "worry", "ambition", "chance"] if step.make else ["tasks"]


KIND: Final = Kind(
    "tasks",
    TasksStep,
    TasksLeaves,
    check=_check,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    fits=_fits,
    takes=_takes,
    adds=_adds,
)
