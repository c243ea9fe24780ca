"""Home says by words which programmes are the user's own, also where there is little room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from facilitator.storage.places import Places
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.words import LANGUAGES, Language, Words
from tests.scenario.shelf import GOOD
from tests.steps.running import DAY, STARTS, Clock, Running

HEADINGS = {"nl": ("Nieuw, van uzelf", "Nieuw, uit de app"), "en": ("New, your own", "New, from the app")}
SERIES = GOOD.replace("Avond in de Kerkstraat", "Reeks in de straat").replace(
    "minutes = 20", 'minutes = 20\nseries = "x"\npart = 1'
)


@asynccontextmanager
async def home(folder: Path, size: tuple[int, int], language: Language = "nl") -> AsyncIterator[Running]:
    words = Words(language)
    app = FacilitatorApp(words)
    clock = Clock(datetime.combine(DAY, STARTS))
    opening = SessionLauncher(app, words, Places(folder / "sessions", folder / "state"), now=clock)
    app.on_start = opening.home
    async with app.run_test(size=size) as pilot:
        running = Running(app, opening, pilot, clock, folder / "sessions")
        await running.press()
        yield running


def own(folder: Path, **files: str) -> None:
    shelf = folder / "sessions/scenarios"
    shelf.mkdir(parents=True)
    for name, text in files.items():
        (shelf / f"{name}.toml").write_text(text, encoding="utf-8")


def row(app: Running, words: str) -> int:
    """Give the row in which these words stand."""
    found = [number for number, each in enumerate(app.text.splitlines()) if words in each]
    assert len(found) == 1, app.text
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(64, 18), (80, 24), (160, 45)])
async def test_what_the_user_wrote_stands_first_under_a_heading_of_its_own(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    own(tmp_path, avond=GOOD, reeks=SERIES)
    mine, built = HEADINGS[language]
    async with home(tmp_path, size, language) as app:
        rows = [row(app, words) for words in (mine, "Avond in de Kerkstraat", "Reeks in de straat", built)]
        assert rows == sorted(rows)
        assert row(app, "Proefronde" if language == "nl" else "Trial run") > rows[-1]


async def test_enter_begins_what_the_user_wrote(tmp_path: Path) -> None:
    own(tmp_path, avond=GOOD.replace('"praten"', '"welkom"'))
    async with home(tmp_path, (64, 18)) as app:
        await app.press("enter")
        assert "19.35 uur klaar." in app.text  # five minutes: the block that this programme names


async def test_without_anything_of_the_user_there_is_one_heading(tmp_path: Path) -> None:
    async with home(tmp_path, (80, 24)) as app:
        assert "Nieuw" in app.text
        assert "van uzelf" not in app.text
        assert "uit de app" not in app.text


async def test_a_part_of_a_series_is_counted_also_where_it_stands_apart(tmp_path: Path) -> None:
    said = GOOD.replace("minutes = 20", 'minutes = 20\nseries = "buurtagenda"\npart = 4')
    own(tmp_path, vervolg=said.replace("Avond in de Kerkstraat", "Vervolg"))
    async with home(tmp_path, (80, 24)) as app:
        assert "deel 4 van 4" in app.text.splitlines()[row(app, "Vervolg")]
