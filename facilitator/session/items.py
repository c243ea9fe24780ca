"""What the group brought up, in the order in which a room reads it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.scenario.item_sorts import ItemSort
from facilitator.scenario.model import RESIDENTS, Use
from facilitator.session.registers import Item
from facilitator.session.state import State


def items_of(state: State, sorts: Sequence[ItemSort] = ()) -> dict[str, Item]:
    """Give the items of these sorts, or without any of every sort; what residents brought up leads.

    Of the others what came over stands before what is of tonight.
    """
    found = items_gathered(state, sorts)
    return dict(sorted(found.items(), key=lambda each: each[1].perspective not in RESIDENTS))


def items_gathered(state: State, sorts: Sequence[ItemSort] = (), use: Use | None = None) -> dict[str, Item]:
    """Give the items as a list grows: what came over, residents' first, then tonight's as they were typed.

    With a ``use`` not those of another round: of another use of the same block.
    """
    others = other_rounds(state, use) if use else set()
    found = {
        name: item
        for name, item in state.items().items()
        if (not sorts or item.sort in sorts) and item.use not in others
    }
    return dict(sorted(found.items(), key=lambda each: _turn(state, *each)))


def other_rounds(state: State, use: Use) -> set[str]:
    """Give the other uses of the block that this is a use of."""
    return {other.id for other in state.scenario.uses if other.block == use.block and other.id != use.id}


def _turn(state: State, name: str, item: Item) -> int:
    if state.came_from(name) is None:
        return 2
    return 0 if item.perspective in RESIDENTS else 1


def items_now(state: State, sorts: Sequence[ItemSort] = (), use: Use | None = None) -> dict[str, Item]:
    """Give those of these items that were brought up in this meeting, as they were typed."""
    found = items_gathered(state, sorts, use)
    return {name: item for name, item in found.items() if state.came_from(name) is None}
