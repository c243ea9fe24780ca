"""What a vote on statements says and leaves. Its results are kept as rounds."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.problems import Problem, nearest
from facilitator.records import Id, Record
from facilitator.scenario.model import Kind, Scenario, Statement, Step


class StatementsStep(Step):
    """A blind vote on the statements of one set, with a second vote where the group wants it."""

    kind: Literal["statements"]
    sets: Annotated[list[Id], Field(min_length=1, max_length=1)]
    """The statement set; a list, so that every kind names its sets alike."""
    only: list[Id] = []
    """Statements of the set to use; empty: all."""
    level: list[Id] = []
    """Statements that together say how urgent it is (domain.md 6.2); the others stand beside it."""
    sensitive: bool = False
    """Show no group under five instead of three."""
    back: dict[Id, Id] = {}
    """Per perspective a set for the back of its ballots: for the report, never compared on the wall."""


class StatementsLeaves(Record):
    """What the room chose to show beyond what is always shown."""

    agreed_to_show: list[Id] = []
    """Small groups of one mind that agreed to show how they answered."""


def statements_of(step: StatementsStep, scenario: Scenario) -> list[Statement]:
    """Give the statements that everyone answers, in order."""
    found = scenario.find_set(step.sets[0])
    if found is None:
        return []
    return [each for each in found.statements if not step.only or each.id in step.only]


def back_of(step: StatementsStep, scenario: Scenario, perspective: str) -> list[Statement]:
    """Give the statements on the back of a perspective's ballots."""
    found = scenario.find_set(step.back.get(perspective, ""))
    return list(found.statements) if found else []


def _check(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    found = scenario.find_set(step.sets[0])
    if found is None:
        return []
    names = [each.id for each in found.statements]
    problems = [
        Problem("statements.no_statement", {"name": name, "set": found.id}, nearest=nearest(name, names))
        for name in [*step.only, *step.level]
        if name not in names
    ]
    if step.only:
        problems += [
            Problem("statements.level_left_out", {"name": name})
            for name in step.level
            if name not in step.only
        ]
    perspectives = [each.id for each in scenario.perspectives]
    problems += [
        Problem("statements.no_perspective", {"name": name}, nearest=nearest(name, perspectives))
        for name in step.back
        if name not in perspectives
    ]
    return problems


KIND: Final = Kind("statements", StatementsStep, StatementsLeaves, _check)
