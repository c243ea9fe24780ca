"""The sessions of tables, made fit to be laid together: no id means two things. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facilitator.entry_ids import derived_id
from facilitator.session.disclosure import for_outside, with_numbers
from facilitator.session.state import State


@dataclass(frozen=True)
class TableSession:
    """The session of one table, and the file it was read from."""

    state: State
    file: str
    """The name of the file."""
    crc32: str = ""
    """By which version of it."""


def fit_to_merge(tables: Sequence[TableSession]) -> list[TableSession]:
    """Give tables without what may not leave them, with ids that are of one table each.

    What came over from an earlier session has the same id at every table, and is the same thing.
    """
    taken: set[str] = set()
    found: list[TableSession] = []
    for table in tables:
        state = with_numbers(for_outside(table.state))
        own = [name for name in dict.fromkeys(ids_in(state)) if state.came_from(name) is None]
        names = {name: derived_id(state.about.id, name) for name in own if name in taken}
        state = renamed(state, names)
        taken |= {names.get(name, name) for name in own}
        found.append(replace(table, state=state))
    return found


def ids_in(state: State) -> Iterator[str]:
    """Give the ids of everything that a session made: entries, votes, notes, and lines that steps left."""
    for entries in state.registers.values():
        yield from entries
    yield from state.rounds
    yield from state.notes
    for fields in state.results.values():
        yield from _line_ids(dict(fields))


def _line_ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and "text" in value:
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _line_ids(each)


def renamed(state: State, names: Mapping[str, str]) -> State:
    """Give a session in which these ids are other ones, wherever something points at them."""
    if not names:
        return state
    return state.replace(
        registers={
            register: {names.get(name, name): _renamed(entry, names) for name, entry in entries.items()}
            for register, entries in state.registers.items()
        },
        rounds={names.get(name, name): _renamed(vote, names) for name, vote in state.rounds.items()},
        notes={names.get(name, name): note for name, note in state.notes.items()},
        results={key: _named(dict(fields), names) for key, fields in state.results.items()},
    )


def _renamed(entry: Any, names: Mapping[str, str]) -> Any:
    plain = entry.model_dump()
    changed = _named(plain, names)
    return entry if changed == plain else type(entry).model_validate(changed)


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """Give a plain value with other ids; a text is never one: eight letters and digits drawn at random."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {names.get(name, name): _named(inner, names) for name, inner in value.items()}
    return [_named(inner, names) for inner in value] if isinstance(value, list) else value
