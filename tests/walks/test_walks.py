"""Every programme that comes with the app is walked, by a group, from the first step to the last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark import ParameterSet

from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM
from facilitator.ui.terminal.large_letters.known_terminals import KnownTerminal
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from tests.steps.running import SIZES
from tests.walks.chains import chains, speaks_english, through
from tests.walks.ending import Ended
from tests.walks.walk import at_the_door
from tests.walks.words import Sayings

IN_EVERY_WAY: Final = "startbijeenkomst"
"""Walked with the largest letters and in English too in every run; the other programmes so under ``slow``."""

USUAL: Final = (80, 24)
XTERM: Final = KnownTerminal("xterm", "lines")


def walks() -> Iterator[ParameterSet]:
    """Give every programme on the small screen, and on others under ``slow``.

    One is walked in every run with the largest letters of a room; on a large screen all examples are.
    """
    for chain in chains():
        for size in [*SIZES, SMALLEST_ROOM]:
            slow = size == SIZES[1] or (size == SMALLEST_ROOM and IN_EVERY_WAY not in chain)
            marks = [pytest.mark.slow] if slow else []
            yield pytest.param(chain, size, id=f"{chain[0]}-{size[0]}x{size[1]}", marks=marks)


def english_walks() -> Iterator[ParameterSet]:
    """Give every programme that can be led in English; most of them under ``slow``."""
    for chain in chains():
        if all(map(speaks_english, chain)):
            marks = [] if IN_EVERY_WAY in chain else [pytest.mark.slow]
            yield pytest.param(chain, id=chain[0], marks=marks)


def large_walks() -> Iterator[ParameterSet]:
    """Give every programme on the smallest screen with large letters and on a usual one; but one ``slow``."""
    for chain in chains():
        for size in (SMALLEST, USUAL):
            slow = size == USUAL or "proefronde" not in chain
            marks = [pytest.mark.slow] if slow else []
            yield pytest.param(chain, size, id=f"{chain[0]}-{size[0]}x{size[1]}", marks=marks)


@pytest.mark.parametrize(("chain", "size"), [*walks()])
async def test_every_programme_leads_from_the_door_to_the_report(
    tmp_path: Path, chain: list[str], size: tuple[int, int]
) -> None:
    """On the small screen a next session is begun with a file, on others by choosing it there.

    With the largest letters that a room can have, one prepares with smaller ones.
    """
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = before[-1].file if before and size == SIZES[0] else None
        door = SIZES[0] if size == SMALLEST_ROOM else size
        async with at_the_door(
            scenario, tmp_path, size=door, after=after, part=part, sayings=sayings, pastes=size != SIZES[0]
        ) as walk:
            before.append(await through(walk, before, size))


@pytest.mark.parametrize("chain", [*english_walks()])
async def test_every_programme_leads_to_a_report_in_english(tmp_path: Path, chain: list[str]) -> None:
    """On the smallest screen, where every text has to fit; and nothing that is read there is Dutch."""
    before: list[Ended] = []
    sayings = Sayings("en")
    for part, scenario in enumerate(chain):
        after = before[-1].file if before else None
        door = at_the_door(scenario, tmp_path, size=SIZES[0], after=after, part=part, sayings=sayings)
        async with door as walk:
            before.append(await through(walk, before))


@pytest.mark.parametrize(("chain", "size"), [*large_walks()])
async def test_letters_twice_as_high_take_nothing_out_of_sight(
    tmp_path: Path, chain: list[str], size: tuple[int, int]
) -> None:
    """After each key nothing is cut off, and what is large leaves all the rest of its page in sight."""
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = before[-1].file if before else None
        letters = LargeLetters(XTERM, wanted=True)
        async with at_the_door(
            scenario,
            tmp_path,
            size=size,
            after=after,
            part=part,
            sayings=sayings,
            pastes=True,
            letters=letters,
        ) as walk:
            before.append(await through(walk, before))
            assert walk.large, "nothing was large"
