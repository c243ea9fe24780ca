"""A result once more, from anywhere: only what was shown, only to be read, and back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steps.running import Running, example, running
from tests.steps.statements.test_view_scan import BALLOTS, FOUR, SCAN, vote
from tests.steps.statements.voting import EVENING, begin, cast, cast_all, close, hold, last_round

VOTE = example("statements")
SIZES = [(64, 18), (80, 24), (120, 36)]


async def shown(app: Running) -> None:
    """Hold the vote of the example and show its result."""
    await begin(app)
    await cast_all(app)
    await close(app)
    await app.press("enter")
    assert last_round(app).status == "revealed"


async def test_before_anything_was_shown_there_is_nothing(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await app.press("u")
        assert "Er is nog geen uitslag getoond." in app.status
        await begin(app)
        await cast_all(app)
        await app.press("u")
        assert "Er is nog geen uitslag getoond." in app.status
        await close(app)
        assert last_round(app).status == "closed"
        await app.press("u")
        assert "Er is nog geen uitslag getoond." in app.status


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_the_same_as_it_was_and_one_is_back_where_one_was(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(VOTE, tmp_path, size=size) as app:
        await shown(app)
        pages: list[list[str]] = []
        for _ in range(4):
            pages.append(app.body)
            await app.press("enter")
        await app.press("g", "enter")
        here, screen = app.state.at, app.screen()
        await app.press("u")
        for number, page in enumerate(pages):
            assert app.body == page, number
            await app.press("enter")
        assert (app.state.at, app.screen()) == (here, screen)


async def test_nothing_can_be_done_there_but_reading(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await shown(app)
        before = app.state
        await app.press("u", "enter", *"svaoexz", "left", "right", "escape")
        assert app.state == before
        assert len(app.app.stage.views) == 1
        await app.press("u", *["enter"] * 3, *["left"] * 5, "escape")
        assert app.state == before


async def test_the_arrow_goes_back_a_page_and_escape_goes_away_at_once(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await shown(app)
        screen = app.screen()
        await app.press("u")
        first = app.body
        await app.press("enter")
        assert app.body != first
        await app.press("left")
        assert app.body == first
        await app.press("right", "escape")
        assert app.screen() == screen


async def test_while_a_second_vote_is_open_the_first_result_is_what_was_shown(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await shown(app)
        await app.press("enter", "s", "v")
        assert app.page == "enter"
        assert app.state.open_round() is not None
        await cast(app, "1")
        await app.press("u")
        first = app.text
        assert "briefje" not in app.text
        await app.press("enter", "enter", "enter", "enter", "enter")
        await cast(app, "1", "1", "1")
        await app.press("u")
        assert app.text == first
        assert app.state.open_round() is not None


async def test_of_a_scan_each_set_comes_again(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=FOUR) as app:
        await vote(app, BALLOTS)
        pages = [app.body]
        for _ in range(4):
            await app.press("enter")
            pages.append(app.body)
        before = app.state
        await app.press("u")
        for number, page in enumerate(pages):
            assert app.body == page, number
            await app.press("enter")
        assert app.state == before


async def test_of_two_results_each_stands_behind_the_number_that_shows_it(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await hold(app)
        first = app.body
        while app.key.endswith("samen"):
            await app.press("enter")
        await begin(app)
        await cast_all(app, {group: [ballot[:2] for ballot in cast] for group, cast in EVENING.items()})
        await close(app)
        while app.page != "overview":
            await app.press("enter")
        second = app.body
        await app.press("u")
        assert "▸ 1  Stellingen · Is hier meer nodig?" in app.text
        assert "  2  Stellingen · De uitslag" in app.text
        await app.press("2")
        assert app.body == second
        await app.press("escape", "u", "1")
        assert app.body == first
