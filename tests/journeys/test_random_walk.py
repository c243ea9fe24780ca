"""Any keys, any way of leaving: nothing typed or confirmed goes lost, and nothing crashes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.walker import Walker

pytestmark = platform_marks.ptys

SEEDS = {"startbijeenkomst": 20261201, "netwerk-en-bijdragen": 20261202, "opgave-en-afspraken": 20261203}


def told(programme: str, walker: Walker) -> str:
    said = walker.told
    left = ", ".join(f"{way} {times}" for way, times in said.left.items())
    return (
        f"random keys in {programme}: {said.keys}; left by {left}; "
        f"{said.typed} times with typed text, none of it lost; {said.confirmed} words confirmed; "
        f"{said.large} times with large letters"
    )


def test_a_hundred_and_fifty_keys(tmp_path: Path, figure: Callable[[str], None]) -> None:
    walker = Walker(tmp_path, "proefronde", 4)
    walker.walk(150)
    figure(told("proefronde", walker))


@pytest.mark.slow
@pytest.mark.parametrize("programme", SEEDS)
def test_three_thousand_keys(tmp_path: Path, programme: str, figure: Callable[[str], None]) -> None:
    walker = Walker(tmp_path, programme, SEEDS[programme])
    walker.walk(3000)
    figure(told(programme, walker))


@pytest.mark.slow
@pytest.mark.parametrize("programme", SEEDS)
def test_keys_that_were_never_pressed_before(
    tmp_path: Path, programme: str, figure: Callable[[str], None]
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")  # shown when it fails: put it in SEEDS then
    walker = Walker(tmp_path, programme, seed)
    walker.walk(600)
    figure(f"{told(programme, walker)} (seed {seed})")
