"""What a group brought up, as it stands, and what that makes us ask (docs/domain.md 3.1, 5).

Everything here is an observation or a question and never a mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from facilitator.kinds.room_question import RoomQuestion
from facilitator.scenario.item_sorts import ItemSort
from facilitator.scenario.model import Use
from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.session.items import items_now, items_of
from facilitator.session.registers import Energy, Item
from facilitator.session.state import State
from facilitator.steps.collect.chains import arrows, felt_most
from facilitator.steps.collect.kind import CollectStep
from facilitator.text import folded

Speaking = Literal["apart", "together", "absent"]
"""How what the perspective says that speaks first is kept; or nobody of it is there."""

STRENGTHS: Final[tuple[Energy, ...]] = ("much", "some", "none", "")
"""Energy, most of it first; last what was not asked about."""

MANY_LINES: Final = 3
"""From so many lines under one heading a group says much about it."""


# -- what there is


def headings(state: State) -> list[str]:
    """Give the headings in the order in which they were found."""
    return list(dict.fromkeys(item.theme for item in state.items().values() if item.theme))


def same_heading(state: State, text: str) -> str:
    """Give the heading that is called so already, as it was written; otherwise this text."""
    wanted = folded(text)
    return next((heading for heading in headings(state) if folded(heading) == wanted), text)


def acquaintances(state: State) -> dict[str, tuple[str, str]]:
    """Give who knows whom, by the name of the link; both are on the map."""
    actors = state.actors()
    return {
        name: (link.start, link.end)
        for name, link in state.links().items()
        if link.how == "knows" and link.start in actors and link.end in actors
    }


def known_by(state: State, actor: str) -> set[str]:
    """Give whom an actor knows; who knows someone is known by him too."""
    pairs = [set(pair) for pair in acquaintances(state).values() if actor in pair]
    return {each for pair in pairs for each in pair} - {actor}


def actors_in_turn(state: State) -> list[str]:
    """Give the actors in the order in which a group speaks of them: who has no office first."""
    actors = state.actors()
    return sorted(actors, key=lambda each: actors[each].side != "informal")


# -- gathering


def speaking(state: State, first: str) -> Speaking:
    """Tell how lines are kept of the perspective that speaks first.

    Apart from others only when so many of it are here that no line points at one person.
    """
    count = state.people.get(first, 0)
    if state.present and not count:
        return "absent"
    return "apart" if count >= SMALLEST_SHOWN else "together"


def gather_question(state: State, use: Use, step: CollectStep, number: int) -> RoomQuestion | None:
    """Give what a list of lines makes us ask, at most one thing; ``number`` counts prompts from 0.

    Whether there is enough; and before the first worry, whether pride could come first, in a step that asks
    about both. Only what was brought up in this meeting counts.
    """
    sort = step.prompts[number].sort
    here = items_now(state, [sort], use)
    if len(here) >= step.most:
        return RoomQuestion("enough", values={"n": len(here)})
    asks_pride = any(prompt.sort == "pride" for prompt in step.prompts)
    if sort == "worry" and asks_pride and not here and not items_now(state, ["pride"]):
        return RoomQuestion("pride_first")
    return None


# -- what hangs together, who knows whom


def no_bridge(state: State) -> RoomQuestion | None:
    """Ask who connects the two sides of the map when no group without an office knows an organisation."""
    actors = state.actors()
    if {actor.side for actor in actors.values()} != {"formal", "informal"}:
        return None
    met = any(actors[one].side != actors[other].side for one, other in acquaintances(state).values())
    return None if met else RoomQuestion("no_bridge")


def without_line(state: State) -> list[str]:
    """Give the groups without an office that know no organisation, where another group does."""
    actors = state.actors()
    if no_bridge(state) is not None or not any(actor.side == "formal" for actor in actors.values()):
        return []
    return [
        name
        for name in actors_in_turn(state)
        if actors[name].side == "informal"
        and not any(actors[other].side == "formal" for other in known_by(state, name))
    ]


# -- energy


def by_energy(state: State, names: Sequence[str]) -> list[str]:
    """Give items or actors, those first on which most want to work."""
    energy = {**_energy_of(state.items()), **_energy_of(state.actors())}
    return sorted(names, key=lambda each: STRENGTHS.index(energy[each]))


def _energy_of(entries: Mapping[str, Item] | Mapping[str, object]) -> dict[str, Energy]:
    return {name: getattr(entry, "energy", "") for name, entry in entries.items()}


def felt_without_energy(state: State, sorts: Sequence[ItemSort]) -> RoomQuestion | None:
    """Ask about what is felt most when the room was asked, and nobody wants to work on it.

    Felt most is, in this order, where most arrows come in, what is shared, and the heading with most lines.
    """
    items = items_of(state, sorts)
    idle = {name: item for name, item in items.items() if item.energy == "none"}
    busiest = felt_most(arrows(state))
    if busiest and all(name in idle for name in busiest):
        return RoomQuestion("felt.arrows", values={"what": idle[busiest[0]].text})
    shared = next((item for item in idle.values() if item.shared == "shared"), None)
    if shared is not None:
        return RoomQuestion("felt.shared", values={"what": shared.text})
    theme = _largest_heading(items)
    if theme and all(item.theme != theme or name in idle for name, item in items.items()):
        return RoomQuestion("felt.heading", values={"what": theme})
    return None


def _largest_heading(items: Mapping[str, Item]) -> str:
    """Give the heading with most lines; empty when no one heading has."""
    counts = Counter(item.theme for item in items.values() if item.theme).most_common(2)
    if not counts or counts[0][1] < MANY_LINES or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return ""
    return counts[0][0]
