"""Printing from home: what, and for how many; Enter at once gives everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.words import LANGUAGES, Language
from tests.report.folding import sheets
from tests.scenario.shelf import GOOD
from tests.ui.test_home_own import home, own

SIZES = [(64, 18), (80, 24), (160, 45)]
FIRST = {"nl": "Proefronde", "en": "Trial run"}
SAID = {
    "nl": ("Alles, met een voorblad", "Draaiboek", "Turflijsten", "Makkelijke", "Voorlees", "bewoners"),
    "en": ("Everything, with a cover", "Run sheet", "Tallies", "Easy", "read aloud", "residents"),
}


def printed(folder: Path) -> str:
    """Give the only paper that was made."""
    (made,) = folder.rglob("*.html")
    return made.read_text(encoding="utf-8")


def parts(made: str) -> set[str]:
    return {side.part for side in sheets(made)}


def ballots(made: str) -> dict[str, int]:
    fronts = [piece.group for side in sheets(made) if side.part == "ballots" for piece in side.pieces]
    return {group: fronts.count(group) for group in fronts if group}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_printed_and_for_whom_is_on_one_screen(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with home(tmp_path, size, language) as app:
        await app.press("p")
        assert all(words in app.text for words in (FIRST[language], *SAID[language]))


async def test_enter_at_once_prints_everything_for_the_usual_number(tmp_path: Path) -> None:
    async with home(tmp_path, (64, 18)) as app:
        await app.press("p", "enter")
        assert "Klaar om te printen" in app.text
        assert "Nieuw" in app.text, "home is there again"
    made = printed(tmp_path)
    assert {"cover", "ballots", "slips", "runsheet", "cards", "sheets"} <= parts(made)
    assert ballots(made) == {"beleid": 6, "bewoners": 6, "professionals": 6}


async def test_a_part_and_a_number_for_one_perspective(tmp_path: Path) -> None:
    async with home(tmp_path, (64, 18)) as app:
        await app.press("p", "down", "tab", "tab", *"14", "enter")
    made = printed(tmp_path)
    assert parts(made) == {"ballots", "slips"}
    assert ballots(made) == {"beleid": 6, "bewoners": 16, "professionals": 6}


async def test_what_is_chosen_stays_chosen_while_numbers_are_filled_in(tmp_path: Path) -> None:
    async with home(tmp_path, (64, 18)) as app:
        await app.press(
            "p", "down", "down", "down", "up", "shift+tab", "up", "up", "up", "tab", "down", "enter"
        )
    assert parts(printed(tmp_path)) == {"runsheet"}


async def test_what_is_no_number_is_asked_for_where_it_stands(tmp_path: Path) -> None:
    async with home(tmp_path, (64, 18)) as app:
        await app.press("p", "tab", *"veel", "tab", "enter")
        assert "beleid: vul een aantal in van 0 tot 200." in app.text
        assert list(tmp_path.rglob("*.html")) == []
        await app.press("ctrl+u", *"9", "enter")
    assert ballots(printed(tmp_path))["beleid"] == 12


async def test_with_six_perspectives_too_what_is_asked_is_seen(tmp_path: Path) -> None:
    groups = "".join(f'[[perspective]]\nid = "g{n}"\ntitle = "groep {n}"\n\n' for n in range(5))
    own(tmp_path, avond=GOOD.replace("[[use]]", f"{groups}[[use]]").replace('"praten"', '"welkom"'))
    async with home(tmp_path, (64, 18)) as app:
        await app.press("up", "p", "shift+tab", *"veel", "enter")
        assert "groep 4: vul een aantal in van 0 tot 200." in app.text
        await app.press("ctrl+u", *"9")
        assert "vul een aantal in" not in app.text
        assert "Voor hoeveel mensen?" in app.text


async def test_too_many_together_is_said_and_the_panel_stays(tmp_path: Path) -> None:
    async with home(tmp_path, (64, 18)) as app:
        await app.press("p", "tab", *"200", "enter")
        assert "Samen zijn dat 206 mensen." in app.text
        assert "Turflijsten" in app.text
        await app.press("escape")
        assert "Nieuw" in app.text
    assert list(tmp_path.rglob("*.html")) == []


async def test_of_a_programme_that_cannot_be_read_nothing_is_asked(tmp_path: Path) -> None:
    own(tmp_path, avond=GOOD.replace('"praten"', '"nergens"'))
    async with home(tmp_path, (80, 24)) as app:
        await app.press("p")
        assert "nergens" in app.text
        assert "Voor hoeveel mensen?" not in app.text
        assert "Nieuw, van uzelf" in app.text
