"""Forgetting from home: a quiet reminder, a question, and only then the files go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.storage.store import Store
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.words import Words
from tests.steps.running import STARTS, Clock, Running
from tests.storage.conftest import Room
from tests.storage.story import begin, noted

OVER = date(2027, 11, 24)
"""The day after that until which the sessions of the story are kept."""


@asynccontextmanager
async def home(room: Room, today: date) -> AsyncIterator[Running]:
    words = Words("nl")
    app = FacilitatorApp(words)
    clock = Clock(datetime.combine(today, STARTS))
    opening = SessionLauncher(app, words, room.places, now=clock)
    app.on_start = opening.home
    async with app.run_test(size=(80, 24)) as pilot:
        running = Running(app, opening, pilot, clock, room.places.sessions)
        await running.press()
        yield running


def sessions_left(room: Room) -> int:
    return len([name for name in room.files() if name.endswith(".toml")])


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path)
    room.closed([noted(1, "een")])
    other = room.begin("zzzz9999", "Dorp")
    other.close(begin("zzzz9999", "Dorp"), 0)
    assert isinstance(other, Store)
    return room


async def test_nothing_is_said_as_long_as_sessions_may_be_kept(room: Room) -> None:
    async with home(room, OVER - timedelta(days=1)) as app:
        assert "bewaartijd" not in app.text


async def test_v_asks_and_v_again_forgets(room: Room) -> None:
    async with home(room, OVER) as app:
        assert "Van 2 sessies is de bewaartijd voorbij. Druk op v om ze te vergeten." in app.text
        before = sessions_left(room)
        await app.press("v")
        assert "Dit kan niet terug. Nog eens v: ja." in " ".join(app.text.split())
        assert sessions_left(room) == before
        await app.press("v")
        assert sessions_left(room) == before - 1
        assert "weggehaald" in app.text
        assert "Van 1 sessie is de bewaartijd voorbij. Druk op v om haar te vergeten." in app.text


async def test_another_key_in_between_takes_the_question_back(room: Room) -> None:
    async with home(room, OVER) as app:
        before = sessions_left(room)
        await app.press("v", "down", "up", "v")
        assert sessions_left(room) == before


async def test_a_session_that_is_open_elsewhere_stays(room: Room) -> None:
    opened = [room.open(path).store for path in room.places.sessions.rglob("*.toml")]
    before = sessions_left(room)
    async with home(room, OVER) as app:
        await app.press(*"vv")
        assert "ergens anders geopend" in app.text
        assert sessions_left(room) == before
    for store in opened:
        store.let_go()
