"""The gate in the real app."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.state import CLOSING
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, example, running

EXAMPLE = example("gate")
KEY = "gate/advice"


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
        for text in ("er is nog geen geld", "het college", "in mei, van de wijkregisseur"):
            await app.type(text)
            await app.press("enter")
        left = {name: app.result(name) for name in ("reason", "decides", "hears")}
        assert left == {
            "reason": "er is nog geen geld",
            "decides": "het college",
            "hears": "in mei, van de wijkregisseur",
        }
        assert "in mei, van de wijkregisseur" in app.text
        await app.press("enter")
        assert app.key == CLOSING


@pytest.mark.parametrize("keys", ["1 1 1", "2 enter 2 enter 2", "3 3 3", "enter enter enter"])
async def test_no_advice_is_chosen_beforehand(tmp_path: Path, keys: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press(*keys.split())
        assert app.page == "?advice"
        assert app.result("advice") is None
        assert app.text.count("○") == 4
        assert "●" not in app.text
        assert "▸" not in app.text


async def test_the_way_on_without_advice_is_free(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter")
        assert app.page == "?advice"
        await app.press("enter")
        assert app.key == CLOSING


async def test_an_advice_is_chosen_by_pointing_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter", "down")
        assert "▸ ○ 1  Ja" in app.text
        await app.press("down", "down", "enter")
        assert app.result("advice") == "no"
        await app.press("left")
        assert "● 3  Nee, het gewone werk is hier genoeg" in app.text
        assert app.text.count("●") == 1


async def test_who_finds_out_is_asked_when_we_do_not_know(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter", "1")
        assert "Wie zoekt het uit" not in app.text
        await app.press("left", "4")
        assert "Wie zoekt het uit" in app.text
        await app.press("enter")
        await app.type("de wijkregisseur")
        await app.press("enter")
        assert app.result("finds_out") == "de wijkregisseur"


async def test_a_reason_is_asked_for_and_holds_nobody_up(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter", "1", "enter", "enter", "enter")
        assert "Waarom? Eén zin helpt wie er niet was." in app.status
        await app.press("e")
        await app.type("het is nodig")
        await app.press("enter", "enter", "enter")
        assert "Waarom?" not in app.status
        await app.press("e", "ctrl+u", "ctrl+k", "enter", "enter", "enter", "enter")
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
        await app.press("1", "3", "1", "4")
        await app.type("omdat")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.page == "?why"
        assert "omdat" in app.text
        await app.press("f7", "enter")
        assert app.key == KEY


async def test_undo_shows_what_stood_there_before(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter", "1")
        await app.type("omdat")
        await app.press("enter", "escape")
        assert app.result("reason") == "omdat"
        await app.press("ctrl+z")
        assert not app.result("reason")
        assert "omdat" not in app.text
        assert "Teruggenomen: de zin waarom" in app.status
