"""Who was there last time: asked for all together, and never more than are here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.report.plain_text import render
from facilitator.report.session_report import build
from facilitator.session.state import Before, State
from facilitator.steps.statements.result.comparison import returning
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.running import DAY, SIZES, example, running

EXAMPLE = example("checkin")


def after(state: State) -> State:
    before = Before(session="session0", title="Startbijeenkomst", day=date(2025, 12, 4))
    return state.replace(before=before, people={"beleid": 4, "bewoners": 3, "professionals": 4})


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_asked_after_counting_and_kept(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=after) as app:
        key = app.key
        await app.press("enter")
        assert app.page == "returning"
        assert "Startbijeenkomst" in app.text
        await app.press("7")
        assert ("7 van de 11" if language == "nl" else "7 of the 11") in app.text
        assert app.result("returning") == 7
        await app.press("ctrl+z")
        assert app.result("returning") is None
        await app.press("+", "+", "-", "enter")
        assert app.state.result(key)["returning"] == 1
        assert app.key != key


async def test_without_an_earlier_session_it_is_not_asked(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        key = app.key
        await app.press("enter")
        assert app.key != key


async def test_it_may_stay_unknown(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=after) as app:
        await app.press("enter", "enter")
        assert returning(app.state) is None


async def test_never_more_than_are_here(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=after) as app:
        key = app.key
        await app.press("enter", "1", "1")
        assert app.result("returning") == 11
        await app.press("+")
        assert app.result("returning") == 11
        assert "Er zijn er nu 11." in app.text
        await app.press("left", "3")  # only three of policy after all
        assert app.state.present == 10
        assert returning(app.state) == 10
        await app.press("enter")
        assert "10 van de 10" in app.text
        said = render(build(app.state, Words("nl"), DAY), Words("nl"))
        assert "Vorige keer ook aanwezig: 10 van de 10." in said
        assert app.key == key
