"""The gate in the real app."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.session_leaves import CLOSING
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, example, running

EXAMPLE = example("gate")
KEY = "gate/advice"

PAST = ["enter"] * 6
"""Past the three questions without an answer: each asks once whether that is meant."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_walk_through(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await app.press("1", "2")
        assert app.page == "subjects", "what a no points to is there to be read"
        assert "één organisatie" in app.text or "one organisation" in app.text
        await app.press("enter", "3")
        assert app.result("replies") == {"more": "yes", "subjects": "no", "support": "unknown"}
        assert app.page == "?advice"
        assert "→ Dan pakt één organisatie" in app.text or "→ Then one organisation" in app.text
        await app.press("2")
        assert app.result("advice") == "not-yet"
        said = (
            "er is nog geen geld",
            "de begroting",
            "het Molenblok",
            "het college",
            "in mei, van de wijkregisseur",
        )
        for text in said:
            await app.type(text)
            await app.press("enter")
        left = {name: app.result(name) for name in ("reason", "evidence", "area", "decides", "hears")}
        assert left == {
            "reason": "er is nog geen geld",
            "evidence": "de begroting",
            "area": "het Molenblok",
            "decides": "het college",
            "hears": "in mei, van de wijkregisseur",
        }
        assert "in mei, van de wijkregisseur" in app.text
        await app.press("enter")
        assert app.key == CLOSING


@pytest.mark.parametrize("keys", ["1 1 1", "2 enter 2 enter 2", "3 3 3", " ".join(PAST)])
async def test_no_advice_is_chosen_beforehand(tmp_path: Path, keys: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*keys.split())
        assert app.page == "?advice"
        assert app.result("advice") is None
        assert app.text.count("○") == 6
        assert "●" not in app.text
        assert "▸" not in app.text


async def test_the_way_on_without_advice_is_free(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*PAST)
        assert app.page == "?advice"
        await app.press("enter")
        assert app.key == CLOSING


async def test_an_advice_is_chosen_by_pointing_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*PAST, "down")
        assert "▸ ○ 1  Ja" in app.text
        await app.press("down", "down", "down", "down", "enter")
        assert app.result("advice") == "no"
        await app.press("left")
        assert "● 5  Nee, het gewone werk is hier genoeg" in app.text
        assert app.text.count("●") == 1


async def test_who_finds_out_is_asked_when_we_do_not_know(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*PAST, "1")
        assert "Wie zoekt het uit" not in app.text
        await app.press("left", "6")
        assert "Wie zoekt het uit" in app.text
        await app.press("enter", "enter", "enter")
        await app.type("de wijkregisseur")
        await app.press("enter")
        assert app.result("finds_out") == "de wijkregisseur"


async def test_a_reason_is_asked_for_and_holds_nobody_up(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*PAST, "1", *["enter"] * 5)
        assert "Waarom? Eén zin helpt wie er niet was." in app.status
        await app.press("e")
        await app.type("het is nodig")
        await app.press(*["enter"] * 5)
        assert "Waarom?" not in app.status
        await app.press("e", "ctrl+u", "ctrl+k", *["enter"] * 6)
        assert app.key == CLOSING


async def test_an_answer_is_changed_and_taken_away(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("j", "left")
        assert app.page == "more"
        assert "● 1  ja" in app.text
        await app.press("3", "left", "delete")
        assert app.result("replies") == {}
        await app.press("ctrl+z")
        assert app.result("replies") == {"more": "unknown"}


async def test_the_gate_goes_on_where_the_group_was(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("1", "3", "1", "6")
        await app.type("omdat")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.page == "?why"
        assert "omdat" in app.text
        await app.press("f7", "enter")
        assert app.key == KEY


async def test_undo_shows_what_stood_there_before(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*PAST, "1")
        await app.type("omdat")
        await app.press("enter", "escape")
        assert app.result("reason") == "omdat"
        await app.press("ctrl+z")
        assert not app.result("reason")
        assert "omdat" not in app.text
        assert "Teruggenomen: de zin waarom" in app.status


async def test_a_digit_after_a_no_is_not_an_answer_to_the_same_question(tmp_path: Path) -> None:
    """Who types on answers the next question; the no stays as it is."""
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("2", "1")
        assert app.result("replies") == {"more": "no"}
        assert "Enter is de volgende vraag" in app.status
        await app.press("delete", "1")
        assert app.result("replies") == {"more": "yes"}
        await app.press("left", "2", "enter", "left", "1")
        assert app.result("replies") == {"more": "yes"}, "who comes back to it may change it"


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("2 enter 2 enter 1 1", "Bij 2 vragen was het antwoord nee. Waarom is het advies toch ja?"),
        ("1 1 1 4", "Bij alle 3 vragen was het antwoord ja. Waarom is het advies toch nee?"),
        ("1 2 enter 1 4", "Het antwoord nee wees naar een ander advies. Waarom kiezen wij dit?"),
    ],
)
async def test_an_advice_that_differs_from_the_answers_is_asked_about_once(
    tmp_path: Path, keys: str, asked: str
) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*keys.split())
        assert asked in " ".join(app.text.split())
        await app.type("het is groter dan dit")
        await app.press("enter")
        assert asked not in " ".join(app.text.split())


@pytest.mark.parametrize(
    "keys", ["1 1 1 1", "2 enter 2 enter 1 2", "1 2 enter 1 3", "3 3 3 6", "2 enter 1 1 5"]
)
async def test_an_advice_to_which_the_answers_point_is_not_asked_about(tmp_path: Path, keys: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*keys.split())
        assert app.page == "?why"
        assert "toch" not in app.text
        assert "ander advies" not in app.text


async def test_a_question_without_an_answer_is_not_passed_unseen(tmp_path: Path) -> None:
    """Who presses Enter after a digit that went on by itself would pass the next question."""
    async with running(EXAMPLE, tmp_path) as app:
        first = app.page
        await app.press("1")
        second = app.page
        assert second != first
        await app.press("enter")
        assert app.page == second
        assert "nog geen antwoord" in app.status
        await app.press("enter")
        assert app.page not in {first, second}, "it holds nobody up"
