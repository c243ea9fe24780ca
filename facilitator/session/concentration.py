"""Where in the neighbourhood things come together: the places named most, with their themes. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from facilitator.session.state import State
from facilitator.text import folded
from facilitator.words import Words

TOGETHER: Final = 2
"""From so many things at one place they come together there."""
MOST_TOLD: Final = 3
"""Places that are told of on the wall; a report tells of all."""


@dataclass(frozen=True)
class Spot:
    """A place as it was written first, with how much was said of it."""

    name: str
    count: int
    themes: Mapping[str, int]
    """The headings of what was said of it, most of it first; what has none is not in it."""


def places_named(state: State) -> list[str]:
    """Give the places that were named, each once, in the order in which they came up."""
    found: dict[str, str] = {}
    for where, _ in _told(state):
        found.setdefault(folded(where), where)
    return list(found.values())


def spots(state: State) -> list[Spot]:
    """Give the places of which more than one thing was said, most of it first."""
    told = list(_told(state))
    found: list[Spot] = []
    for name in places_named(state):
        themes = [theme for where, theme in told if folded(where) == folded(name)]
        counted = Counter(theme for theme in themes if theme)
        found.append(Spot(name, len(themes), dict(counted.most_common())))
    return sorted((spot for spot in found if spot.count >= TOGETHER), key=lambda spot: -spot.count)


def say_spots(state: State, t: Words, most: int | None = None) -> str:
    """Say where things come together; empty where they nowhere do."""
    said = [_say(spot, t) for spot in spots(state)[:most]]
    return t("session.spots.here", spots=t("session.spots.between").join(said)) if said else ""


def _say(spot: Spot, t: Words) -> str:
    if not spot.themes:
        return t("session.spots.spot", name=spot.name, n=spot.count)
    themes = ", ".join(f"{theme} {count}" for theme, count in spot.themes.items())
    return t("session.spots.themed", name=spot.name, n=spot.count, themes=themes)


def _told(state: State) -> Iterator[tuple[str, str]]:
    """Give the place and the heading of all that has a place; a task says it for the item it came from."""
    tasks = [task for task in state.tasks().values() if task.where]
    made_into = {(task.item, folded(task.where)) for task in tasks}
    for name, item in state.items().items():
        if item.where and (name, folded(item.where)) not in made_into:
            yield item.where, item.theme
    yield from ((fact.where, "") for fact in state.facts().values() if fact.where)
    yield from ((task.where, task.theme) for task in tasks)
