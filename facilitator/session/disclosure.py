"""What may be known of a session: on the screen, and outside the room. Pure.

Older files hold more than that: from whom something came where that is one person, and other hats in the
words of who wears them. The screen, the store, the report and a following session all ask here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from pydantic import JsonValue

from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.session.origin import Number, may_belong, without_small
from facilitator.session.personal_details import without_details
from facilitator.session.registers import Actor, Entry
from facilitator.session.session_leaves import HATS, Hats
from facilitator.session.state import State

FREE_HATS: Final = "hats"
"""Under this name an older check-in kept other hats, as they were typed."""


def named(state: State) -> list[str]:
    """Give the perspectives with so many people now that what is said from there points at nobody."""
    return [
        perspective.id
        for perspective in state.scenario.perspectives
        if state.people.get(perspective.id, 0) >= SMALLEST_SHOWN
    ]


def spared(state: State) -> State:
    """Give a session without what points at one person; the same one when nothing does."""
    return _without(state, partial(_as_kept, _most(state)))


def with_numbers(state: State) -> State:
    """Give the same, and with everything that comes from a perspective how many of it there were.

    For a session that follows: there other people are.
    """
    return _without(state, partial(_as_known, _most(state)))


def _without(state: State, number: Number) -> State:
    registers = {name: _spared(name, register, number, state) for name, register in state.registers.items()}
    results = {key: _without_free_hats(fields) for key, fields in state.results.items()}
    changes: dict[str, object] = {}
    if any(entries is not state.registers[name] for name, entries in registers.items()):
        changes["registers"] = registers
    if any(fields is not state.results[key] for key, fields in results.items()):
        changes["results"] = {key: fields for key, fields in results.items() if fields}
    return state.replace(**changes) if changes else state


def for_outside(state: State) -> State:
    """Give what may be kept after the evening: also without hats that fewer than three share."""
    state = spared(state)
    worn = state.hats()
    shared = {hat: count for hat, count in worn.items() if count >= SMALLEST_SHOWN}
    if shared == worn:
        return state
    results = {key: fields for key, fields in state.results.items() if key != HATS}
    if shared:
        results[HATS] = Hats(counted=shared).model_dump()
    return state.replace(results=results)


def to_share(state: State) -> State:
    """Give what may leave the room: what may be kept, without what looks like it belongs to one person.

    But for what the group chose to show of that. In the session itself it stays: nothing typed is lost.
    """
    return without_details(for_outside(state))


def _spared(register: str, entries: Mapping[str, Entry], number: Number, state: State) -> Mapping[str, Entry]:
    if register == "actors":
        found = {name: _of_nobody(each, state) for name, each in entries.items()}
    else:
        found = {name: without_small(each, number) for name, each in entries.items()}
    return found if any(found[name] is not each for name, each in entries.items()) else entries


def _of_nobody(entry: Entry, state: State) -> Entry:
    """Give an actor without its perspective where that is a few people in the room."""
    mine = entry.perspective if isinstance(entry, Actor) else None
    if mine is None or may_belong(state.people.get(mine, 0), SMALLEST_SHOWN):
        return entry
    return entry.model_copy(update={"perspective": None})


def _without_free_hats(fields: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    if not isinstance(fields.get(FREE_HATS), list):
        return fields
    return {name: value for name, value in fields.items() if name != FREE_HATS}


# -- how many were there


def _as_kept(known: Mapping[str, int], who: str, there: int) -> int | None:
    """Give the number as it was kept, where it is large enough."""
    return there if (there or known.get(who, 0)) >= SMALLEST_SHOWN else None


def _as_known(known: Mapping[str, int], who: str, there: int) -> int | None:
    """Give the number that was kept, or else what is known, where it is large enough."""
    number = there or known.get(who, 0)
    return number if number >= SMALLEST_SHOWN else None


def _most(state: State) -> Mapping[str, int]:
    """Give how many of each perspective there were at most, as far as the session knows."""
    counted = [state.people, state.before.people if state.before else {}]
    counted += [vote.expected for vote in state.rounds.values()]
    counted += [agreement.present for agreement in state.agreements().values()]
    found: dict[str, int] = {}
    for people in counted:
        for who, count in people.items():
            found[who] = max(found.get(who, 0), count)
    return found
