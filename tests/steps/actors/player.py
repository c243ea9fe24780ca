"""A group goes through the network: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.actors.kind import ActorsStep
from tests.walks.player import Player, added
from tests.walks.walk import Walk

NAMES = 3
"""Parties that a group names on each side."""


SPEAK = 3
"""Parties that say what they bring."""


async def _play(walk: Walk) -> None:
    """Name who there is, say what they want, or how near they stand."""
    asks = getattr(walk.step, "ask", "")
    if asks == "interests":
        await _want(walk)
    elif asks == "rings":
        await _place(walk)
    else:
        for _ in range(NAMES):
            await walk.say(asks)
        await walk.press("enter")


async def _want(walk: Walk) -> None:
    """Fill a field for the first parties; of the others nothing is known yet."""
    if walk.field is not None and not walk.field.value and walk.visit("wants") < 2 * SPEAK:
        await walk.say("interest")
    else:
        await walk.press("enter")


async def _place(walk: Walk) -> None:
    """Put each in a ring; when all have one, go on."""
    if any(actor.ring is None for actor in walk.state.actors().values()):
        await walk.press("1234"[walk.visit("rings") % 4])
    else:
        await walk.press("enter")


def _leaves(before: State, after: State, _use: Use, step: ActorsStep) -> bool:
    actors = after.actors().values()
    if step.ask == "interests":
        return any(each.interest and each.shared_interest for each in actors)
    if step.ask == "rings":
        return all(each.ring for each in actors)
    return added("actors", before, after) > 0 and any(each.side == step.ask for each in actors)


PLAYER: Final = Player[ActorsStep](play=_play, leaves=_leaves, fills=["actors"])
