"""Sessions of one place side by side, from home: marked, read on the screen, made into a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.storage.session_list import SAME_STATEMENTS
from facilitator.words import LANGUAGES, Language, Words
from tests.report.neighbourhood import LATER, Neighbourhood, voted
from tests.steps.running import Running
from tests.ui.test_home_own import home

SIZES = [(64, 18), (80, 24), (160, 45)]


async def read_all(app: Running) -> str:
    """Give what stands on the screen from the first row to the last."""
    seen: list[str] = []
    for _ in range(30):
        seen.append(app.text)
        await app.press("pagedown")
    return "\n".join(seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_what_moved_is_read_on_the_screen(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    t = Words(language)
    Neighbourhood(tmp_path, voted(), voted(LATER))
    async with home(tmp_path, size, language) as app:
        await app.press("n")
        assert t("app.comparison.lead") in app.text
        await app.press("enter")
        read = await read_all(app)
        assert t("report.comparison.title", place="Vogelbuurt") in read
        assert "Stelling over beter." in read
        assert t("statements.report.cell.share", part=9, whole=9) in read
        assert "====" not in read
        await app.press("escape")
        assert t("app.home.unfinished") in app.text


async def test_a_session_is_left_out_and_one_alone_is_no_comparison(tmp_path: Path) -> None:
    Neighbourhood(tmp_path, voted(), voted(LATER))
    async with home(tmp_path, (64, 18)) as app:
        await app.press("n", "space", "enter")
        assert "Markeer er twee of meer." in app.text
        await app.press("space", "enter")
        assert "wat er veranderde" in app.text


async def test_with_one_session_of_a_place_it_says_so(tmp_path: Path) -> None:
    Neighbourhood(tmp_path, voted(), voted(LATER, about={"place": "Molenhoek"}))
    async with home(tmp_path, (64, 18)) as app:
        await app.press("n")
        assert "maar één bijeenkomst" in app.text


async def test_it_is_made_into_a_file(tmp_path: Path) -> None:
    here = Neighbourhood(tmp_path, voted(), voted(LATER))
    async with home(tmp_path, (64, 18)) as app:
        await app.press("n", "enter", "r", "down", "down", "down", "enter")
        assert "vergelijking.txt" in app.text.replace("\n", "").replace(" ", "")
    (made,) = here.folder.rglob("*vergelijking*")
    assert "wat er veranderde" in made.read_text(encoding="utf-8")


async def test_someone_says_that_other_words_ask_the_same(tmp_path: Path) -> None:
    here = Neighbourhood(tmp_path, voted(), voted(LATER, text="Hier is meer nodig."))
    async with home(tmp_path, (80, 24)) as app:
        await app.press("n", "enter", "g")
        assert "een andere" in app.text
        await app.press("space")
        assert "dezelfde" in app.text
        await app.press("enter")
        assert "Hier is meer nodig." in await read_all(app)
        assert "meer" in (here.folder / SAME_STATEMENTS).read_text(encoding="utf-8")
        await app.press("g", "space", "enter")
        assert "meer = " not in (here.folder / SAME_STATEMENTS).read_text(encoding="utf-8")


async def test_without_other_words_there_is_nothing_to_choose(tmp_path: Path) -> None:
    Neighbourhood(tmp_path, voted(), voted(LATER))
    async with home(tmp_path, (80, 24)) as app:
        await app.press("n", "enter", "g")
        assert "andere woorden. Telt" not in app.text
