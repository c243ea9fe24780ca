"""Until when a session is kept: chosen at the end, and from then on in its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.session.events import ResultSet
from facilitator.session.session_leaves import CLOSING
from facilitator.storage.session_list import sessions
from tests.steps.running import example, running
from tests.storage.conftest import Room
from tests.storage.story import act, begin, folded

CHOSEN = ResultSet(use="session", step="closing", field="keep_until", value="2026-12-31")


def test_what_was_chosen_stands_in_the_file_once(room: Room) -> None:
    store = room.begin()
    store.append(act(1, CHOSEN))
    store.close(folded(begin(), [act(1, CHOSEN)]), 1)
    assert store.path.read_text(encoding="utf-8").count("keep_until") == 1
    (heading,) = sessions(room.places)
    assert heading.keep_until == date(2026, 12, 31)
    opened = room.open(store.path)
    assert opened.history.state.keep_until == date(2026, 12, 31)
    assert opened.history.state.result(CLOSING) == {}
    opened.store.let_go()


def test_a_choice_that_is_no_day_changes_nothing() -> None:
    state = folded(begin(), [act(1, CHOSEN.model_copy(update={"value": "ooit"}))])
    assert state.keep_until == begin().about.keep_until


async def test_it_is_chosen_on_the_closing_screen(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path) as app:
        while app.key != CLOSING:
            await app.press("enter")
        await app.press("enter", "enter")  # no next date, and nobody to call
        assert "Bewaard tot" in app.text
        await app.press("k")
        await app.type("31-12-2030")
        await app.press("enter")
        assert app.state.keep_until == date(2030, 12, 31)
        assert "31 december 2030" in " ".join(app.text.split())
        await app.press("k")
        await app.type("1-1-2020")
        await app.press("enter")
        assert app.state.keep_until == date(2030, 12, 31)
