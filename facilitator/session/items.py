"""What the group brought up, in the order in which a room reads it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.scenario.item_sorts import ItemSort
from facilitator.scenario.model import RESIDENTS
from facilitator.session.registers import Item
from facilitator.session.state import State


def items_of(state: State, sorts: Sequence[ItemSort] = ()) -> dict[str, Item]:
    """Give the items of these sorts, or without any of every sort, in the order in which they came.

    Of what came over from earlier meetings, what residents brought up leads.
    """
    found = {name: item for name, item in state.items().items() if not sorts or item.sort in sorts}
    return dict(sorted(found.items(), key=lambda each: _turn(state, *each)))


def _turn(state: State, name: str, item: Item) -> int:
    if state.came_from(name) is None:
        return 2
    return 0 if item.perspective in RESIDENTS else 1


def items_now(state: State, sorts: Sequence[ItemSort] = ()) -> dict[str, Item]:
    """Give those of these items that were brought up in this meeting."""
    return {name: item for name, item in items_of(state, sorts).items() if state.came_from(name) is None}
