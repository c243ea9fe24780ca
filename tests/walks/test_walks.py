"""Every programme that comes with the app is walked, by a group, from the first step to the last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark import ParameterSet

from tests.steps.running import SIZES
from tests.walks.chains import chains, through
from tests.walks.ending import Ended
from tests.walks.walk import at_the_door
from tests.walks.words import Sayings

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
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = before[-1].file if before and size == SIZES[0] else None
        async with at_the_door(
            scenario, tmp_path, size=size, after=after, part=part, sayings=sayings
        ) as walk:
            before.append(await through(walk, before))
