"""The programme bends while the group works: skipping, coming back, and a block that was not planned."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from tests.steps.running import SIZES, Running
from tests.ui.beginning import at_home, saved, session_file, stock_vote


async def begin(app: Running) -> None:
    await app.type("Molenhoek")
    while app.opening.run is None:
        await app.press("enter")


async def sing(app: Running) -> None:
    """Add the block in which one sings."""
    await app.press("g", "b")
    await app.type("zing")
    await app.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_block_is_added_and_gone_to(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, scenario="avond", size=size) as app:
        await begin(app)
        await sing(app)
        assert "Zingen staat erbij: 7 minuten. Wij stoppen nu om 20.17 uur." in app.text
        assert "▸   19.35  Zingen 1" in app.text
        assert "erbij  4 min" in app.text
        assert "19.42  Praten 1" in app.text
        await app.press("enter")
        assert "Wij doen Zingen 1." in app.text
        assert "stap 2 van 6" in app.text
        assert "Wij stoppen om 20.17 uur" in app.status


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_once_the_people_are_counted_the_programme_says_what_is_tight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    stock_vote(tmp_path)
    async with at_home(tmp_path, scenario="stemming", size=size) as app:
        await begin(app)
        await app.press("g")
        assert "krap" not in app.text
        await app.press("escape", "w", "3", "0", "escape", "g")
        assert "6 min, krap" in app.text
        said = " ".join(" ".join(app.body).split())
        assert "Met 30 mensen duurt “Stemmen” minstens 8 minuten, en meestal 12. Gepland: 6." in said
        await app.press("down", "enter", "g")
        assert "krap" not in app.text, "it was begun"


async def test_what_was_planned_and_what_happened_are_both_kept(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        app.clock.go_on(3)
        await app.press("enter")
        await app.press("q")
    kept = saved(session_file(tmp_path)).state
    assert kept.inserted == ("zingen",)
    assert [use.id for use in kept.scenario.uses] == ["welkom", "zingen", "praten", "slot"]
    assert kept.begun == {"welkom/stap-1": "19:30", "zingen/stap-1": "19:33"}


async def test_skipping_and_coming_back(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("g", "down", "down", "down", "enter")
        assert "Wij doen Slot 1." in app.text
        await app.press("g", "up", "up", "enter")
        assert "Wij doen Praten 1." in app.text
        assert list(app.state.begun) == ["welkom/stap-1", "slot/stap-1", "praten/stap-1"]


async def test_undo_takes_the_block_out_and_the_group_back(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        await app.press("enter", "enter")
        assert "Wij doen Zingen 2." in app.text
        await app.press("ctrl+z")
        assert "Wij doen Welkom 1." in app.text
        assert "Teruggenomen: een bouwsteen erbij." in app.status
        assert "stap 1 van 4" in app.text
        await app.press("ctrl+y")
        assert "Opnieuw gedaan: een bouwsteen erbij." in app.status
        await app.press("enter")
        assert "Wij doen Zingen 1." in app.text


async def test_undo_in_a_block_takes_back_what_was_left_there_first(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        await app.press("enter", "n")
        await app.type("Vals")
        await app.press("enter", "ctrl+z")
        assert "Teruggenomen: een notitie." in app.status
        assert "Wij doen Zingen 1." in app.text


async def test_a_block_that_is_there_already_can_be_done_twice(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        await sing(app)
        assert app.state.inserted == ("zingen", "zingen-2")


async def test_a_block_that_does_not_fit_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("g", "b")
        await app.type("kinderraad")
        await app.press("enter")
        assert "Deze bouwsteen vraagt naar een perspectief dat hier niet is" in app.text
        await app.press("escape", "escape")
        assert app.state.inserted == ()
        assert "perspectief" not in app.status


async def test_a_block_that_is_broken_is_refused_and_hurts_nothing(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("g", "b")
        block = tmp_path / "sessions" / "scenarios" / "blocks" / "zingen.toml"
        block.write_text("title = ", encoding="utf-8")
        await app.type("zing")
        await app.press("enter")
        assert app.view.heading() == "een bouwsteen erbij"
        assert app.state.inserted == ()


async def test_after_the_last_step_it_comes_at_the_end(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("enter", "enter", "enter", "enter")
        assert "Dit bericht gaat naar iedereen" in app.text
        await app.press("enter", "f7", "b")
        await app.type("zing")
        await app.press("enter")
        assert [use.id for use in app.state.scenario.uses][-1] == "zingen"
        await app.press("enter")
        assert "Wij doen Zingen 1." in app.text


async def test_a_crash_loses_no_block(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        await app.press("enter")
        await app.crash()
    async with at_home(tmp_path) as app:
        assert "Verder met" in app.text
        await app.press("enter")
        assert "Wij doen Zingen 1." in app.text
        assert app.state.ends == time(20, 17)
        await app.press("ctrl+z")
        assert "Wij doen Welkom 1." in app.text, "undo reaches back through a crash"


async def test_quitting_and_going_on_keeps_the_block(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await sing(app)
        await app.press("enter", "q")
        await app.press("enter")
        assert "Wij doen Zingen 1." in app.text
        await app.press("g")
        assert "erbij  4 min" in app.text
