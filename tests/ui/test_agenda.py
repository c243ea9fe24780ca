"""The agenda for the room: the parts, when they begin, where we are; nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steps.running import Running, example, running
from tests.ui.beginning import at_home

SIZES = [(64, 18), (80, 24), (120, 36)]


def rows(app: Running) -> list[str]:
    return [" ".join(row.split()) for row in app.body if row.strip()]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_parts_stand_with_their_times_and_where_we_are(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(example("card"), tmp_path, size=size) as app:
        await app.press("enter", "m")
        steps = [step.title for _, step in app.state.places()]
        shown = rows(app)
        assert len(shown) == len(steps)
        assert shown[0] == f"✓ 19.30 {steps[0]}"
        assert shown[1] == f"▶ 19.30 {steps[1]}"
        await app.press("m")
        assert "▶" not in app.text


async def test_what_comes_moves_along_when_a_part_takes_longer(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path) as app:
        minutes = [step.minutes for _, step in app.state.places()]
        await app.press("m")
        planned = rows(app)
        app.clock.go_on(minutes[0] + 11)
        await app.press("m", "m")
        later = rows(app)
        assert planned[0] == later[0]
        assert [_minute(row) for row in later[1:]] == [_minute(row) + 10 for row in planned[1:]]


def _minute(row: str) -> int:
    hour, minute = next(word for word in row.split() if "." in word).split(".")
    return int(hour) * 60 + int(minute)


async def test_there_is_nothing_to_do_and_nothing_that_only_the_facilitator_reads(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path) as app:
        before = app.state
        await app.press("m", "down", "b", "b")
        assert app.state == before
        assert "min" not in app.text.split()
        await app.press("pagedown")
        assert app.state == before
        assert "▶" not in app.text


async def test_of_several_parts_their_blocks_stand_there(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek")
        for _ in range(8):
            if app.opening.run is None:
                await app.press("enter")
        assert app.opening.run is not None
        await app.press("m")
        assert [row.split(" ", 2)[2] if row[0] == "▶" else row.split(" ", 1)[1] for row in rows(app)] == [
            "Welkom",
            "Praten",
            "Slot",
        ]
