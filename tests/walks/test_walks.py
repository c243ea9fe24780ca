"""Every programme that comes with the app is walked, by a group, from the first step to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.session.state import CLOSING
from tests.steps.running import SIZES
from tests.walks.players import close, play, prepare
from tests.walks.walk import at_the_door

SCENARIOS = sorted(path.stem for path in built_in().glob("*.toml"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_walk(tmp_path: Path, scenario: str, size: tuple[int, int]) -> None:
    async with at_the_door(scenario, tmp_path, size=size) as walk:
        await prepare(walk, "Molenhoek")
        while walk.key != CLOSING:
            await play(walk)
        await close(walk)
