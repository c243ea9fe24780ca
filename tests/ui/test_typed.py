"""What is typed and not confirmed: there on return, in its field, and seen not to be kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.session.registers import Agreement, Parked
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, example, running
from tests.ui.beginning import at_home

NOT_KEPT: dict[Language, str] = {"nl": "(nog niet bewaard)", "en": "(not kept yet)"}
CARD, COLLECT, AGREEMENTS = example("card"), example("collect"), example("agreements")


def said(app: Running) -> str:
    """Give what is on the screen as if nothing were wrapped."""
    return " ".join(app.text.split())


Leave = Callable[[Running], Awaitable[None]]


async def by_q(app: Running) -> None:
    await app.press("escape", "q")
    assert "Verder met" in app.text


async def by_ctrl_q(app: Running) -> None:
    with suppress(Exception):  # the app is gone before it is quiet
        await app.press("ctrl+q")


async def by_a_signal(app: Running) -> None:
    app.app.leave(143)
    await app.pilot.pause()


async def killed(app: Running) -> None:
    await app.crash()


WAYS = [by_q, by_ctrl_q, by_a_signal, killed]
ways = pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)


@ways
async def test_a_line_that_was_being_typed_is_there_again(tmp_path: Path, leave: Leave) -> None:
    async with running(COLLECT, tmp_path) as app:
        await app.type("de speeltuin")
        await leave(app)
    async with running(COLLECT, tmp_path) as app:
        assert f"de speeltuin   {NOT_KEPT['nl']}" in app.text
        await app.press("enter")
        assert [each.text for each in app.state.items().values()] == ["de speeltuin"]
        assert NOT_KEPT["nl"] not in app.text
        await leave(app)
    async with running(COLLECT, tmp_path) as app:
        assert app.text.count("de speeltuin") == 1, "what is kept is no draft any more"


@ways
async def test_fields_that_were_passed_with_enter_are_there_again(tmp_path: Path, leave: Leave) -> None:
    async with running(AGREEMENTS, tmp_path) as app:
        await app.press("a")
        await app.type("een bankje")
        await app.press("enter")
        await app.type("het buurthuis")
        await app.press("enter")
        await app.type("vrij")
        await leave(app)
    async with running(AGREEMENTS, tmp_path) as app:
        if leave is by_q:  # Escape went to the list
            assert "een bankje" not in app.text
            await app.press("a")
        for text in ("een bankje", "het buurthuis", "vrij"):
            assert text in app.text
        assert app.text.count(NOT_KEPT["nl"]) == 3
        assert app.view.field is not None
        assert app.view.field.name == "when"


@ways
@pytest.mark.parametrize("key", ["n", "p"])
async def test_a_line_under_the_screen_is_asked_for_again(tmp_path: Path, leave: Leave, key: str) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press(key)
        await app.type("de sleutel van het buurthuis")
        await leave(app)
    async with running(CARD, tmp_path) as app:
        assert "de sleutel van het buurthuis" in app.text
        assert NOT_KEPT["nl"] in app.text
        await app.press("enter")
        assert app.app.stage.line is None
        parked = [line.text for line in app.state.parked().values()]
        noted = [note.text for note in app.state.notes.values()]
        assert parked + noted == ["de sleutel van het buurthuis"]
        await leave(app)
    async with running(CARD, tmp_path) as app:
        assert app.app.stage.line is None


@ways
async def test_a_long_line_under_the_screen_is_in_sight_where_it_is_typed(
    tmp_path: Path, leave: Leave
) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("n")
        await app.type("woorden " * 36 + "einde")
        assert "einde" in app.text
        await leave(app)
    async with running(CARD, tmp_path) as app:
        assert "einde" in app.text
        assert NOT_KEPT["nl"] in said(app)
        await app.press("home")
        assert "Notitie" in app.text


@ways
async def test_other_words_for_a_line_are_asked_for_again(tmp_path: Path, leave: Leave) -> None:
    async with running(COLLECT, tmp_path) as app:
        for line in ("het plein", "de school"):
            await app.type(line)
            await app.press("enter")
        await app.press("up", "up", "e")
        await app.type(" van vroeger")
        await leave(app)
    async with running(COLLECT, tmp_path) as app:
        assert "het plein van vroeger" in app.text
        await app.press("enter")
        assert [each.text for each in app.state.items().values()] == ["het plein van vroeger", "de school"]


async def test_who_comes_back_to_a_parked_line_is_asked_for_again(tmp_path: Path) -> None:
    parked = {"parked": {"parked01": Parked(text="de parkeerplaats")}}
    async with running(CARD, tmp_path, prepare=lambda state: state.replace(registers=parked)) as app:
        await app.press("l", "enter")
        await app.type("het wijkteam")
        await by_ctrl_q(app)
    async with running(CARD, tmp_path) as app:
        assert "de parkeerplaats" in app.text
        await app.press("enter")
        assert app.state.parked()["parked01"].who == "het wijkteam"


async def test_a_line_that_is_left_says_so_and_is_there_when_it_is_asked_for(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("n")
        await app.type("de sleutel")
        await app.press("escape")
        assert "Nog niet bewaard: “de sleutel”" in app.text
        await app.press("n")
        assert "de sleutel" in app.text
        await app.press("ctrl+u", "enter", "n")
        assert "de sleutel" not in app.text, "what is wiped is no draft any more"


async def test_what_cannot_be_kept_stays_to_be_mended(tmp_path: Path) -> None:
    parked = {"parked": {"parked01": Parked(text="de parkeerplaats")}}
    async with running(CARD, tmp_path, prepare=lambda state: state.replace(registers=parked)) as app:
        await app.press("l", "d")
        await app.type("ooit eens")
        await app.press("enter")
        assert "Deze datum begrijp ik niet." in said(app)
        assert "ooit eens" in app.text
        await app.press("ctrl+u")
        await app.type("over 2 weken")
        await app.press("enter")
        assert app.state.parked()["parked01"].due is not None


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_line_that_is_left_standing_does_not_look_kept(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(COLLECT, tmp_path, size=size, language=language) as app:
        await app.type("het plein")
        await app.press("enter")
        await app.type("de school")
        assert NOT_KEPT[language] not in app.text, "while it is typed, that is plain"
        await app.press("escape")
        rows = [row for row in app.body if "plein" in row or "school" in row]
        assert [NOT_KEPT[language] in row for row in rows] == [False, True]
        await app.press("escape", "enter")
        assert NOT_KEPT[language] not in app.text


async def test_words_that_are_changed_and_left_do_not_look_kept(tmp_path: Path) -> None:
    """A field that shows what the session has, changed, and left with Escape."""
    async with running(example("gate"), tmp_path) as app:
        await app.press("1", "1", "1", "1")
        assert app.view.field is not None
        await app.type("omdat het moet")
        await app.press("escape")
        assert NOT_KEPT["nl"] in app.text


async def test_undo_leaves_what_is_being_typed(tmp_path: Path) -> None:
    async with running(COLLECT, tmp_path) as app:
        await app.type("het plein")
        await app.press("enter")
        await app.type("de school")
        await app.press("escape", "ctrl+z")
        assert not app.state.items()
        assert "de school" in app.text


@pytest.mark.parametrize("leave", [by_ctrl_q, by_a_signal], ids=lambda way: way.__name__)
async def test_what_is_typed_beforehand_is_there_again(tmp_path: Path, leave: Leave) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek")
        await app.press("enter")
        await app.type("vrijdag")
        await app.press("escape", "enter")
        assert said(app).count(NOT_KEPT["nl"]) == 2, "it was left for home"
        await leave(app)
    async with at_home(tmp_path, scenario="avond") as app:
        assert "Molenhoek" in app.text
        assert "vrijdag" in app.text
        assert said(app).count(NOT_KEPT["nl"]) == 2
        await app.press(*["enter"] * 6)
        assert app.state.about.place == "Molenhoek"
        await leave(app)
    async with at_home(tmp_path, scenario="avond") as app:
        assert "Molenhoek" not in app.text, "what is in a session is no draft any more"


def at_the_end(state: State) -> State:
    return state.replace(at=Position(*CLOSING.split("/")), results={CLOSING: {"next_date": "2026-04-02"}})


async def test_what_was_not_kept_is_said_before_it_goes_for_good(tmp_path: Path) -> None:
    async with running(COLLECT, tmp_path) as app:
        await app.type("de speeltuin")
        await app.press("escape", "g")
        await app.press(*["down"] * 12, "enter")
        assert app.key == CLOSING
        await app.press("escape", "enter")
        assert "Nog niet bewaard: “de speeltuin” (Zorgen en dromen)" in said(app)
        assert app.key == CLOSING
        await app.press("enter")
        assert "wijkaanpak in de zaal" in app.text
    assert not list((tmp_path / "state" / "drafts").iterdir())


async def test_the_next_date_that_was_being_typed_is_there_again(tmp_path: Path) -> None:
    async with running(CARD, tmp_path, prepare=at_the_end) as app:
        await app.press("d", "ctrl+u")
        await app.type("over 3 weken")
        await by_q(app)
    async with running(CARD, tmp_path) as app:
        assert "over 3 weken" in app.text
        assert NOT_KEPT["nl"] in said(app)


async def test_an_agreement_that_is_only_read_is_no_draft(tmp_path: Path) -> None:
    known = {"agreements": {"agree001": Agreement(what="De stoep", who="wijkteam", firmness="agreement")}}

    def prepare(state: State) -> State:
        return state.replace(registers=known)

    async with running(AGREEMENTS, tmp_path, prepare=prepare) as app:
        await app.press("1", "e", "escape")
        assert app.opening.run is not None
        assert app.opening.run.desk.drafts() == {}
