"""An evening that goes on past midnight, and days at the ends of the calendar."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.session.state import State
from tests.steps.running import evening, example, running
from tests.ui.beginning import at_home, saved, session_file


def late(state: State) -> State:
    """Give an evening of an hour and a half from half past eleven, with agreements at its end."""
    made = evening(example("agreements"))
    scenario = state.scenario.model_copy(update={"minutes": 90, "uses": [*state.scenario.uses, *made.uses]})
    about = state.about.model_copy(update={"starts": time(23, 30)})
    return state.replace(about=about, scenario=scenario)


async def test_the_last_minutes_are_told_after_midnight(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=late) as app:
        assert "stoppen om 1.00 uur" in app.text
        app.clock.time += timedelta(hours=5, minutes=10)  # from half past seven to twenty to one
        await app.tick()
        assert "F8: naar de afspraken" not in app.text
        app.clock.go_on(10)
        await app.tick()
        assert "Nog 10 minuten. F8: naar de afspraken." in app.text
        app.clock.go_on(11)
        await app.tick()
        assert "F8: naar de afspraken" not in app.text


@pytest.mark.parametrize("day", [date.max, date.min, date(9999, 12, 30)])
async def test_a_session_at_the_end_of_the_calendar_is_shown_and_reported(tmp_path: Path, day: date) -> None:
    """No keyboard makes one; a file can say it."""

    def far(state: State) -> State:
        about = state.about.model_copy(update={"day": day, "keep_until": date.max, "starts": time(23, 0)})
        return state.replace(about=about)

    async with running(example("card"), tmp_path, prepare=far) as app:
        await app.press("f7", "escape", "f7", "down", "down", "enter")
        await app.press("left", "f7", "plus", "minus", "escape")
    async with at_home(tmp_path) as app:
        assert "Molenhoek, Avond in" in app.text
    assert main(["report", "molenhoek", "--folder", str(tmp_path / "sessions")]) == 0


@pytest.mark.parametrize("typed", ["31-12-9999", "1-1-0001", "31 december 9999", "over 3000 jaar"])
async def test_a_day_that_cannot_be_meant_is_asked_again(tmp_path: Path, typed: str) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek")
        await app.press("enter")
        await app.type(typed)
        await app.press("enter", "enter", "enter", "enter", "enter")
        assert not list((tmp_path / "sessions").glob("molenhoek/*.toml"))
        assert "Kijk nog eens naar het jaar." in app.text or "Deze dag is al geweest." in app.text
        await app.press("ctrl+u")
        await app.type("vandaag")
        await app.press("enter", "enter", "enter", "enter", "enter")
        assert saved(session_file(tmp_path)).state.about.day == date(2026, 3, 12)
