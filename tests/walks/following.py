"""What a session brings along from the one it follows: in the state, on its screens, and in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.session.registers import Entry
from tests.walks.ending import Ended
from tests.walks.walk import Walk, squeezed


async def came_over(walk: Walk, earlier: Ended) -> None:
    """Demand that a session begins with what the earlier one left, ids and all; read what is parked."""
    assert walk.state.registers == _left_by(earlier)
    before = walk.state.before
    assert before is not None
    about = earlier.state.about
    assert (before.session, before.day, before.people) == (about.id, about.day, earlier.state.people)
    assert before.votes
    parked = [each.text for each in earlier.state.parked().values()]
    assert parked
    await walk.press("l")
    walk.sees(*parked)
    await walk.press("escape")


def _left_by(earlier: Ended) -> dict[str, dict[str, Entry]]:
    """Give what a session left; of its agreements those on which work goes on."""
    left = {name: dict(entries) for name, entries in earlier.state.registers.items()}
    going_on = {
        name: each
        for name, each in earlier.state.agreements().items()
        if each.status not in {"done", "stopped", "not-needed"}
    }
    left["agreements"] = {**going_on}
    return {name: entries for name, entries in left.items() if entries}


def stands_beside_it(walk: Walk, earlier: Ended) -> None:
    """Demand that what came over stood on the screens of this session, and is in it still."""
    carried = _left_by(earlier)
    for register, entries in carried.items():
        assert entries.keys() <= walk.state.registers[register].keys(), register
    seen = "\n".join(look for looks in walk.looks.values() for look in looks)
    missing = [text for text in _to_be_seen(walk, carried) if squeezed(text) not in seen]
    assert not missing, f"came over, and was never seen: {missing}"


def _to_be_seen(walk: Walk, carried: Mapping[str, Mapping[str, Entry]]) -> Iterator[str]:
    """Give the words of what came over that a step of this programme is about."""
    there: dict[str, Any] = {name: entries.values() for name, entries in carried.items()}
    for _, step in walk.state.places():
        asks = getattr(step, "ask", "")
        if step.kind == "review" and asks != "learn":
            yield from (each.what for each in there.get("agreements", []))
        elif step.kind == "actors":
            yield from (each.name for each in there.get("actors", []) if each.side == asks)
        elif step.kind == "contributions" and asks == "offers":
            yield from (each.name for each in there.get("actors", []))
        elif step.kind == "choose" and getattr(step, "among", "") == "items":
            yield from (
                each.text for each in there.get("items", []) if each.sort in getattr(step, "sorts", [])
            )
        elif step.kind == "facts" and "beside" in asks:
            for each in there.get("facts", []):
                yield from each.what.split()  # in two narrow lanes a figure stands on more than one row
