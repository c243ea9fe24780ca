"""What a person can do to a session: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Final

from pydantic import JsonValue, ValidationError

from facilitator.problems import Problem
from facilitator.records import Record
from facilitator.scenario.model import Kinds, StatementSet, Step, Use
from facilitator.session.events import (
    BlockInserted,
    ClockSet,
    Event,
    Moved,
    Noted,
    PeopleChanged,
    RegisterDropped,
    RegisterPut,
    ResultSet,
    RoundClosed,
    RoundOpened,
    RoundRevealed,
    RoundVoided,
)
from facilitator.session.fold import LISTENERS
from facilitator.session.origin import said_now
from facilitator.session.programme import MOST_BLOCKS, misfit, new_sets, with_block, with_free_id
from facilitator.session.registers import (
    MOST_ENTRIES,
    Contribution,
    Entry,
    Link,
    RegisterName,
    Role,
    without_dangling,
)
from facilitator.session.rounds import Finding, Grouping, Round, Shown, Way, Withheld
from facilitator.session.session_leaves import CLOSING, PEOPLE, SESSION_LEAVES
from facilitator.session.state import State
from facilitator.session.todays_votes import TodaysVote, votes_of_today

Outcome = Sequence[Event] | Problem

MOST_PEOPLE: Final = 500
SMALLEST_SHOWN: Final = 3
SMALLEST_SENSITIVE: Final = 5


def put(state: State, register: RegisterName, name: str, entry: Entry) -> Outcome:
    """Add an entry to a register, or replace the one of that name.

    What newly comes from a perspective is kept with how many of it are here; fewer than three are refused,
    because it would point at someone.
    """
    here = state.registers.get(register, {})
    if name not in here and len(here) >= MOST_ENTRIES:
        return Problem("session.full", {"most": MOST_ENTRIES})
    if isinstance(entry, Contribution | Role):
        if entry.actor not in state.actors():
            return Problem("session.no_actor")
        if entry.task is not None and entry.task not in state.tasks():
            return Problem("session.no_task")
    if isinstance(entry, Link) and not {entry.start, entry.end} <= _all_entries(state):
        return Problem("session.gone")
    said = said_now(entry, here.get(name), state.people, SMALLEST_SHOWN)
    if said is None:
        return Problem("session.points_at", {"minimum": SMALLEST_SHOWN})
    return [RegisterPut(register_name=register, id=name, entry=said)]


def drop(state: State, register: RegisterName, name: str) -> Outcome:
    """Take an entry out, with the contributions, roles and links that hang on it or on one of these."""
    here = state.registers.get(register, {})
    if name not in here:
        return Problem("session.gone")
    left = {**state.registers, register: {other: here[other] for other in here if other != name}}
    before, after = without_dangling(state.registers), without_dangling(left)
    hanging: list[Event] = [
        RegisterDropped(register_name=place, id=other)
        for place, entries in before.items()
        for other in entries
        if other not in after.get(place, {}) and (place, other) != (register, name)
    ]
    return [*hanging, RegisterDropped(register_name=register, id=name)]


def _all_entries(state: State) -> set[str]:
    return {name for register in state.registers.values() for name in register}


def count_people(state: State, who: str, count: int) -> Outcome:
    """Say how many people answer from a perspective, or listen."""
    if who != LISTENERS and state.scenario.perspective(who) is None:
        return Problem("session.no_perspective")
    if not 0 <= count <= MOST_PEOPLE:
        return Problem("session.people", {"most": MOST_PEOPLE})
    return [PeopleChanged(who=who, count=count)]


def move(state: State, key: str, page: str = "") -> Outcome:
    """Go to a step, or to a page of it, or to the closing screen."""
    if key != CLOSING and state.find(key) is None:
        return Problem("session.no_step")
    if (state.at.key, state.at.page) == (key, page):
        return []
    use, _, step = key.partition("/")
    return [Moved(use=use, step=step, page=page)]


def note(state: State, key: str, name: str, text: str, about: str = "") -> Outcome:
    """Write a line under what is shown; an empty text takes the line away."""
    use, _, step = key.partition("/")
    if not text and name not in state.notes:
        return []
    return [Noted(id=name, use=use, step=step, about=about, text=text)]


def set_result(state: State, kinds: Kinds, key: str, field: str, value: JsonValue) -> Outcome:
    """Keep what a step leaves in one of its fields; None takes it away."""
    leaves = _leaves(state, kinds, key)
    if leaves is None or field not in leaves.model_fields:
        return Problem("session.no_field")
    use, _, step = key.partition("/")
    try:
        if value is not None:
            leaves.model_validate({**state.result(key), field: value})
        return [ResultSet(use=use, step=step, field=field, value=value)]
    except ValidationError:
        return Problem("session.bad_value")


def set_results(state: State, kinds: Kinds, key: str, values: Mapping[str, JsonValue]) -> Outcome:
    """Keep what a step leaves in several of its fields, as one change."""
    events: list[Event] = []
    for field, value in values.items():
        outcome = set_result(state, kinds, key, field, value)
        if isinstance(outcome, Problem):
            return outcome
        events += outcome
    return events


def choose_small_groups(state: State, kinds: Kinds, *, together: bool, silent: Sequence[str] = ()) -> Outcome:
    """Settle what happens with groups that are too small to be shown apart: one result, or none of them."""
    grouping = "total" if together else "perspective"
    return set_results(state, kinds, PEOPLE, {"grouping": grouping, "silent": [*silent]})


def _leaves(state: State, kinds: Kinds, key: str) -> type[Record] | None:
    if key in SESSION_LEAVES:
        return SESSION_LEAVES[key]
    found = state.find(key)
    return kinds[found[1].kind].leaves if found else None


def smallest(*, sensitive: bool) -> int:
    """Give the smallest group that may be shown."""
    return SMALLEST_SENSITIVE if sensitive else SMALLEST_SHOWN


def too_small(state: State, minimum: int) -> list[str]:
    """Give the perspectives with people, too few of them to show apart."""
    return [
        perspective.id
        for perspective in state.scenario.perspectives
        if 0 < state.people.get(perspective.id, 0) < minimum
    ]


def holds_votes(places: Iterable[tuple[Use, Step]]) -> bool:
    """Tell whether a programme has a vote: only then has to be settled what happens with small groups."""
    return any(step.kind == "statements" for _, step in places)


def unsettled(state: State, minimum: int) -> list[str]:
    """Give the small groups about which the room still has to choose before a vote can open."""
    small = state.small_groups()
    if small.grouping == "total":
        return []
    return [group for group in too_small(state, minimum) if group not in small.silent]


def open_round(
    state: State,
    key: str,
    name: str,
    way: Way,
    statements: list[str],
    *,
    minimum: int,
    back_of: str | None = None,
) -> Outcome:
    """Begin a vote, or with ``back_of`` the entry of the back of one perspective's ballots.

    A vote on what was voted on today is grouped as that was, and is for who voted then: a latecomer does not
    join a vote on what was shown already (docs/domain.md 6.4), and a total never stands beside its parts.
    """
    earlier = votes_of_today(state, statements)
    first = next(iter(earlier), None) or next(iter(state.rounds_of(key)), None)
    if problem := _in_the_way(state, earlier, first, minimum, back_of):
        return problem
    grouping, silent, there = _who_votes(state, first)
    expected = {who: count for who, count in there.items() if who not in silent and back_of in {None, who}}
    if sum(expected.values()) < minimum:
        return Problem("session.too_few", {"minimum": minimum})
    use, _, step = key.partition("/")
    return [
        RoundOpened(
            id=name,
            use=use,
            step=step,
            side="back" if back_of else "front",
            way=way,
            grouping="perspective" if back_of else grouping,
            statements=statements,
            expected=expected,
            silent=silent,
        )
    ]


def _in_the_way(
    state: State,
    earlier: Sequence[TodaysVote],
    first: TodaysVote | Round | None,
    minimum: int,
    back_of: str | None,
) -> Problem | None:
    """Say what keeps a vote from beginning, among what was voted on today and who is here."""
    if state.open_round() is not None:
        return Problem("session.round_open")
    groupings = {vote.grouping for vote in earlier}
    if back_of and "total" in groupings:
        return Problem("session.voted_as_one")
    if len(groupings) > 1:
        return Problem("session.voted_both_ways")
    if first is None and (groups := unsettled(state, minimum)):
        return Problem("session.small_group", {"groups": ", ".join(groups)})
    return None


def _who_votes(
    state: State, first: TodaysVote | Round | None
) -> tuple[Grouping, list[str], Mapping[str, int]]:
    """Give how a vote is grouped, who tells rather than votes, and the people who are expected."""
    if first is not None:
        return first.grouping, first.silent, first.expected
    small = state.small_groups()
    tell = [who for who in small.silent if state.people.get(who)]
    return small.grouping, [] if small.grouping == "total" else tell, state.people


def void_round(state: State, name: str) -> Outcome:
    """Let a vote not count. What was cast in it is gone."""
    found = state.rounds.get(name)
    if found is None or found.status == "voided":
        return Problem("session.no_round")
    return [RoundVoided(id=name)]


def close_round(state: State, name: str, shown: Shown, withheld: Sequence[Withheld] = ()) -> Outcome:
    """End a vote; from here on only what may be shown of it exists, and what a group may agree to show."""
    found = state.rounds.get(name)
    if found is None or found.status != "open":
        return Problem("session.no_round")
    return [RoundClosed(id=name, shown=shown, withheld=list(withheld))]


def reveal_round(state: State, name: str, method: str, findings: list[Finding]) -> Outcome:
    """Show what came out. What the group is told now is kept as it was told."""
    found = state.rounds.get(name)
    if found is None or found.status != "closed":
        return Problem("session.no_round")
    return [RoundRevealed(id=name, method=method, findings=findings)]


def stop_at(state: State, ends: time) -> Outcome:
    """Move the moment at which the group stops."""
    if ends == state.ends:
        return []
    return [ClockSet(ends=ends)]


def insert_block(state: State, kinds: Kinds, use: Use, sets: Sequence[StatementSet]) -> Outcome:
    """Add a block that was not planned, after the one where the group is; at the end, at the very end.

    It gets a name that is free. What it asks of the scenario, such as a perspective, has to be there.
    """
    scenario = state.scenario
    if len(scenario.uses) >= MOST_BLOCKS:
        return Problem("session.programme_full", {"most": MOST_BLOCKS})
    use = with_free_id(scenario, use)
    here = state.at.use if any(other.id == state.at.use for other in scenario.uses) else scenario.uses[-1].id
    if problem := misfit(with_block(scenario, use, sets, here), use, kinds):
        return problem
    return [BlockInserted(after=here, use=use, sets=new_sets(scenario, sets))]
