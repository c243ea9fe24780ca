"""What a group can do with what it brought up: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from typing import Any, Final, Literal

from facilitator.problems import Problem
from facilitator.session.commands import Outcome, put
from facilitator.session.events import Event, RegisterDropped, RegisterPut
from facilitator.session.registers import Link
from facilitator.session.state import State
from facilitator.steps.collect.chains import How, arrows
from facilitator.steps.collect.findings import acquaintances, same_heading

LONGEST_HEADING: Final = 40
"""Characters of a heading, so that several stand beside each other on the smallest screen."""


def change(state: State, register: Literal["items", "actors"], name: str, /, **changes: Any) -> Outcome:
    """Change fields of an item or an actor; nothing happens when they are so already."""
    entry = state.registers.get(register, {}).get(name)
    if entry is None:
        return Problem("session.gone")
    changed = type(entry).model_validate({**entry.model_dump(), **changes})
    return [] if changed == entry else put(state, register, name, changed)


def put_under(state: State, item: str, heading: str) -> Outcome:
    """Put an item under a heading; one that is called so already is the same. Empty: under none."""
    wanted = heading[:LONGEST_HEADING].strip()
    return change(state, "items", item, theme=same_heading(state, wanted))


def reword_heading(state: State, heading: str, text: str) -> Outcome:
    """Give a heading another name, for all that stands under it; the name of another joins the two."""
    wanted = text[:LONGEST_HEADING].strip()
    others = same_heading(state, wanted)
    name = wanted if others == heading else others
    events: list[Event] = [
        RegisterPut(register_name="items", id=each, entry=item.model_copy(update={"theme": name}))
        for each, item in state.items().items()
        if item.theme == heading and name != heading
    ]
    return events


def connect(state: State, new: str, start: str, end: str, how: How) -> Outcome:
    """Say that one item makes another worse or better. Said again, the last time counts."""
    if start == end:
        return Problem("collect.itself")
    there = next((arrow for arrow in arrows(state) if (arrow.start, arrow.end) == (start, end)), None)
    if there is not None and there.how == how:
        return []
    return put(state, "links", there.link if there else new, Link(start=start, end=end, how=how))


def acquaint(state: State, new: str, one: str, other: str) -> Outcome:
    """Say that two actors know each other; once more: not after all."""
    if one == other:
        return Problem("collect.itself")
    there = [name for name, pair in acquaintances(state).items() if set(pair) == {one, other}]
    if there:
        return [RegisterDropped(register_name="links", id=name) for name in there]
    return put(state, "links", new, Link(start=one, end=other, how="knows"))
