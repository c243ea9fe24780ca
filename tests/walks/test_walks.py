"""Every programme that comes with the app is walked, by a group, from the first step to the last."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import tomli

from facilitator.scenario.library import built_in
from facilitator.session.state import CLOSING
from tests.steps.running import SIZES
from tests.walks.ending import Ended, close, prepare
from tests.walks.following import came_over, stands_beside_it
from tests.walks.players import play
from tests.walks.walk import Walk, at_the_door
from tests.walks.words import Sayings

FOLLOWS: Final = {"terugkomsessie": "startbijeenkomst"}
"""Programmes that follow another one, besides those of a series."""


def chains() -> list[list[str]]:
    """Give every programme that ships, those that follow each other together and in order."""
    read = {
        path.stem: tomli.loads(path.read_text(encoding="utf-8")) for path in sorted(built_in().glob("*.toml"))
    }
    found: dict[str, list[str]] = {}
    for name, said in read.items():
        found.setdefault(said.get("series", FOLLOWS.get(name, name)), []).append(name)
    return [sorted(names, key=lambda name: read[name].get("part", 0)) for names in found.values()]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("chain", chains(), ids=lambda chain: chain[0])
async def test_every_programme_leads_from_the_door_to_the_report(
    tmp_path: Path, chain: list[str], size: tuple[int, int]
) -> None:
    """On the small screen a next session is begun with a file, on the large one by choosing it there."""
    earlier: Ended | None = None
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = earlier.file if earlier and size == SIZES[0] else None
        async with at_the_door(
            scenario, tmp_path, size=size, after=after, part=part, sayings=sayings
        ) as walk:
            await prepare(walk, "Molenhoek", earlier)
            earlier = await _walk(walk, earlier)


async def _walk(walk: Walk, earlier: Ended | None) -> Ended:
    if earlier is not None:
        await came_over(walk, earlier)
    while walk.key != CLOSING:
        await play(walk)
    if earlier is not None:
        stands_beside_it(walk, earlier)
    return await close(walk)
