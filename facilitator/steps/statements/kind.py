"""What a vote on statements says and leaves. Its results are kept as rounds."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from facilitator.problems import Problem, nearest
from facilitator.records import Id, Record
from facilitator.scenario.model import Kind, Scenario, Statement, Step, Use


class StatementsStep(Step):
    """A blind vote on the statements of one set, with a second vote where the group wants it."""

    kind: Literal["statements"]
    part: Literal["vote", "result", "both"] = "both"
    """The vote, its result, or both in one go. Apart, something fits between them: a break, in which the
    ballots are entered."""
    of: Id | None = None
    """With ``part = "result"``: the step of the same use whose vote it shows."""
    sets: Annotated[list[Id], Field(min_length=1, max_length=8)]
    """The statement sets, in the order of the ballot. With several the result stands per set
    (domain.md 6.3), and an id may stand in one of them only."""
    only: list[Id] = []
    """Statements of the sets to use; empty: all."""
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
    sets = [found for name in step.sets if (found := scenario.find_set(name))]
    return [each for found in sets for each in found.statements if not step.only or each.id in step.only]


def back_of(step: StatementsStep, scenario: Scenario, perspective: str) -> list[Statement]:
    """Give the statements on the back of a perspective's ballots."""
    found = scenario.find_set(step.back.get(perspective, ""))
    return list(found.statements) if found else []


def vote_of(step: StatementsStep, use: Use) -> StatementsStep:
    """Give the step that holds the vote: the step itself, or with a result the step whose vote it shows.

    The statements, the level and the backs of the ballots are those of the vote. Raises KeyError when a
    result shows no vote of this use, which no checked scenario does.
    """
    if step.part != "result":
        return step
    for each in use.steps:
        if each.id == step.of and isinstance(each, StatementsStep) and each.part == "vote":
            return each
    raise KeyError(step.of)


def _check(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    return [*_check_part(step, scenario), *_check_names(step, scenario)]


def _check_part(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    """Find a result without its vote, and a vote whose result nobody sees."""
    if step.of and step.part != "result":
        return [Problem("statements.of_no_result", {"name": step.of})]
    use = next(use for use in scenario.uses if any(each is step for each in use.steps))
    others = [each for each in use.steps if isinstance(each, StatementsStep)]
    if step.part == "vote" and all(each.of != step.id for each in others):
        return [Problem("statements.no_result", {"name": step.id}, severity="warning")]
    if step.part != "result":
        return []
    if step.of is None:
        return [Problem("statements.of_missing")]
    earlier = [each.id for each in use.steps[: use.steps.index(step)]]
    votes = [each.id for each in others if each.part == "vote" and each.id in earlier]
    if step.of not in votes:
        return [Problem("statements.no_vote", {"name": step.of}, nearest=nearest(step.of, votes))]
    vote = vote_of(step, use)
    return [
        Problem("statements.other_than_vote", {"name": name, "vote": vote.id})
        for name in ("sets", "only", "level", "back")
        if getattr(step, name) and getattr(step, name) != getattr(vote, name)
    ]


def _check_names(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    """Find names of statements and perspectives that are not there."""
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
