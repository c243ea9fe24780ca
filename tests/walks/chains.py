"""Programmes that follow each other, and going through one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import tomli

from facilitator.scenario.library import built_in
from facilitator.session.session_leaves import CLOSING
from tests.walks.ending import Ended, close, prepare
from tests.walks.following import came_over, stands_beside_it
from tests.walks.outcomes import keeps_what_sources_ask, returns_where_sources_say
from tests.walks.step import play
from tests.walks.walk import Walk

FOLLOWS: Final = (
    ["startbijeenkomst", "terugkomsessie"],
    ["haarvaten", "opgave-en-afspraken", "terugkomsessie"],
)
"""Programmes that follow each other, besides those of a series."""


def chains() -> list[list[str]]:
    """Give every programme that ships, those that follow each other together and in order."""
    read = {
        path.stem: tomli.loads(path.read_text(encoding="utf-8")) for path in sorted(built_in().glob("*.toml"))
    }
    followed = {name for chain in FOLLOWS for name in chain}
    found: dict[str, list[str]] = {}
    for name, said in read.items():
        if name not in followed:
            found.setdefault(said.get("series", name), []).append(name)
    parts = [sorted(names, key=lambda name: read[name].get("part", 0)) for names in found.values()]
    return [*FOLLOWS, *parts]


def speaks_english(scenario: str) -> bool:
    """Tell whether a programme says that it can be led in English."""
    said = tomli.loads((built_in() / f"{scenario}.toml").read_text(encoding="utf-8"))
    return "en" in said["languages"]


async def through(walk: Walk, before: Sequence[Ended], size: tuple[int, int] | None = None) -> Ended:
    """Go through a programme from the door to its report, after those that it follows.

    ``size``: of the screen once it was prepared, where that is another.
    """
    earlier = before[-1] if before else None
    await prepare(walk, "Molenhoek", earlier)
    if size is not None:
        await walk.resize(size)
    if earlier is not None:
        await came_over(walk, earlier)
    while walk.key != CLOSING:
        await play(walk)
    if earlier is not None:
        stands_beside_it(walk, earlier)
    ended = await close(walk)
    keeps_what_sources_ask(ended)
    returns_where_sources_say(walk, [*before, ended])
    return ended
