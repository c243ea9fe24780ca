"""The notes turn a page of the wall: what its own key does, in turn with the keys, or nothing and why."""

from __future__ import annotations

import ast
import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.storage.turn_request import LATE, ask
from facilitator.storage.wall_mark import TurnAnswer
from facilitator.ui.kit.actions import LEADS_BACK, LEADS_ON
from tests.architecture.house import HOUSE, SCENARIOS
from tests.steps.running import PEOPLE, example, running
from tests.steps.statements.voting import begin, cast_all, close
from tests.ui.asking import FILES, answer_to, mark_of, places_of, request, turn
from tests.ui.beginning import at_home

DONE = TurnAnswer()
TRIAL = SCENARIOS / "blocks" / "proefronde.toml"


async def test_on_and_back_are_those_of_the_keys(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        first = app.key
        assert await turn(app, tmp_path, 1) == DONE
        by_notes = app.key, app.text
        assert app.key != first
        assert await turn(app, tmp_path, -1) == DONE
        assert app.key == first
        await app.press("enter")
        assert (app.key, app.text) == by_notes


async def test_the_first_page_has_nothing_before_it(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        assert await turn(app, tmp_path, -1) == TurnAnswer(why="stayed")


async def test_what_the_key_refuses_is_refused_and_said_on_the_wall(tmp_path: Path) -> None:
    nobody = dict.fromkeys(PEOPLE, 0)
    async with running(
        example("checkin"), tmp_path, prepare=lambda state: replace(state, people=nobody)
    ) as app:
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="stayed")
        assert app.app.stage.said == app.app.stage.t("checkin.count_first")


async def test_nothing_is_turned_while_a_line_is_asked_for(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        await app.press("p")
        before = app.text
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="typing")
        assert app.text == before


async def test_nothing_is_turned_while_text_stands_unconfirmed(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        while app.view.field is None:
            assert await turn(app, tmp_path, 1) == DONE
        await app.type("de speeltuin")
        before = app.state.at
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="typing")
        await app.press("escape")
        assert await turn(app, tmp_path, -1) == TurnAnswer(why="typing"), "left standing, and not kept"
        assert app.state.at == before


async def test_nothing_is_turned_while_a_panel_is_open(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        await app.press("w")
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="panel")
        assert len(app.app.stage.views) == 2


async def test_nothing_is_turned_in_a_window_that_is_too_small(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path, size=(50, 10)) as app:
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="too_small")


@pytest.mark.parametrize("way", ["paper", "keyboard", "hands"])
async def test_nothing_is_turned_while_ballots_come_in(tmp_path: Path, way: str) -> None:
    async with running(example("statements"), tmp_path) as app:
        await begin(app, way)
        for by in (1, -1):
            assert await turn(app, tmp_path, by) == TurnAnswer(why="ballots")
        await app.type("4")
        for by in (1, -1):
            assert await turn(app, tmp_path, by) == TurnAnswer(why="ballots")
        assert app.page == "enter"


async def test_what_begins_and_what_reveals_is_done_at_the_wall(tmp_path: Path) -> None:
    async with running(example("statements"), tmp_path) as app:
        while app.page != "collect":
            assert await turn(app, tmp_path, 1) == DONE
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="own_key", label="beginnen")
        await app.press("enter")
        await cast_all(app)
        await close(app)
        while "reveal" not in {action.name for action in app.view.actions()}:
            assert await turn(app, tmp_path, 1) == DONE
        label = next(action for action in app.view.actions() if action.name == "reveal").label(
            app.app.stage.t
        )
        assert await turn(app, tmp_path, 1) == TurnAnswer(why="own_key", label=label)
        assert [vote.status for vote in app.state.rounds.values()] == ["closed"]
        await app.press("enter")
        shown = app.page
        assert await turn(app, tmp_path, 1) == DONE
        assert app.page != shown, "from one statement to the next"


# -- stale


async def test_a_request_for_another_page_is_ignored(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        asked = await request(app, tmp_path, 1)
        await app.press("enter")
        key = app.key
        ask(FILES, places_of(tmp_path), asked)
        assert (await answer_to(asked, tmp_path)).why == "elsewhere"
        assert app.key == key


async def test_two_in_a_row_turn_one_page(tmp_path: Path) -> None:
    """Whoever presses twice does not skip a page that nobody saw."""
    async with running(TRIAL, tmp_path) as app:
        first, second = await request(app, tmp_path, 1), await request(app, tmp_path, 1)
        ask(FILES, places_of(tmp_path), first)
        assert await answer_to(first, tmp_path) == DONE
        key = app.key
        ask(FILES, places_of(tmp_path), second)
        assert (await answer_to(second, tmp_path)).why == "elsewhere"
        assert app.key == key


@pytest.mark.parametrize(("wall", "session"), [("another0", "session1"), ("", "session2")])
async def test_a_request_for_another_wall_or_session_is_ignored(
    tmp_path: Path, wall: str, session: str
) -> None:
    async with running(TRIAL, tmp_path) as app:
        right = await request(app, tmp_path, 1)
        key = app.key
        wrong = replace(right, id="wrong001", wall=wall or right.wall, session=session)
        ask(FILES, places_of(tmp_path), wrong)
        if session != right.session:  # also under the name of this one
            places_of(tmp_path).asked(session).rename(places_of(tmp_path).asked(right.session))
        await gone(places_of(tmp_path).asked("session1"))
        ask(FILES, places_of(tmp_path), replace(right, where="no/where"))
        assert (await answer_to(right, tmp_path)).why == "elsewhere", "heard after the wrong one"
        assert app.key == key


async def test_a_request_that_lay_there_too_long_is_ignored(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        asked = await request(app, tmp_path, 1)
        places, aside = places_of(tmp_path), places_of(tmp_path / "aside")
        aside.wall.mkdir(parents=True)
        ask(FILES, aside, asked)
        old = FILES.now() - LATE - 1
        left = aside.asked(asked.session)
        os.utime(left, (old, old))
        left.replace(places.asked(asked.session))
        await gone(places.asked(asked.session))
        second = await request(app, tmp_path, 1)
        ask(FILES, places, replace(second, where="no/where"))
        assert (await answer_to(second, tmp_path)).why == "elsewhere"
        assert app.state.at.where == asked.where


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"turn": 1}', b'{"turn": 99, "by": 1}', b"\xff\x00", b"[" * 19_000]
)
async def test_what_is_no_request_does_nothing(tmp_path: Path, data: bytes) -> None:
    async with running(TRIAL, tmp_path) as app:
        await mark_of(tmp_path)
        places = places_of(tmp_path)
        key = app.key
        places.asked("session1").write_bytes(data)
        await gone(places.asked("session1"))
        assert await turn(app, tmp_path, 1) == DONE
        assert app.key != key


async def gone(path: Path) -> None:
    while path.exists():
        await asyncio.sleep(0.02)


# -- the mark


async def test_the_mark_goes_with_the_session(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek")
        for _ in range(8):
            if app.opening.run is not None:
                break
            await app.press("enter")
        mark = await mark_of(tmp_path)
        assert mark.session == app.state.about.id
        await app.press("q")
        assert list(places_of(tmp_path).wall.iterdir()) == []


def test_every_name_that_turns_a_page_is_that_of_an_action() -> None:
    """A name that no view has any more would be dead; of a new one someone has to think whether it turns."""
    said = {
        node.value
        for path in [*HOUSE.glob("steps/**/*.py"), *HOUSE.glob("ui/kit/*.py")]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert (LEADS_ON | LEADS_BACK) - said == set()
