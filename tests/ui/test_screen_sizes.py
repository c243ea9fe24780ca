"""From the largest letters a room can have to more columns than anyone reads: what gives way and is said."""

from __future__ import annotations

from pathlib import Path

from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM
from tests.scenario.test_fit import KINDS, block
from tests.steps.running import example, running
from tests.walks.walk import at_the_door

CARD = example("card")


async def test_with_the_largest_letters_nothing_but_the_page_takes_rows(tmp_path: Path) -> None:
    async with running(CARD, tmp_path, size=SMALLEST_ROOM) as app:
        title, *body, keys = app.screen()
        assert title.startswith(" tot ")
        assert title.rstrip().endswith("stap 1 van 2")
        assert "Enter" in keys
        assert len(app.body) == SMALLEST_ROOM[1] - 2
        await app.press("z")
        await app.press("p")
        await app.type("later")
        await app.press("enter")
        assert app.status.strip(), "what is said has a row, for as long as it is said"
        assert len(app.body) == SMALLEST_ROOM[1] - 3
        await app.press("w", "escape")
        assert app.status == ""
        assert body


async def test_of_more_below_the_key_bar_tells_and_page_down_shows_it(tmp_path: Path) -> None:
    async with running(block(tmp_path, KINDS["card"], 11), tmp_path, size=SMALLEST_ROOM) as app:
        assert "PgDn meer" in app.keys
        assert "Regel 11." not in app.text
        await app.press("pagedown")
        assert "Regel 11." in app.text
        assert "PgDn" not in app.keys


async def test_one_prepares_on_more_columns_and_nothing_is_lost_in_between(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST) as walk:
        await walk.app.type("Molenhoek")
        await walk.resize(SMALLEST_ROOM)
        assert "minstens 64 tekens breed en 18 regels" in " ".join(walk.text.split())
        await walk.press("enter")
        await walk.resize(SMALLEST)
        assert "Molenhoek" in walk.text


async def test_no_window_is_too_small_without_saying_how_large_it_has_to_be(tmp_path: Path) -> None:
    async with running(CARD, tmp_path, size=SMALLEST_ROOM) as app:
        await app.pilot.resize_terminal(39, 12)
        await app.settle()
        assert "minstens 40 tekens breed en 12 regels" in " ".join(app.text.split())
        await app.press("enter")
        await app.pilot.resize_terminal(*SMALLEST_ROOM)
        await app.settle()
        assert "stap 1 van 2" in app.text, "no key did anything meanwhile"


async def test_a_large_screen_is_told_once_that_letters_can_be_larger(tmp_path: Path) -> None:
    async with running(CARD, tmp_path, size=(160, 45)) as app:
        assert "Met Ctrl en + worden de letters groter" in app.text
        await app.press("w", "escape")
        assert "Ctrl en +" not in app.text
        await app.pilot.resize_terminal(*SMALLEST)
        await app.pilot.resize_terminal(160, 45)
        await app.settle()
        assert "Ctrl en +" not in app.text


async def test_what_is_asked_stays_when_the_window_grows(tmp_path: Path) -> None:
    async with running(example("questions"), tmp_path, size=SMALLEST) as app:
        await app.paste("de speeltuin is vol\nhet plein is donker")
        assert "2 regels als 2 punten?" in app.text
        await app.pilot.resize_terminal(160, 45)
        await app.settle()
        assert "2 regels als 2 punten?" in app.text
