"""Every programme that comes with the app is walked, by a group, from the first step to the last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import tomli
from _pytest.mark import ParameterSet

from facilitator.scenario.library import built_in
from facilitator.session.state import CLOSING
from tests.steps.running import SIZES
from tests.walks.ending import Ended, close, prepare
from tests.walks.following import came_over, stands_beside_it
from tests.walks.outcomes import keeps_what_sources_ask
from tests.walks.step import play
from tests.walks.walk import Walk, at_the_door
from tests.walks.words import Sayings

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


LARGE_TOO: Final = "startbijeenkomst"
"""Walked on a large screen too in every run; where each kind of step goes there, its example tells."""


def walks() -> Iterator[ParameterSet]:
    """Give every programme on the small screen, and on the large one; most of these under ``slow``."""
    for chain in chains():
        for size in SIZES:
            slow = size != SIZES[0] and LARGE_TOO not in chain
            marks = [pytest.mark.slow] if slow else []
            yield pytest.param(chain, size, id=f"{chain[0]}-{size}", marks=marks)


@pytest.mark.parametrize(("chain", "size"), [*walks()])
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
    ended = await close(walk)
    keeps_what_sources_ask(ended)
    return ended
