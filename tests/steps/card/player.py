"""A group goes through a card: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.card.kind import CardStep
from tests.walks.player import Player
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Read, and go on; in a break the screen says when that is."""
    if getattr(walk.step, "pause", False):
        walk.sees(walk.words("Wij gaan verder om"))
    await walk.press("enter")


def _leaves(before: State, after: State, _use: Use, _step: CardStep) -> bool:
    return (after.registers, after.results, after.rounds) == (before.registers, before.results, before.rounds)


PLAYER: Final = Player[CardStep](play=_play, leaves=_leaves)
