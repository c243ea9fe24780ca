"""Entries in registers, and what hangs on them."""

from __future__ import annotations

from hypothesis import given

from facilitator.session.commands import drop
from facilitator.session.events import JournalEntry, RegisterDropped, RegisterPut
from facilitator.session.registers import (
    Actor,
    Contribution,
    Entry,
    Link,
    RegisterName,
    Role,
    without_dangling,
)
from facilitator.session.state import State
from tests.storage.story import act, begin, evenings, folded

ENTRIES: list[tuple[RegisterName, str, Entry]] = [
    ("links", "link0002", Link(start="link0001", end="actor002", how="beside")),
    ("links", "link0001", Link(start="actor002", end="role0001", how="knows")),
    ("roles", "role0001", Role(actor="actor001", role="leads")),
    ("contributions", "brings01", Contribution(actor="actor001", direction="brings", what="Brood")),
    ("actors", "actor001", Actor(name="De bakker", side="informal")),
    ("actors", "actor002", Actor(name="De school", side="formal")),
]


def state() -> State:
    puts = [RegisterPut(register_name=register, id=name, entry=entry) for register, name, entry in ENTRIES]
    return folded(begin(), [act(1, *puts)])


def test_with_an_entry_goes_what_hangs_on_it_and_what_hangs_on_that() -> None:
    before = state()
    events = drop(before, "actors", "actor001")
    assert isinstance(events, list)
    assert {event.id for event in events if isinstance(event, RegisterDropped)} == {
        "brings01",
        "role0001",
        "link0001",
        "link0002",
        "actor001",
    }
    left = folded(before, [act(2, *events)]).registers
    assert {register: list(entries) for register, entries in left.items() if entries} == {
        "actors": ["actor002"]
    }


def test_with_the_last_of_a_chain_nothing_else_goes() -> None:
    assert drop(state(), "links", "link0002") == [RegisterDropped(register_name="links", id="link0002")]


@given(evenings())
def test_nothing_that_is_left_needs_what_is_not(actions: list[JournalEntry]) -> None:
    left = without_dangling(folded(begin(), actions).registers)
    assert without_dangling(dict(left.items())) == left
