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
    found = _check_gather(step, scenario) if step.ask == "gather" else _check_look(step)
    if step.among == "actors" and step.ask not in {"links", "energy"}:
        found.append(Problem("collect.actors_unused", {"ask": step.ask}, key="among"))
    elif step.among == "actors" and step.sorts:
        found.append(Problem("collect.sorts_of_actors", key="sorts"))
    return found


def _check_gather(step: CollectStep, scenario: Scenario) -> list[Problem]:
    found: list[Problem] = []
    if not step.prompts:
        found.append(Problem("collect.no_prompts", key="prompts"))
    if step.sorts:
        found.append(Problem("collect.sorts_unused", key="sorts"))
    if step.first and scenario.perspective(step.first) is None:
        found.append(Problem("collect.no_perspective", {"name": step.first}, key="first"))
    if step.first and step.unsigned:
        found.append(Problem("collect.first_unsigned", key="unsigned"))
    return found


def _check_look(step: CollectStep) -> list[Problem]:
    """Find what is meant for gathering, in a step that looks at what was gathered."""
    unused = {"prompts": step.prompts, "first": step.first, "unsigned": step.unsigned}
    return [
        Problem("collect.only_gather", {"name": name, "ask": step.ask}, key=name)
        for name, said in unused.items()
        if said
    ]


KIND: Final = Kind("collect", CollectStep, CollectLeaves, _check)
