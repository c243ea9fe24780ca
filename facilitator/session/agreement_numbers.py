"""The number that each agreement has in the room. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.session.state import State


def numbers(state: State) -> Mapping[str, int]:
    """Give the number of each agreement, from 1, in the order in which they were made. Ideas have none."""
    firm = [name for name, agreement in state.agreements().items() if agreement.firmness != "idea"]
    return {name: number for number, name in enumerate(firm, 1)}
