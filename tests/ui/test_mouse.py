"""A mouse for who reaches for one: lines, the key bar, the wheel; and nothing while ballots come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.steps.running import Running, example, running
from tests.steps.statements.voting import begin, last_round
from tests.ui.beginning import at_home

CARD = example("card")
VOTE = example("statements")
GATHER = example("collect")


async def click(app: Running, text: str, *, button: int = 1) -> None:
    """Click on the first place on the screen where this stands."""
    x, y = place(app, text)
    for sort in (events.MouseDown, events.MouseUp):
        app.app.post_message(sort(None, x, y, 0, 0, button, False, False, False, x, y))
    await app.settle()


def place(app: Running, text: str) -> tuple[int, int]:
    y, row = next((y, row) for y, row in enumerate(app.screen()) if text in row)
    return row.index(text), y


async def turn(app: Running, text: str, by: int = 1) -> None:
    """Turn the wheel over this text."""
    x, y = place(app, text)
    sort = events.MouseScrollDown if by > 0 else events.MouseScrollUp
    for _ in range(abs(by)):
        app.app.post_message(sort(None, x, y, 0, by, 0, False, False, False, x, y))
    await app.settle()


async def gather(app: Running) -> None:
    """Let there be forty lines."""
    await app.paste("\n".join(f"regel {n:02}" for n in range(40)))
    await app.press("enter")


# -- the key bar


async def test_a_key_of_the_bar_is_pressed(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        first = app.key
        await click(app, "verder")
        assert app.key != first
        await click(app, "← terug")
        assert app.key == first
        await click(app, "hulp")
        assert app.app.stage.views[-1].name == "help"


async def test_only_the_left_button_and_only_where_it_went_down(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        here = app.key
        await click(app, "verder", button=3)
        x, y = place(app, "verder")
        down = events.MouseDown(None, 3, 3, 0, 0, 1, False, False, False, 3, 3)
        app.app.post_message(down)
        app.app.post_message(events.MouseUp(None, x, y, 0, 0, 1, False, False, False, x, y))
        await app.settle()
        assert app.key == here


async def test_several_keys_that_stand_as_one_are_not_guessed(tmp_path: Path) -> None:
    async with running(CARD, tmp_path, size=(120, 36)) as app:
        await app.press("t", "9")
        await click(app, "1-240")
        assert app.opening.run is not None
        assert app.opening.run.timer is not None
        assert app.opening.run.timer.said() == "9:00"


async def test_while_a_line_is_asked_for_only_the_bar_counts(tmp_path: Path) -> None:
    async with running(GATHER, tmp_path) as app:
        await gather(app)
        await app.press("escape", "e")
        await click(app, "regel 38")
        assert app.app.stage.line is not None
        await click(app, "laten")
        assert app.app.stage.line is None


# -- lines


async def test_a_click_points_and_a_second_one_does_what_enter_does(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        titles = [step.title for _, step in app.state.places()]
        here = app.key
        await app.press("g")
        await click(app, titles[-1])
        assert app.key == here
        assert next(row for row in app.screen() if "▸" in row).count(titles[-1]) == 1
        await click(app, titles[-1])
        assert app.key != here


async def test_at_home_a_programme_is_chosen(tmp_path: Path) -> None:
    async with at_home(tmp_path) as app:
        await click(app, "Plan twee")
        assert "▸ Plan twee" in app.text
        await click(app, "Plan twee")
        assert app.view.fields()


async def test_a_number_before_a_line_is_what_the_click_presses(tmp_path: Path) -> None:
    async with running(example("gate"), tmp_path) as app:
        while "1  " not in app.text:
            await app.press("enter")
        said = next(row for row in app.body if "○ 1" in row)
        await click(app, said.strip())
        assert app.state.results or "● 1" in app.text


async def test_who_is_counted_by_typing_is_who_was_clicked(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("w", "1")
        await click(app, "professionals")
        await app.press("2")
        assert app.state.people["beleid"] == 1
        assert app.state.people["professionals"] == 2


async def test_among_gathered_lines_a_click_leaves_the_field_and_keeps_what_is_typed(tmp_path: Path) -> None:
    async with running(GATHER, tmp_path) as app:
        await gather(app)
        await app.type("half")
        await click(app, "regel 38")
        assert "▸" in next(row for row in app.screen() if "regel 38" in row)
        assert "half" in app.text
        await click(app, "half")
        await app.type("!")
        assert "half!" in app.text


# -- the wheel


async def test_the_wheel_scrolls_what_is_longer_than_the_screen(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("f1")
        await turn(app, "hulp", 3)
        x, y = 10, 8
        for _ in range(3):
            app.app.post_message(events.MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y))
        await app.settle()
        assert app.view.scroll_offset.y > 0


async def test_the_wheel_goes_through_a_list_that_does_not_fit(tmp_path: Path) -> None:
    async with running(GATHER, tmp_path) as app:
        await gather(app)
        await app.press("escape")
        assert "regel 39" in app.text
        await turn(app, "regel 38", -20)
        assert "▸ 20  regel 19" in app.text
        assert "regel 39" not in app.text


# -- ballots


@pytest.mark.parametrize("way", ["paper", "keyboard", "hands"])
async def test_while_ballots_come_in_the_mouse_does_nothing(tmp_path: Path, way: str) -> None:
    async with running(VOTE, tmp_path, size=(120, 36)) as app:
        await begin(app, way)
        await app.press("4")
        before, screen = app.state, app.screen()
        for y, row in enumerate(screen):
            for x in range(0, max(len(row), 1), 3):
                for sort in (events.MouseDown, events.MouseUp):
                    app.app.post_message(sort(None, x, y, 0, 0, 1, False, False, False, x, y))
        for wheel in (events.MouseScrollDown, events.MouseScrollUp):
            app.app.post_message(wheel(None, 20, 10, 0, 1, 0, False, False, False, 20, 10))
        await app.settle()
        assert (app.state, app.screen()) == (before, screen)
        assert last_round(app).status == "open"
