"""One session of the sessions of several tables. Pure: the tables stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.scenario.model import Kinds, Scenario, Use, key_of
from facilitator.session.agreement_numbers import numbers
from facilitator.session.choices import chosen_now, left_now
from facilitator.session.merged_tables import JoinChoice, LeftOut, Merged, MergedTable
from facilitator.session.registers import (
    REGISTERS,
    Actor,
    Entry,
    Item,
    Link,
    RegisterName,
    Role,
    without_dangling,
)
from facilitator.session.rounds import without_answers
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Before, Position, State
from facilitator.tables.added_votes import add_votes, with_findings
from facilitator.tables.joined_entries import joined_entry, other_words
from facilitator.tables.joined_results import JoinedResults, join_results
from facilitator.tables.look_alikes import Answer, find_joins
from facilitator.tables.table_sessions import TableSession, fit_to_merge, ids_in, renamed

ONCE: Final[Sequence[RegisterName]] = ("roles", "links")
"""What says nothing but what it points at: the same at two tables is one."""
Registers = Mapping[RegisterName, Mapping[str, Entry]]


@dataclass(frozen=True)
class MergedSession:
    """A session that was made of tables."""

    state: State
    unanswered: int
    """How much looks the same at two tables of which nobody said whether it is."""


def merge(
    tables: Sequence[TableSession],
    session: str,
    version: str,
    kinds: Kinds,
    kept: Sequence[JoinChoice],
    answer: Answer,
) -> MergedSession:
    """Give the session of tables that fit together (``refusals``).

    Args:
        tables: in the order of their numbers.
        session: the id that it gets.
        version: of the app.
        kinds: of step.
        kept: what was said before of things that look the same.
        answer: says of the others whether they are the same.
    """
    there = fit_to_merge(tables)
    joins = find_joins(there, kept, answer)
    states = [renamed(table.state, joins.names) for table in there]
    base = _base(states, session, version)
    registers = _registers(states)
    notes = {name: note for each in states for name, note in each.notes.items()}
    votes = add_votes(base, states)
    results = join_results(base, states, kinds)
    state = base.replace(
        registers=without_dangling({str(name): entries for name, entries in registers.items()}),
        rounds=votes.rounds,
        notes={name: note for name, note in notes.items() if base.find(f"{note.use}/{note.step}")},
        results={key: fields for key, fields in results.results.items() if fields},
    )
    left_out = [*votes.left_out, *results.left_out, *_other_words(states, registers)]
    merged = Merged(
        tables=_tables(there, states, registers, results),
        choices=list(joins.choices),
        left_out=[each for n, each in enumerate(left_out) if each not in left_out[:n]],
    )
    return MergedSession(with_findings(state.replace(merged=merged)), joins.unanswered)


def _base(states: Sequence[State], session: str, version: str) -> State:
    """Give the evening, without what was done in it."""
    first = states[0]
    contacts = dict.fromkeys(state.contact for state in states if state.contact)
    venues = {state.about.venue for state in states}
    planned = [set(state.about.left_out) for state in states]
    scenario = _programme([state.scenario for state in states])
    about = first.about.model_copy(
        update={
            "id": session,
            "venue": first.about.venue if len(venues) == 1 else "",
            "starts": min(state.about.starts for state in states),
            "left_out": [use for use in first.about.left_out if all(use in each for each in planned)],
            "keep_until": min(state.keep_until for state in states),
            "contact": next(iter(contacts), ""),
            "made_with": version,
        }
    )
    inserted = dict.fromkeys(use for state in states for use in state.inserted)
    inserted |= dict.fromkeys(use.id for use in scenario.uses[len(first.scenario.uses) :])
    ends = max(state.ends for state in states)
    return State(
        about=about,
        scenario=scenario,
        people=_sum(state.people for state in states),
        listeners=sum(state.listeners for state in states),
        at=Position(*CLOSING.split("/")),
        begun=_begun(states, scenario),
        stops=ends,
        before=_before(states),
        inserted=tuple(inserted),
        changed_by_hand=any(state.changed_by_hand for state in states),
    )


def _sum(counted: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for counts in counted:
        for who, count in counts.items():
            found[who] = found.get(who, 0) + count
    return found


def _begun(states: Sequence[State], scenario: Scenario) -> dict[str, str]:
    """Give when a table first came to each step."""
    keys = {*(key_of(use, step) for use, step in scenario.places()), CLOSING}
    found: dict[str, str] = {}
    for state in states:
        for key, at in state.begun.items():
            if key in keys:
                found[key] = min(found.get(key, at), at)
    return found


def _programme(scenarios: Sequence[Scenario]) -> Scenario:
    """Give the programme of the first table, and after it what only others had."""
    first = scenarios[0]
    uses: dict[str, Use] = {use.id: use for use in first.uses}
    sets = {each.id: each for each in first.statement_sets}
    for scenario in scenarios[1:]:
        for use in scenario.uses:
            mine = uses.setdefault(use.id, use)
            known = {step.id for step in mine.steps}
            more = [step for step in use.steps if step.id not in known]
            if more and mine.block == use.block:
                uses[use.id] = mine.model_copy(update={"steps": [*mine.steps, *more]})
        sets = {**{each.id: each for each in scenario.statement_sets}, **sets}
    return first.model_copy(update={"uses": [*uses.values()], "statement_sets": [*sets.values()]})


def _before(states: Sequence[State]) -> Before | None:
    """Give what the tables know of the session that they follow, without what any of them withdrew of it."""
    there = [state.before for state in states if state.before]
    if not there:
        return None
    votes = list(there[0].votes)
    for before in there[1:]:
        for vote in before.votes:
            for group in vote.shown.groups:
                for place, mine in enumerate(votes):
                    if (mine.day, mine.texts) == (vote.day, vote.texts):
                        shown = without_answers(mine.shown, group.group, group.withdrawn)
                        votes[place] = mine.model_copy(update={"shown": shown})
    return there[0].model_copy(update={"votes": votes})


# -- what was made


def _registers(states: Sequence[State]) -> Registers:
    """Give what all tables made, the first one first; what is the same thing once."""
    found: dict[RegisterName, dict[str, Entry]] = {name: {} for name in REGISTERS}
    for state in states:
        for register, entries in found.items():
            for name, entry in state.registers.get(register, {}).items():
                entries[name] = joined_entry(entries[name], entry) if name in entries else entry
    return {**found, **{register: dict(_once(found[register])) for register in ONCE}}


def _once(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Leave out what says the same as an entry before it, now that what it points at is one."""
    seen: list[Entry] = []
    for name, entry in entries.items():
        to_itself = isinstance(entry, Link) and entry.start == entry.end
        if not to_itself and entry not in seen:
            seen.append(entry)
            yield name, entry


def _other_words(states: Sequence[State], registers: Registers) -> Iterator[LeftOut]:
    """Tell of which tables what all had from before reads otherwise."""
    for number, state in enumerate(states, 1):
        for register, there in registers.items():
            for name, entry in state.registers.get(register, {}).items():
                kept = there.get(name)
                if state.came_from(name) and kept and other_words(kept, entry, state.scenario.language):
                    yield LeftOut(why="other-words", table=number)


def _tables(
    there: Sequence[TableSession], states: Sequence[State], registers: Registers, results: JoinedResults
) -> list[MergedTable]:
    return [
        _table(table, state, registers, results, number)
        for number, (table, state) in enumerate(zip(there, states, strict=True), 1)
    ]


def _table(
    table: TableSession, state: State, registers: Registers, results: JoinedResults, number: int
) -> MergedTable:
    """Give what stays with a table: what it made, chose and wants, and what it said in words of its own."""
    entries = {name: entry for each in state.registers.values() for name, entry in each.items()}
    joined = {name: entry for each in registers.values() for name, entry in each.items()}
    items = {name: entry for name, entry in entries.items() if isinstance(entry, Item)}
    own = [name for name in dict.fromkeys(ids_in(state)) if state.came_from(name) is None]
    words = {
        name: said
        for name, entry in entries.items()
        if name in joined and (said := other_words(joined[name], entry, state.scenario.language))
    }
    twins = dict(_twins(state, registers))
    return MergedTable(
        day=state.about.day,
        title=state.scenario.title,
        group=state.scenario.group,
        made=[*dict.fromkeys(twins.get(name, name) for name in own if name not in state.rounds)],
        chosen=chosen_now(state),
        waits=dict(left_now(state)),
        shared=[name for name, item in items.items() if item.shared == "shared"],
        one_side=[name for name, item in items.items() if item.shared == "one-side"],
        energy={
            name: entry.energy
            for name, entry in entries.items()
            if isinstance(entry, Item | Actor) and entry.energy
        },
        kept=results.kept.get(number, []),
        session=table.state.about.id,
        file=table.file,
        crc32=table.crc32,
        people=dict(state.people),
        numbers={name: n for name, n in numbers(state).items() if name in own},
        words=words,
    )


def _twins(state: State, registers: Registers) -> Iterator[tuple[str, str]]:
    """Give per role and link that stands there only once the one that says the same."""
    for register in ONCE:
        there = registers[register]
        for name, entry in state.registers.get(register, {}).items():
            if name not in there and isinstance(entry, Role | Link):
                same = next((other for other, each in there.items() if each == entry), None)
                if same:
                    yield name, same
