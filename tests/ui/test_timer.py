"""Minutes that all can see: any number of them, standing still, longer, over; and nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.ui.app.room_timer import LONGEST
from facilitator.ui.kit.large_digits import large
from tests.steps.running import Running, example, running
from tests.steps.statements.voting import begin

CARD = example("card")
SIZES = [(64, 18), (80, 24), (120, 36)]


def left(app: Running) -> str:
    """Give what is left of the minutes, as it is said where they do not stand large."""
    assert app.opening.run is not None
    timer = app.opening.run.timer
    return timer.said() if timer else ""


def shown(app: Running, time: str) -> bool:
    """Tell whether this time stands on the screen in large digits, of whatever size."""
    rows = app.screen()
    for height in range(3, 40):
        drawn = [row.rstrip() for row in large(time, 1000, height)]
        for left in range(60):
            wanted = [f"{' ' * left}{row}".rstrip() for row in drawn]
            if any(rows[at : at + len(wanted)] == wanted for at in range(len(rows))):
                return True
    return False


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_any_number_of_minutes_is_counted_down_in_large_digits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(CARD, tmp_path, size=size) as app:
        await app.press("t")
        assert shown(app, "2:00")
        await app.press("1", "5")
        assert shown(app, "15:00")
        assert "Zo lang hebben wij." in app.text
        app.clock.go_on(2.5)
        app.view.tick()
        await app.settle()
        assert shown(app, "12:30")


async def test_it_stands_still_and_goes_on(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t", "5", "space")
        assert "Wij staan even stil." in app.text
        app.clock.go_on(3)
        assert left(app) == "5:00"
        await app.press("space")
        app.clock.go_on(1)
        assert left(app) == "4:00"


async def test_minutes_come_and_go(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t", "5", "+", "+", "-")
        assert left(app) == "6:00"
        await app.press("space", "+")
        assert left(app) == "7:00"
        await app.press(*"999")
        assert left(app) == f"{LONGEST}:00"
        await app.press("escape", "t", *["-"] * (LONGEST + 2))
        assert left(app) == "0:00"
        await app.press("+")
        assert left(app) == "1:00", "from now on, not from when it was over"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_ends_with_a_word_and_nothing_moves(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(CARD, tmp_path, size=size) as app:
        await app.press("t", "5")
        app.clock.go_on(7)
        app.view.tick()
        await app.settle()
        assert "De tijd is om. Wie wil iets delen?" in app.text
        assert "▁" not in app.text
        before = app.text
        app.view.tick()
        await app.settle()
        assert app.text == before


async def test_it_runs_on_elsewhere_and_comes_back(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t", "5", "escape")
        app.clock.go_on(1)
        await app.press("enter", "g", "escape")
        assert "Nog 4:00" in app.status
        await app.press("t", ".", ".", "f1", "escape")
        assert shown(app, "4:00")
        await app.press("enter")
        app.clock.go_on(4)
        await app.tick()
        assert "De tijd is om." in app.status
        app.clock.go_on(1.1)
        await app.tick()
        await app.tick()
        assert "De tijd is om." not in app.status
        await app.press("t")
        assert left(app) == "2:00"


async def test_it_is_taken_away(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t", "5", "delete")
        assert left(app) == ""
        assert "Wij stoppen om" in app.status


async def test_nothing_of_it_is_kept(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        before = app.state
        await app.press("t", *"37", "+", "space", "escape")
        assert app.state == before


async def test_a_clock_that_is_set_back_takes_no_time_away(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t", "5")
        app.clock.go_on(-60)
        assert left(app) == "5:00"


async def test_while_ballots_come_in_it_is_said_too(tmp_path: Path) -> None:
    async with running(example("statements"), tmp_path) as app:
        await begin(app)
        await app.press("t", "9", "escape")
        assert "Nog 9:00" in app.status
        await app.press("4")
        assert "stelling 2 van 3" in app.text
