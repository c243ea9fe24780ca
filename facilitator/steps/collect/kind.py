"""What gathering says and leaves. Items and links are kept in registers of the session."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import FilledLine, Id, Line, Record
from facilitator.scenario.model import Kind, Scenario, Step

Sort = Literal["worry", "ambition", "pride", "asset", "chance", "unsaid"]


class Prompt(Record):
    """What the room is asked, and what sort of thing an answer to it is."""

    sort: Sort
    text: FilledLine
    hint: Line = ""


class CollectStep(Step):
    """One look at what the group brings up: gathering it, or seeing what belongs together in it."""

    kind: Literal["collect"]
    ask: Literal["gather", "cluster", "shared", "links", "energy"]
    prompts: Annotated[list[Prompt], Field(max_length=6)] = []
    """With ``ask = "gather"``: the questions, one after the other."""
    first: Id | None = None
    """With ``gather``: the perspective that speaks first while the others listen."""
    unsigned: bool = False
    """With ``gather``: read from paper cards without a name; nobody is asked who wrote one."""
    among: Literal["items", "actors"] = "items"
    """With ``links`` and ``energy``: between or for what."""
    sorts: list[Sort] = []
    """With the others: which sorts are looked at; empty: all."""
    most: Annotated[int, Field(ge=1, le=30)] = 6
    """Lines per question; more brings a question, never a refusal."""


class CollectLeaves(Record):
    """Nothing: items and links outlive the step."""


def _check(step: CollectStep, scenario: Scenario) -> list[Problem]:
    problems: list[Problem] = []
    if step.ask == "gather" and not step.prompts:
        problems.append(Problem("collect.no_prompts"))
    if step.ask != "gather" and step.prompts:
        problems.append(Problem("collect.prompts_unused", {"ask": step.ask}))
    if step.first and scenario.perspective(step.first) is None:
        problems.append(Problem("collect.no_perspective", {"name": step.first}))
    return problems


KIND: Final = Kind("collect", CollectStep, CollectLeaves, _check)
