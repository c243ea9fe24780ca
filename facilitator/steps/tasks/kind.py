"""What making tasks says. Tasks are kept in a register of the session."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.records import Record
from facilitator.scenario.model import Kind, Step

Question = Literal["for_whom", "why_now", "wanted", "chance", "if_nothing", "theme"]


class TasksStep(Step):
    """From what is wrong to what has to change, for whom and why now (domain.md 3.3)."""

    kind: Literal["tasks"]
    ask: Annotated[list[Question], Field(min_length=1, max_length=6)] = ["for_whom", "why_now", "wanted"]
    """What is asked of each task besides its name, in this order."""
    make: bool = True
    """Whether tasks are made here; otherwise the questions are asked of those there are."""
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """More than this brings a question, never a refusal."""


class TasksLeaves(Record):
    """Nothing: tasks outlive the step."""


KIND: Final = Kind("tasks", TasksStep, TasksLeaves)
