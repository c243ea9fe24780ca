"""What each kind of step leaves behind: an entry in a register of the session, or a field of the step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.registers import RegisterName
from facilitator.session.state import State
from facilitator.steps.collect.findings import actors_in_turn, items_of
from facilitator.steps.questions.commands import asked
from facilitator.steps.statements.kind import vote_of

Leaves = Callable[[State, State, Use, Any], bool]
"""Tells, from the session before and after a step, whether it left what it should."""


def added(register: RegisterName, before: State, after: State) -> int:
    """Give how many entries a register has more."""
    return len(after.registers.get(register, {})) - len(before.registers.get(register, {}))


def _field(after: State, use: Use, step: Step, name: str) -> Any:
    return after.result(key_of(use, step)).get(name)


def _nothing(before: State, after: State, _use: Use, _step: Any) -> bool:
    return (after.registers, after.results, after.rounds) == (before.registers, before.results, before.rounds)


def _people(_before: State, after: State, use: Use, step: Any) -> bool:
    counted = _field(after, use, step, "returning")
    return after.present > 0 and bool(after.hats()) and (counted is None) == (after.before is None)


def _votes(_before: State, after: State, use: Use, step: Any) -> bool:
    vote = after.rounds_of(key_of(use, vote_of(step, use)))[0]
    wanted = "closed" if step.part == "vote" else "revealed"
    groups = vote.shown.groups if vote.shown else []
    told = bool(vote.findings) or step.part == "vote"
    return vote.status == wanted and told and sum(each.ballots for each in groups) == after.present


def _answers(_before: State, after: State, use: Use, step: Any) -> bool:
    answered = {each["question"] for each in _field(after, use, step, "answers")}
    return answered == {each.id for each in asked(after, use, step)}


def _table(before: State, after: State, use: Use, step: Any) -> bool:
    facts, stories = after.facts(), after.stories()
    recognised = [
        *(each.recognised for each in facts.values()),
        *(each.recognised for each in stories.values()),
    ]
    left = {
        "facts": added("facts", before, after) > 0,
        "stories": added("stories", before, after) > 0,
        "recognition": all(recognised),
        "beside": added("links", before, after) > 0 or not (facts and stories),
        "unknown": bool(_field(after, use, step, "unknown")),
    }
    return all(left[each] for each in step.ask)


def _brought_up(before: State, after: State, _use: Use, step: Any) -> bool:
    items = items_of(after, step.sorts).values()
    turn = actors_in_turn(after)
    left = {
        "gather": added("items", before, after) >= len(step.prompts),
        "cluster": len({each.theme for each in items if each.theme}) > 1,
        "shared": bool(items) and all(each.shared for each in items),
        "links": added("links", before, after) > 0,
        "energy": any(after.actors()[name].energy for name in turn)
        if step.among == "actors"
        else any(each.energy for each in items),
    }
    return left[step.ask]


def _choice(_before: State, after: State, use: Use, step: Any) -> bool:
    chosen = _field(after, use, step, "chosen")
    offered = _field(after, use, step, "texts")
    return len(chosen) == min(step.most, len(offered)) and bool(_field(after, use, step, "differs"))


def _tasks(before: State, after: State, _use: Use, step: Any) -> bool:
    told = all(getattr(each, name) for each in after.tasks().values() for name in step.ask)
    return told and bool(after.tasks()) and (added("tasks", before, after) > 0) == step.make


def _network(before: State, after: State, _use: Use, step: Any) -> bool:
    actors = after.actors().values()
    if step.ask == "interests":
        return any(each.interest and each.shared_interest for each in actors)
    if step.ask == "rings":
        return all(each.ring for each in actors)
    return added("actors", before, after) > 0 and any(each.side == step.ask for each in actors)


def _contributions(before: State, after: State, _use: Use, step: Any) -> bool:
    if step.ask == "offers":
        return {each.direction for each in after.contributions().values()} == {"brings", "asks"}
    if step.ask == "tasks":
        return any(each.task for each in after.contributions().values())
    roles = {each.role for each in after.roles().values()}
    return added("roles", before, after) > 0 and ("guards" in roles) == step.guard


def _agreements(before: State, after: State, _use: Use, step: Any) -> bool:
    firm = [each for each in after.agreements().values() if each.firmness == "agreement"]
    if step.ask == "make":
        # One that came over and was changed since is not heard again by itself, and says so.
        made = [after.agreements()[name] for name in after.agreements() if name not in before.agreements()]
        return bool(made) and all(each.heard == "no-objection" for each in made if each in firm)
    names = ("keeper", "look_on") if step.ask == "keep" else ("seen", "proof")
    return all(getattr(each, name) for each in firm for name in names)


def _advice(_before: State, after: State, use: Use, step: Any) -> bool:
    replies = _field(after, use, step, "replies")
    said = all(_field(after, use, step, name) for name in ("advice", "reason", "decides", "hears"))
    return said and set(replies) == {each.id for each in step.questions}


def _looked_back(before: State, after: State, use: Use, step: Any) -> bool:
    if step.ask == "learn":
        return bool(_field(after, use, step, "learnt"))
    said = _field(after, use, step, "said") or {}
    if step.ask == "celebrate":
        return bool(_field(after, use, step, "worked")) and bool(said) == bool(before.agreements())
    going_on = {name for name, each in before.agreements().items() if each.status != "done"}
    return set(said) == going_on


LEAVES: Final[Mapping[str, Leaves]] = {
    "card": _nothing,
    "checkin": _people,
    "statements": _votes,
    "questions": _answers,
    "facts": _table,
    "collect": _brought_up,
    "choose": _choice,
    "tasks": _tasks,
    "actors": _network,
    "contributions": _contributions,
    "agreements": _agreements,
    "gate": _advice,
    "review": _looked_back,
}


def left_what_it_leaves(use: Use, step: Step, before: State, after: State) -> None:
    """Demand that a step left what its kind leaves."""
    key = key_of(use, step)
    left = (after.result(key), {name: len(entries) for name, entries in after.registers.items()})
    assert LEAVES[step.kind](before, after, use, step), f"{step.kind} {key} left {left}"
