"""The room is looked over before people come: what is measured, what is said, and what home remembers."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.storage.places import Places
from facilitator.storage.room_note import keep_room_note, read_room_note
from facilitator.ui.app.room_code import MODULES, code_cells
from facilitator.ui.app.room_measures import farthest, most_rows
from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM
from tests.steps.running import DAY, STARTS
from tests.walks.walk import Walk, at_the_door


@asynccontextmanager
async def looking(folder: Path, size: tuple[int, int] = SMALLEST) -> AsyncIterator[Walk]:
    """Prepare the trial run, and look over the room from there."""
    async with at_the_door("proefronde", folder, size=SMALLEST) as walk:
        await walk.press("f2")
        await walk.resize(size)
        yield walk


async def to_page(walk: Walk, title: str) -> None:
    """Go on until a page is there; which there are depends on the screen and on what is installed."""
    for _ in range(8):
        if title in walk.text:
            return
        await walk.press("enter")
    raise AssertionError(f"no {title!r}:\n{walk.text}")


async def to_the_end(walk: Walk, *greys: str) -> None:
    await to_page(walk, "Ziet u vijf vlakken?")
    await walk.press(*greys, "enter", "enter", "enter")


@pytest.mark.parametrize(
    ("distance", "height", "rows"), [(10, 2.0, 18), (15, 2.0, 12), (20, 2.0, 9), (10, 1.5, 13), (60, 0.01, 0)]
)
def test_letters_are_as_large_as_they_are_read(distance: float, height: float, rows: int) -> None:
    assert most_rows(distance, height) == rows
    if rows:
        assert farthest(rows, height) >= distance


@pytest.mark.parametrize("size", [SMALLEST, SMALLEST_ROOM], ids=str)
async def test_distance_and_height_say_how_many_rows_there_may_be(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with looking(tmp_path, size) as walk:
        await walk.app.type("15")
        await walk.press("enter")
        await walk.app.type("200")
        walk.sees("Dan mogen er hooguit 12 regels op het scherm.")
        walk.sees("Dat is goed." if size == SMALLEST_ROOM else "tot het er 12 zijn of minder")
        await walk.press("backspace", "backspace", "backspace")
        await walk.app.type("100")
        walk.sees("Zet de achterste rij op hooguit 7 meter")


async def test_what_is_no_number_of_metres_says_nothing(tmp_path: Path) -> None:
    async with looking(tmp_path) as walk:
        await walk.app.type("ver")
        await walk.press("tab")
        await walk.app.type("0")
        assert "hooguit" not in walk.text
        await to_page(walk, "Ziet u vijf vlakken?")


async def test_other_colours_are_one_key_away_where_they_are_looked_at(tmp_path: Path) -> None:
    async with looking(tmp_path) as walk:
        await to_page(walk, "Ziet u vijf vlakken?")
        await walk.press("2")
        walk.sees("kies andere kleuren met F9")
        before = walk.app.app.theme
        await walk.press("f9")
        assert walk.app.app.theme != before
        await to_page(walk, "Komen de toetsen aan?")
        chosen = walk.app.app.theme
        await walk.press("f9")
        assert walk.app.app.theme == chosen, "there it is only looked whether the key arrives"
        walk.sees("● F9")


async def test_keys_that_arrive_get_a_dot_and_the_others_are_named(tmp_path: Path) -> None:
    async with looking(tmp_path) as walk:
        await to_page(walk, "Komen de toetsen aan?")
        await walk.press("f1", "f9", "pagedown")
        walk.sees("● F1", "● F9", "● PgDn", "○ F5")
        await walk.press("enter", "enter")
        walk.sees("Deze toetsen kwamen niet aan: F3, F5, F7, F8, PgUp, Ctrl Z.")


async def test_what_is_left_is_kept_and_preparing_goes_on(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST) as walk:
        await walk.app.type("Molenhoek")
        await walk.press("f2")
        await walk.app.type("10")
        await walk.press("enter")
        await walk.app.type("200")
        await to_the_end(walk, "2")
        walk.sees("De kleuren zijn niet goed te zien.")
        assert "De letters zijn nog niet" not in walk.text
        await walk.press("enter")
        walk.sees("Molenhoek")
        await walk.press("escape")
        walk.sees("De zaal is nagekeken om 19.30 uur.", "De kleuren zijn niet goed te zien.")


async def test_from_home_it_comes_back_home_and_nothing_is_left(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST) as walk:
        await walk.press("escape", "z")
        await walk.app.type("10")
        await walk.press("enter")
        await walk.app.type("200")
        await to_the_end(walk, "1")
        walk.sees("De zaal is klaar.")
        await walk.press("enter")
        walk.sees("De zaal is nagekeken om 19.30 uur. De zaal is klaar.")


async def test_stopping_halfway_keeps_nothing(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST) as walk:
        await walk.press("escape", "z", "enter", "enter", "escape")
        assert "nagekeken" not in walk.text


def test_what_was_seen_holds_for_that_day_and_a_damaged_note_for_none(tmp_path: Path) -> None:
    places, now = Places(tmp_path / "s", tmp_path / "state"), datetime.combine(DAY, STARTS)
    keep_room_note(places, ["letters"], now)
    note = read_room_note(places, now + timedelta(hours=3))
    assert note is not None
    assert note.left == ["letters"]
    assert read_room_note(places, now + timedelta(days=1)) is None
    (tmp_path / "state" / "room.json").write_text("{", encoding="utf-8")
    assert read_room_note(places, now) is None


# -- the code


@pytest.mark.parametrize("height", [13, 24, 25, 40])
def test_a_code_is_drawn_module_by_module(height: int) -> None:
    segno = pytest.importorskip("segno", reason="what makes codes is an extra")
    rows = code_cells("GOED TE LEZEN", height)
    if height < MODULES:
        halves = [[_halves(*cell) for cell in row] for row in rows]
        drawn = [[pair[half] for pair in row] for row in halves for half in (0, 1)][:MODULES]
    else:
        drawn = [[_halves(*cell)[0] for cell in row] for row in rows]
        assert {len(text) for row in rows for text, _ in row} == {2}, "as wide as it is high"
    code = segno.make("GOED TE LEZEN", error="l", boost_error=False, micro=False)
    assert drawn == [list(row) for row in code.matrix_iter(border=2)]


def _halves(text: str, style: str) -> tuple[int, int]:
    """Give whether the upper and the lower half of a cell are dark."""
    if text.isspace():
        dark = style == "on #000000"
        return int(dark), int(dark)
    assert style == "#000000 on #ffffff"
    return int(text == "▀"), int(text == "▄")


@pytest.mark.parametrize("size", [SMALLEST, (80, 24), (120, 36)], ids=str)
async def test_a_code_stands_whole_beside_what_is_asked(tmp_path: Path, size: tuple[int, int]) -> None:
    pytest.importorskip("segno", reason="what makes codes is an extra")
    async with looking(tmp_path, size) as walk:
        await to_page(walk, "1: ja, 2: nee.")
        view = walk.app.app.stage.view
        assert view is not None
        assert not view.max_scroll_y
        asked = "Leest een telefoon dit, vanaf de achterste rij?"
        assert [word for word in asked.split() if word not in walk.text] == []
        await walk.press("2")
        assert "Probeer het" in walk.text
        await to_the_end(walk, "1")
        walk.sees("Telefoons lezen de code op het scherm niet vanaf de achterste rij.")


async def test_without_what_makes_codes_that_page_is_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    async with looking(tmp_path) as walk:
        await to_page(walk, "Ziet u vijf vlakken?")
        assert "zaal 2 van 5" in walk.text
