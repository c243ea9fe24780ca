"""Statements that the room put in words of its own, before anyone voted on them. Pure.

A statement in other words asks something else: it is another statement, under an id that no other evening
has. So nothing that goes by id and words ever lays it beside the one that it came in the place of.
"""

from __future__ import annotations

from typing import Any, Final

from facilitator.scenario.model import Scenario, Statement, Step, Use

SAID_HERE: Final = "op-de-avond-"
"""What the id begins with of a statement that was worded in the room."""


def is_said_here(statement: str) -> bool:
    """Tell whether the room put this statement in words itself."""
    return statement.startswith(SAID_HERE)


def with_statement(scenario: Scenario, set_name: str, statement: Statement, instead: str | None) -> Scenario:
    """Give the scenario with a statement in the place of another one, or at the end of its set."""
    one = scenario.find_set(set_name)
    if one is None or one.find(statement.id) or (instead is not None and one.find(instead) is None):
        return scenario
    there = [statement if each.id == instead else each for each in one.statements]
    if instead is None:
        there.append(statement)
    worded = one.model_copy(update={"statements": there})
    sets = [worded if each.id == set_name else each for each in scenario.statement_sets]
    uses = [_use(use, set_name, statement.id, instead) for use in scenario.uses]
    return scenario.model_copy(update={"statement_sets": sets, "uses": uses})


def _use(use: Use, set_name: str, name: str, instead: str | None) -> Use:
    steps = [_step(step, set_name, name, instead) for step in use.steps]
    return use if all(map(_is, steps, use.steps)) else use.model_copy(update={"steps": steps})


def _is(one: object, other: object) -> bool:
    return one is other


def _step(step: Step, set_name: str, name: str, instead: str | None) -> Step:
    """Give a step that names a statement by its new name; where only some are asked, one more of them."""
    if set_name not in getattr(step, "sets", []):
        return step
    changed: dict[str, Any] = {}
    for key in ("only", "level"):
        names = list(getattr(step, key, []))
        if instead in names:
            changed[key] = [name if each == instead else each for each in names]
        elif key == "only" and names and instead is None:
            changed[key] = [*names, name]
    return step.model_copy(update=changed) if changed else step
