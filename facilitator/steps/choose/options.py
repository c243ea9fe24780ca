"""What can be chosen, and how it reads: from the registers, the votes of the session, or the scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from facilitator.insight.block_results import BlockResult, block_results, most_different_block
from facilitator.insight.levels import GroupLevel
from facilitator.scenario.model import RESIDENTS
from facilitator.session.choices import chosen_now
from facilitator.session.items import items_of
from facilitator.session.provenance import say_chosen, say_origin, say_waits
from facilitator.session.registers import HANDS, Item
from facilitator.session.rounds import TOTAL, Round
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseLeaves, ChooseStep
from facilitator.words import Words


@dataclass(frozen=True)
class Choosable:
    """Something that can be chosen."""

    name: str
    """The id of an item, a task, a statement set or an option."""
    text: str
    beside: str = ""
    """What stands quietly behind it, in a few words."""
    more: str = ""
    """All that can be said of it, for where there is room; without it the same."""
    number: int = 0
    """Its own number, for what has one wherever it stands in the list; else 0."""
    source: str = ""
    """Where a set comes from."""
    energy: bool = True
    """Whether someone in the room wants to work on it; also when that was not asked."""
    by_residents: bool | None = None
    """Whether residents brought it up; None when it is not known who did."""
    own: bool = False
    """Whether the group itself put it beside the options of the scenario."""


def offered(state: State, key: str, step: ChooseStep, t: Words) -> list[Choosable]:
    """Give what can be chosen; sets stand weakest first, all else in the order in which it came up."""
    if step.among == "options":
        own = ChooseLeaves.model_validate(state.result(key)).own
        return [
            *(Choosable(option.id, option.text, option.hint) for option in step.options),
            *(Choosable(name, text, own=True) for name, text in own.items()),
        ]
    if step.among == "tasks":
        return [Choosable(name, task.name, task.for_whom) for name, task in state.tasks().items()]
    return _items(state, step, t) if step.among == "items" else _sets(state, t)


def _items(state: State, step: ChooseStep, t: Words) -> list[Choosable]:
    here = items_of(state, step.sorts)
    asked = any(item.energy in HANDS for item in here.values())
    return [
        Choosable(
            name,
            item.text,
            _beside(item, t) or say_origin(name, state, t, item.perspective),
            " · ".join(part for part in (_beside(item, t), _earlier(name, state, t)) if part),
            energy=item.energy in HANDS or not asked,
            by_residents=item.perspective in RESIDENTS if item.perspective else None,
        )
        for name, item in here.items()
    ]


def _beside(item: Item, t: Words) -> str:
    energy = t(f"choose.energy.{item.energy}") if item.energy in HANDS else ""
    shared = t("choose.shared") if item.shared == "shared" else ""
    return " · ".join(part for part in (item.theme, energy, shared) if part)


def _earlier(name: str, state: State, t: Words) -> str:
    """Give what an earlier meeting said of it: that it was chosen, or waits and why; or else whose it is."""
    if name in chosen_now(state):
        return ""
    return say_chosen(name, state, t) or say_waits(name, state, t) or say_origin(name, state, t)


# -- statement sets


def _sets(state: State, t: Words) -> list[Choosable]:
    """Give the sets of the votes of which the result was shown, weakest first, then those without a vote."""
    numbers, results = _numbered(state), _results(state)
    order = [*results, *(name for name in numbers if name not in results)]
    return [
        Choosable(
            name,
            found.title,
            " · ".join(_in_short(results.get(name), t)),
            " · ".join(_in_full(results.get(name), state, t)),
            numbers.get(name, 0),
            t("choose.derived") if found.source_status == "derived" else found.source,
        )
        for name in order
        if (found := state.scenario.find_set(name))
    ]


def about_sets(state: State, among: Sequence[Choosable], t: Words) -> list[str]:
    """Give what has to be known of sets: what their order means, where we differ, where they come from."""
    results = _results(state)
    most = most_different_block(list(results.values()))
    numbers = {choosable.name: choosable.number for choosable in among}
    lines = [t(f"choose.{code}") for code in _about_order(results)]
    if most and most.name in numbers:
        lines.append(t("choose.most_different", n=numbers[most.name]))
    sources: dict[str, list[int]] = {}
    for choosable in among:
        sources.setdefault(choosable.source, []).append(choosable.number)
    told = [f"{source}: {', '.join(map(str, sorted(sources[source])))}" for source in sources if source]
    return [*lines, *([" · ".join(told)] if told else [])]


def _about_order(results: Mapping[str, BlockResult]) -> list[str]:
    """Say what it means that a set stands on top: nothing where too few answered to compare."""
    unranked = [result.share is None for result in results.values()]
    if not unranked:
        return ["no_vote"]
    if all(unranked):
        return ["unranked"]
    return ["weakest_first", *(["unranked_last"] if any(unranked) else [])]


def _numbered(state: State) -> dict[str, int]:
    """Give the sets that steps vote on, each with its place among those of its step."""
    numbers: dict[str, int] = {}
    for _, step in state.places():
        for number, name in enumerate(getattr(step, "sets", []), 1):
            numbers.setdefault(name, number)
    return numbers


def _results(state: State) -> dict[str, BlockResult]:
    """Give how each set came out, weakest first, in the first vote on it: that one had every statement."""
    results: dict[str, BlockResult] = {}
    for vote in state.rounds.values():
        if vote.status == "revealed" and vote.side == "front":
            results = {one.name: one for one in _of_round(state, vote)} | results
    found = sorted(results.values(), key=lambda one: (one.share is None, one.share or Fraction(0)))
    return {one.name: one for one in found}


def _of_round(state: State, held: Round) -> list[BlockResult]:
    """Give how the sets of a vote came out, as they may be told."""
    key = f"{held.use}/{held.step}"
    place = state.find(key)
    if place is None or held.shown is None:
        return []
    sets = (state.scenario.find_set(name) for name in getattr(place[1], "sets", []))
    statements = {
        found.id: [statement.id for statement in found.statements if statement.id in held.statements]
        for found in sets
        if found
    }
    return block_results(held.shown, statements)


def _in_short(result: BlockResult | None, t: Words) -> list[str]:
    """Say in a word how a set came out; with too few people for a word, the share of the group as one."""
    if result is None:
        return []
    shares = [
        t("choose.share", agree=level.agree, of=level.of) for level in _told(result) if level.group == TOTAL
    ]
    return _grade(result, t) or shares


def _in_full(result: BlockResult | None, state: State, t: Words) -> list[str]:
    """Say how a set came out per group, side by side and never added up."""
    shares = [
        t("choose.share", agree=level.agree, of=level.of)
        if level.group == TOTAL
        else t("choose.group_share", group=_title(state, level.group), agree=level.agree, of=level.of)
        for level in (_told(result) if result else [])
    ]
    return [*shares, *(_grade(result, t) if result else [])]


def _told(result: BlockResult) -> list[GroupLevel]:
    """Give the groups of which a share may be told: a part of a set says nothing of the set."""
    return [share for share in result.groups if share.standing == "told"]


def _grade(result: BlockResult, t: Words) -> list[str]:
    return [t(f"choose.grade.{result.grade}")] if result.grade else []


def _title(state: State, group: str) -> str:
    found = state.scenario.perspective(group)
    return found.title if found else group
