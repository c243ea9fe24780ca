"""What one can make of a session, at the end and at home: one key, a line for each, and where it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from facilitator.orders import made_folder
from facilitator.report import pdf_file
from facilitator.session.state import State
from facilitator.ui.app.report_panel import CHOICES
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import evening
from tests.report.session_folder import SEQ, folder_of
from tests.steps.running import Running, example, running
from tests.ui.test_closing import at_the_end
from tests.ui.test_home_own import home

SIZES = [(64, 18), (120, 40)]


def with_days(state: State) -> State:
    """Give the end of an evening with something in it for every sort of file."""
    made = {"agreements": evening().agreements(), "tasks": evening().tasks()}
    return at_the_end(state).replace(registers=made)


def made_of(path: Path) -> set[str]:
    """Give what was made of a session, by the ends of the names."""
    folder = made_folder(path)
    names = {each.name for each in folder.iterdir()} if folder.exists() else set[str]()
    return {name.removeprefix(path.stem) for name in names}


async def choose(app: Running, name: str) -> None:
    await app.press("r", *["down"] * list(CHOICES).index(name), "enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_line_is_whole_on_the_screen(
    size: tuple[int, int], language: Language, tmp_path: Path
) -> None:
    t = Words(language)
    async with running(example("card"), tmp_path, size=size, language=language, prepare=with_days) as app:
        await app.press("escape", "r")
        for name in CHOICES:
            known = name != "pdf" or pdf_file.can_be_made()
            assert t(f"app.report.{name}" if known else "app.report.no_pdf") in app.text
            await app.press("down")
        assert t("app.panel.report") in app.text
        assert "…" not in "".join(app.body)
        await app.press("escape")
        assert t("app.closing.heading") in app.text
        assert made_of(app.path) == set()


async def test_enter_makes_the_page_for_everyone_and_the_message(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=with_days) as app:
        await app.press("escape", "r", "enter")
        assert made_of(app.path) == {"-rapport.html", "-bericht.txt"}
        assert f"{app.path.stem}-rapport.html" in app.status


MADE = {
    "odt": {"-rapport.odt"},
    "ics": {"-agenda.ics"},
    "csv": {"-besluiten.csv", "-uitslag.csv"},
    "toml": {"-delen.toml"},
    "own": {"-rapport-begeleider.html"},
    "besluitenlijst": {"-besluitenlijst.odt"},
    "brief": {"-brief.odt"},
    "terugkoppeling": {"-terugkoppeling.odt"},
    "buurtagenda": {"-buurtagenda.odt"},
    "wijkplan": {"-wijkplan.odt"},
    "dorpendeal": {"-dorpendeal.odt"},
    "poster": {"-poster.html"},
}


@pytest.mark.parametrize("name", MADE)
async def test_each_is_made_at_the_end_of_an_evening(name: str, tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=with_days) as app:
        await app.press("escape")
        await choose(app, name)
        assert made_of(app.path) == MADE[name]
        said = f"{app.path.stem}{next(iter(MADE[name]))}" if len(MADE[name]) == 1 else "Klaar: 2 bestanden"
        assert "".join(said.split()) in "".join(app.text.split())
        assert "klaar" in app.text, "it is the end that is shown again"


@pytest.mark.parametrize("name", MADE)
async def test_each_is_made_at_home(name: str, tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path, SEQ)
    async with home(tmp_path, SIZES[0]) as app:
        await choose(app, name)
        assert made_of(folder.path) == MADE[name]
        said = "".join(app.text.split())
        assert "Hetstaatin" in said
        assert "vogelbuurt" in said
        assert "wijkaanpak in de zaal" in app.text


async def test_without_typst_pdf_says_what_is_needed_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(pdf_file, "can_be_made", lambda: False)
    async with running(example("card"), tmp_path, prepare=with_days) as app:
        await app.press("escape", "r")
        assert 'PDF: typ daarvoor eerst pip install "facilitator[pdf]"' in app.text
        await app.press("escape")
        await choose(app, "pdf")
        assert 'Typ: pip install "facilitator[pdf]"' in " ".join(app.text.split())
        assert made_of(app.path) == set()


async def test_a_pdf_is_made_where_typst_is(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    async with running(example("card"), tmp_path, prepare=with_days) as app:
        await app.press("escape")
        await choose(app, "pdf")
        assert made_of(app.path) == {"-rapport.pdf"}


async def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=with_days) as app:
        (made_folder(app.path) / f"{app.path.stem}-rapport.odt").mkdir(parents=True)
        await app.press("escape")
        await choose(app, "odt")
        assert "kan niet worden geschreven" in " ".join(app.text.split())


async def test_of_an_evening_without_a_day_there_is_no_calendar_and_that_is_said(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        await app.press("escape")
        await choose(app, "ics")
        assert "Er is dus geen agenda om te maken." in " ".join(app.text.split())
        assert made_of(app.path) == set()
