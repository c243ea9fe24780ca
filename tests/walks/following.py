"""What a session brings along from the one it follows: in the state, on its screens, and in its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.session.after import Carried, carry_over
from facilitator.session.state import Before
from facilitator.steps.statements.beside import say_month
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.words import Words
from tests.walks.ending import Ended
from tests.walks.walk import Walk, squeezed


async def came_over(walk: Walk, earlier: Ended) -> None:
    """Demand that a session begins with what the earlier one left, ids and all; read what is parked."""
    carried = carry_over(earlier.state)
    assert walk.state.registers == carried.registers
    assert walk.state.before == carried.before
    assert carried.before.session == earlier.state.about.id
    parked = [each.text for each in earlier.state.parked().values()]
    assert parked
    await walk.press("l")
    walk.sees(*parked)
    await walk.press("escape")


def stands_beside_it(walk: Walk, carried: Carried) -> None:
    """Demand that what came over stood on the screens of this session, and is in it still."""
    for register, entries in carried.registers.items():
        assert entries.keys() <= walk.state.registers[register].keys(), register
    seen = "\n".join(look for looks in walk.looks.values() for look in looks)
    missing = [text for text in _to_be_seen(walk, carried) if squeezed(text) not in seen]
    assert not missing, f"came over, and was never seen: {missing}"
    for key, month in _compared(walk, carried.before):
        assert any(squeezed(month) in look.casefold() for look in walk.looks[key]), f"{key}: no {month}"


def _to_be_seen(walk: Walk, carried: Carried) -> Iterator[str]:
    """Give the words of what came over that a step of this programme is about."""
    there: dict[str, Any] = {name: entries.values() for name, entries in carried.registers.items()}
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
            yield from (each.what for each in there.get("facts", []))


def _compared(walk: Walk, before: Before) -> Iterator[tuple[str, str]]:
    """Give where a result stands beside an earlier one, and how the month of that is said."""
    t, today = Words("nl"), walk.state.about.day
    for use, step in walk.state.places():
        if not isinstance(step, StatementsStep) or step.part == "vote":
            continue
        asked = {each.id for each in statements_of(vote_of(step, use), walk.scenario)}
        for vote in before.votes:
            if asked & vote.texts.keys():
                yield f"{use.id}/{step.id}", say_month(vote.day, today, t)
