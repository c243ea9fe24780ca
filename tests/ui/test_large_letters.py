"""Letters twice as high: only where a person saw them, and never more of them than what is meant."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from facilitator.storage.letters_note import keep_seen, were_seen
from facilitator.storage.places import Places
from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM
from facilitator.ui.terminal.large_letters.known_terminals import WINDOWS_11, KnownTerminal, known_terminal
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from tests.walks.ending import prepare
from tests.walks.walk import Walk, at_the_door

LINES: Final = KnownTerminal("xterm", "lines")


# -- which terminal


@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"XTERM_VERSION": "XTerm(390)"}, "xterm"),
        ({"WT_SESSION": "0a1b"}, "windows-terminal"),
        ({"KONSOLE_VERSION": "230800"}, "konsole"),
        ({"KITTY_WINDOW_ID": "1", "XTERM_VERSION": "XTerm(390)"}, "kitty"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "apple-terminal"),
        ({"TERM_PROGRAM": "mintty"}, "mintty"),
    ],
)
def test_a_terminal_is_known_by_what_it_tells_its_programs(variables: Mapping[str, str], name: str) -> None:
    known = known_terminal(variables)
    assert known is not None
    assert known.name == name
    assert known.way == ("sizing" if name == "kitty" else "lines")


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"TERM": "xterm-256color"},
        {"TERM": "tmux-256color", "WT_SESSION": "0a1b"},
        {"TMUX": "/tmp/tmux-0/default,1,0", "XTERM_VERSION": "XTerm(390)"},
        {"STY": "1.pts", "KONSOLE_VERSION": "230800"},
        {"VTE_VERSION": "7200", "XTERM_VERSION": "XTerm(390)"},
        {"TERM_PROGRAM": "vscode", "WT_SESSION": "0a1b"},
        {"TERM_PROGRAM": "iTerm.app"},
    ],
)
def test_another_is_not_asked(variables: Mapping[str, str]) -> None:
    assert known_terminal(variables) is None


def test_the_console_of_windows_is_known_from_the_version_that_draws_them() -> None:
    assert known_terminal({}, WINDOWS_11 - 1) is None
    console = known_terminal({}, WINDOWS_11)
    assert console is not None
    assert console.lets_go_when_erased


# -- what a person said


def test_what_was_answered_is_kept_for_each_terminal(tmp_path: Path) -> None:
    places = Places(tmp_path / "sessions", tmp_path / "state")
    assert not were_seen(places, "xterm")
    keep_seen(places, "xterm", seen=True)
    keep_seen(places, "konsole", seen=False)
    assert were_seen(places, "xterm")
    assert not were_seen(places, "konsole")
    keep_seen(places, "xterm", seen=False)
    assert not were_seen(places, "xterm")


@pytest.mark.parametrize(
    "text", [b"", b"{", b'{"letters": 2, "seen": {"xterm": true}}', b'{"letters": 1, "seen": []}']
)
def test_a_note_that_cannot_be_read_is_no_yes(tmp_path: Path, text: bytes) -> None:
    places = Places(tmp_path / "sessions", tmp_path)
    (tmp_path / "letters.json").write_bytes(text)
    assert not were_seen(places, "xterm")


async def to_the_question(walk: Walk) -> None:
    await walk.press("f2", "enter", "enter")
    for _ in range(4):
        if "grotere letters" in walk.text:
            break
        await walk.press("enter")


async def test_the_room_check_asks_and_writes_nothing_large_before(tmp_path: Path) -> None:
    letters = LargeLetters(LINES)
    async with at_the_door("proefronde", tmp_path, size=SMALLEST, letters=letters) as walk:
        await to_the_question(walk)
        assert "Kan dit venster grotere letters laten zien?" in walk.text
        assert (walk.app.large, letters.way) == ([], None)
        await walk.press("space")
        assert walk.app.large == ["Zo groot"]
        await walk.press("1")
        assert walk.app.large == ["Zo groot"]
    assert were_seen(walk.app.opening.places, "xterm")
    assert letters.way == "lines"


async def test_after_a_no_all_letters_stay_ordinary(tmp_path: Path) -> None:
    letters = LargeLetters(LINES, wanted=True)
    async with at_the_door("proefronde", tmp_path, size=SMALLEST, letters=letters) as walk:
        await to_the_question(walk)
        assert walk.app.large == ["Zo groot"], "it was said before that they are seen"
        walk.sees("Liever niet? Druk op 2.")
        await walk.press("2")
        assert walk.app.large == []
        await walk.press("space")
        assert walk.app.large == ["Zo groot"], "it can be tried again"
        await walk.press("2")
        assert walk.app.large == []
    assert letters.way is None
    assert not were_seen(walk.app.opening.places, "xterm")


@pytest.mark.parametrize("key", ["enter", "left", "escape"])
async def test_who_goes_on_without_an_answer_keeps_ordinary_letters(tmp_path: Path, key: str) -> None:
    letters = LargeLetters(LINES)
    async with at_the_door("proefronde", tmp_path, size=SMALLEST, letters=letters) as walk:
        await to_the_question(walk)
        await walk.press("space", key)
        assert letters.way is None
    assert not were_seen(walk.app.opening.places, "xterm")


async def test_in_a_window_that_became_small_the_next_page_is_not_passed(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST, letters=LargeLetters(LINES)) as walk:
        await to_the_question(walk)
        await walk.resize(SMALLEST_ROOM)
        await walk.press("enter")
        walk.sees("Ziet u vijf vlakken?")


async def test_a_terminal_without_them_is_not_asked_about(tmp_path: Path) -> None:
    async with at_the_door("proefronde", tmp_path, size=SMALLEST) as walk:
        await walk.press("f2")
        pages = [walk.text]
        while "voorbereiden" not in walk.text:
            await walk.press("enter")
            pages.append(walk.text)
        assert "zaal 1 van" in pages[0]
        assert "grotere letters" not in "".join(pages)


async def test_with_the_largest_letters_of_the_terminal_none_are_larger(tmp_path: Path) -> None:
    letters = LargeLetters(LINES, wanted=True)
    async with at_the_door("proefronde", tmp_path, size=SMALLEST, letters=letters) as walk:
        await prepare(walk, "Molenhoek", None)
        await walk.resize(SMALLEST_ROOM)
        assert walk.app.large == []
        await walk.resize((80, 24))
        assert "Oosterlinde is een verzonnen buurt." in walk.app.large


async def test_a_question_makes_room_for_what_is_said(tmp_path: Path) -> None:
    """And is large again when some of it is taken back."""
    question = "Wat is hier fijn, en moet zo blijven?"
    letters = LargeLetters(LINES, wanted=True)
    async with at_the_door("haarvaten", tmp_path, size=SMALLEST, letters=letters) as walk:
        await prepare(walk, "Molenhoek", None)
        await walk.press("enter", "enter", "6", "down", "5", "down", "7", "enter")
        lines = ["het plein", "de bakker", "de voetbalclub"]
        for number, line in enumerate(lines, 1):
            await walk.say("pride", line)
            assert " ".join(walk.app.large) == (question if number < len(lines) else "")
        walk.sees(question, *lines)
        await walk.press("ctrl+z")
        assert " ".join(walk.app.large) == question
