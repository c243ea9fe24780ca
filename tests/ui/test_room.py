"""What a room needs in every step, one key away: by the keys, on the screen, in both sizes."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from facilitator.words import Language
from tests.steps.running import SIZES, example, running

CARD = example("card")
VOTE = example("statements")
"""With a vote: only there the room is asked about small groups."""


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_people_come_and_go(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(CARD, tmp_path, size=size) as app:
        before = dict(app.state.people)
        await app.press("w")
        assert "Wie is er nu?" in app.text
        await app.press("down", "+", "+", "up", "-")
        assert app.state.people["bewoners"] == before["bewoners"] + 2
        assert app.state.people["beleid"] == before["beleid"] - 1
        await app.press("down", "down", "1", "2", "enter")
        assert app.state.people["professionals"] == 12
        assert "Wat doen wij vanavond?" in app.text


async def test_a_small_group_asks_for_a_choice(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await app.press("f2", "down", "2")
        assert "Er zijn 2 mensen bij bewoners." in app.text
        await app.press("b")
        assert app.state.small_groups().silent == ["bewoners"]
        assert "● b" in app.text
        await app.press("a")
        assert app.state.small_groups().grouping == "total"
        assert app.state.small_groups().silent == []
        assert "● a" in app.text


@pytest.mark.parametrize("letter", ["a", "b"])
async def test_the_choice_for_small_groups_is_taken_back_in_one_step(tmp_path: Path, letter: str) -> None:
    async with running(VOTE, tmp_path) as app:
        await app.press("f2", "down", "2")
        before = app.state
        await app.press(letter)
        assert app.state != before
        await app.press("escape", "ctrl+z")
        assert app.state.small_groups() == before.small_groups()
        assert app.state.people == before.people
        assert "Teruggenomen: de keuze voor kleine groepen." in app.text
        await app.press("ctrl+z")
        assert app.state.people["bewoners"] != 2


async def test_what_comes_later_is_parked(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("p")
        await app.type("wie trekt dit?")
        await app.press("enter")
        assert "Op de lijst: 1" in app.status
        await app.press("l")
        assert "wie trekt dit?" in app.text
        assert "wie?" in app.text
        await app.press("enter")
        await app.type("wijkteam")
        await app.press("enter", "d")
        await app.type("over 2 weken")
        await app.press("enter")
        assert "wijkteam, 26 mrt" in app.text
        await app.press("delete")
        assert not app.state.parked()
        await app.press("escape", "ctrl+z")
        assert "Teruggenomen" in app.status
        assert [line.who for line in app.state.parked().values()] == ["wijkteam"]


async def test_a_date_that_is_not_understood_changes_nothing(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("p")
        await app.type("de verlichting")
        await app.press("enter", "l", "d")
        await app.type("ooit eens")
        await app.press("enter")
        assert "begrijp ik niet" in app.text
        assert [line.due for line in app.state.parked().values()] == [None]


async def test_an_empty_line_and_escape_leave_everything(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("p", "enter", "p")
        await app.type("toch niet")
        await app.press("escape")
        assert not app.state.parked()
        assert app.app.stage.line is None
        await app.press("p", "ctrl+u", "escape")
        assert "toch niet" not in app.text


async def test_two_minutes_in_pairs(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("t")
        assert "Praat met wie naast u zit." in app.text
        view = app.view
        app.clock.go_on(2)
        view.tick()
        await app.press("f4")
        assert "De tijd is om." in app.text
        await app.press("enter")
        assert "Wat doen wij vanavond?" in app.text


async def test_what_matters_gets_ten_minutes_or_is_parked(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        planned = app.state.ends
        await app.press("d", "enter")
        assert "Wij praten hier nu over door." in app.text
        assert (app.state.ends.hour * 60 + app.state.ends.minute) - (planned.hour * 60 + planned.minute) == 10
        await app.press("enter", "d", "down", "enter")
        await app.type("de bushalte")
        await app.press("enter")
        assert [line.text for line in app.state.parked().values()] == ["de bushalte"]


async def test_the_clock_says_and_moves_the_end(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        ends = app.state.ends
        await app.press("k", "+")
        assert app.state.ends != ends
        await app.press("-")
        assert app.state.ends == ends
        assert f"{ends.hour}.{ends:%M} uur" in app.text
        await app.press("escape", "ctrl+z")
        assert "niets om terug te nemen" in app.status, "the clock is not undone"


async def test_the_guide_is_there_on_request(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        assert "Lees het rustig voor." not in app.text
        await app.press("i")
        assert "Lees het rustig voor." in app.text
        assert "Let op: Kijk of iedereen" in app.text


async def test_going_anywhere_and_back(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("g", "down", "enter")
        assert "Wij gaan verder om" in app.text
        await app.press("left")
        assert "Wat doen wij vanavond?" in app.text


async def test_a_break_says_when_it_is_over(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        app.clock.go_on(3)
        await app.press("enter")
        assert "Wij gaan verder om 19.43 uur" in app.text
        assert app.clock().time() == time(19, 33)


async def test_everything_is_found_by_searching(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("/")
        await app.type("parkeerlijst")
        assert "De parkeerlijst: wie komt waarop terug?" in app.text
        assert "Andere kleuren" not in app.text
        await app.press("down", "enter")
        assert "Er staat nog niets op." in app.text


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_help_names_every_key(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    async with running(CARD, tmp_path, size=size, language=language) as app:
        await app.press("f1")
        seen = app.text
        for _ in range(6):
            await app.press("pagedown")
            seen += app.text
        for key in ("Enter", "F3", "F2", "F4", "F5", "F6", "F7", "F9", "F10", "Ctrl Z", "Ctrl Y", "Ctrl Q"):
            assert key in seen, key
        await app.press("escape")
        assert ("Wat doen wij vanavond?" if language == "nl" else "What do we do tonight?") in app.text


async def test_alt_and_a_key_are_escape_and_that_key(tmp_path: Path) -> None:
    """A terminal reads Escape with a letter soon after it as Alt and that letter."""
    async with running(CARD, tmp_path) as app:
        await app.press("k", "alt+t")
        assert "Praat met wie naast u zit." in app.text


async def test_colours_go_round(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        seen = [app.app.theme]
        for _ in range(3):
            await app.press("f9")
            seen.append(app.app.theme)
        assert len(set(seen)) == 3
        assert seen[0] == seen[-1]


async def test_what_is_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("g", "down", "down", "enter")
        assert "Dit bericht gaat naar iedereen" in app.text
        await app.type("over 3 w")
        await app.crash()
    async with running(CARD, tmp_path) as app:
        assert "over 3 w" in app.text
        await app.type("eken")
        assert "donderdag 2 april" in app.text
        await app.press("enter")
        assert app.state.closing().next_date == "2026-04-02"


async def test_a_note_stands_with_its_step(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("ctrl+n")
        await app.type("bewoners lachten hier")
        await app.press("enter")
        assert [note.text for note in app.state.notes_of(app.key).values()] == ["bewoners lachten hier"]
        await app.press("ctrl+z", "ctrl+y")
        assert "Opnieuw gedaan: een notitie." in app.status
