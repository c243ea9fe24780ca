"""What a map of the network makes us ask: usual suspects alone, too narrow, too wide (docs/domain.md 4.1).

Everything here is a question and never a mistake: a group may know very well why its map is as it is.
"""

from __future__ import annotations

from typing import Final

from facilitator.kinds.room_question import RoomQuestion
from facilitator.scenario.model import RESIDENTS
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.text import folded

FEWEST: Final = 8
MOST: Final = 22
"""With fewer or more a map is too narrow or too wide to work with (docs/domain.md 4.1)."""

CALLED_RESIDENTS: Final = ("bewoner", "huurder", "wijkraad", "dorpsraad", "buurtraad", "resident", "tenant")
"""How a group of residents calls itself, in part."""


def questions(state: State) -> list[RoomQuestion]:
    """Give what the map makes us ask, what matters most first. An empty map asks one thing."""
    actors = list(state.actors().values())
    asked: list[RoomQuestion] = []
    if not any(actor.side == "informal" for actor in actors):
        asked.append(RoomQuestion("no_informal"))
    elif not any(map(is_of_residents, actors)):
        asked.append(RoomQuestion("no_residents"))
    if 0 < len(actors) < FEWEST:
        asked.append(RoomQuestion("few", values={"n": len(actors)}))
    if len(actors) > MOST:
        asked.append(RoomQuestion("many", values={"n": len(actors)}))
    return asked


def is_of_residents(actor: Actor) -> bool:
    """Tell whether this is a group of residents: it answers as one, or is called so."""
    name = folded(actor.name)
    return actor.perspective in RESIDENTS or any(word in name for word in CALLED_RESIDENTS)


def in_turn(state: State) -> list[str]:
    """Give the actors in the order in which a group speaks of them: who has no office first.

    Otherwise there is no time left for them.
    """
    actors = state.actors()
    return sorted(actors, key=lambda each: actors[each].side != "informal")


def next_without_ring(state: State, after: str = "") -> str | None:
    """Give the first actor after this one that has no ring yet, round and round."""
    turn = in_turn(state)
    start = turn.index(after) + 1 if after in turn else 0
    actors = state.actors()
    return next((each for each in [*turn[start:], *turn[:start]] if actors[each].ring is None), None)


def ring_question(state: State) -> RoomQuestion | None:
    """Ask about the middle once everyone has a place: is there a group without an office near it?"""
    actors = list(state.actors().values())
    if not actors or any(actor.ring is None for actor in actors):
        return None
    deciding = {actor.side for actor in actors if actor.ring == "decides"}
    if not deciding:
        return RoomQuestion("nobody_decides")
    return None if "informal" in deciding else RoomQuestion("only_formal_decides")
