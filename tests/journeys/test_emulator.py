"""What the terminal of the journeys makes of bytes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.journeys.emulator import Colours, Emulator
from tests.journeys.keys import bytes_of


def said(text: str, width: int = 20, height: int = 4) -> Emulator:
    emulator = Emulator(width, height)
    emulator.feed(text.encode())
    return emulator


def test_words_stand_where_they_were_put() -> None:
    emulator = said("\x1b[2;3Hhallo\x1b[4;1Htot ziens")
    assert emulator.lines() == ["", "  hallo", "", "tot ziens"]
    assert emulator.find("ziens") == (3, 4)
    assert emulator.find("dag") is None


def test_wide_characters_take_two_columns() -> None:
    emulator = said("a🟢b é")
    assert emulator.lines()[0] == "a🟢b é"
    assert emulator.find("b") == (0, 3)


def test_half_of_a_wide_character_is_a_blank() -> None:
    assert said("🟢x\x1b[1;1Ho").lines()[0] == "o x"


def test_colours() -> None:
    emulator = said("\x1b[38;2;1;2;255;48;5;231mA\x1b[7mB\x1b[0mC\x1b[38:2:9:9:9mD")
    assert emulator.colours(0, 0) == Colours("0102ff", "ffffff")
    assert emulator.colours(0, 1) == Colours("ffffff", "0102ff")
    assert emulator.colours(0, 2) == Colours("default", "default")
    assert emulator.colours(0, 3) == Colours("090909", "default")


def test_the_alternate_screen_leaves_the_shell_as_it_was() -> None:
    emulator = said("$ facilitator\r\n")
    emulator.feed(b"\x1b[?1049h\x1b[?25l\x1b[3;1Hstelling")
    assert emulator.lines() == ["", "", "stelling", ""]
    assert {1049} <= emulator.modes
    assert 25 not in emulator.modes
    emulator.feed(b"\x1b[?1049l\x1b[?25hdag")
    assert emulator.lines() == ["$ facilitator", "dag", "", ""]
    assert emulator.modes == {7, 25}


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("\x1b[c", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"),
        ("\x1b[>c", "\x1b[>41;390;0c"),
        ("\x1b[?2026$p", "\x1b[?2026;2$y"),
        ("\x1b[?2026h\x1b[?2026$p", "\x1b[?2026;1$y"),
        ("\x1b[?2048$p", "\x1b[?2048;0$y"),
        ("\x1b[2;3H\x1b[6n", "\x1b[2;3R"),
        ("\x1b[5n", "\x1b[0n"),
        ("\x1b[?u", ""),
    ],
)
def test_questions_are_answered(asked: str, answer: str) -> None:
    emulator = Emulator(20, 4)
    assert emulator.feed(asked.encode()).decode() == answer
    assert emulator.lines() == ["", "", "", ""]
    assert emulator.unknown == []


def test_what_is_not_for_the_eye_is_not_seen() -> None:
    title, clipboard = "\x1b]2;Sessie\x07", "\x1b]52;c;YWZzcHJhYWs=\x1b\\"
    emulator = said(f"{title}{clipboard}\x1b[>29u\x1b]22;pointer\x1b\\\x1b[2 q\x1bP+q544e\x1b\\\x1b(Bklaar")
    assert emulator.lines()[0] == "klaar"
    assert emulator.grid.title == "Sessie"
    assert emulator.clipboard == "afspraak"
    assert emulator.keyboards == 1
    assert emulator.unknown == []


def test_an_update_is_not_half_seen() -> None:
    emulator = said("\x1b[?2026hhalf")
    assert emulator.drawing
    emulator.feed(b"\x1b[?2026l")
    assert not emulator.drawing


def test_what_means_nothing_is_kept_to_be_seen() -> None:
    assert said("\x1b[5y").unknown == ["\x1b[5y"]
    assert said("\x1b[4J").unknown == ["\x1b[4J"]
    assert said("\x1b\x01klaar").unknown == ["\x1b\x01klaar"]


WRITTEN = (
    "a\x1b[1;38;2;1;2;3mé\x1b]2;t\x07\x1b[?1049h\x1b[2;2H🟢\x1b[?2026$pb\x1b[>29u\x1bP1\x1b\\c\x1b[0mz"
).encode()


@given(st.lists(st.integers(0, len(WRITTEN)), max_size=6))
def test_it_does_not_matter_where_a_read_ends(cuts: list[int]) -> None:
    whole, parts = Emulator(20, 4), Emulator(20, 4)
    answer = whole.feed(WRITTEN)
    places = [0, *sorted(cuts), len(WRITTEN)]
    answers = [parts.feed(WRITTEN[start:end]) for start, end in pairwise(places)]
    assert b"".join(answers) == answer
    assert parts.lines() == whole.lines()
    assert parts.grid.buffer == whole.grid.buffer
    assert parts.unknown == []


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    emulator = Emulator(20, 4)
    emulator.feed(data)
    emulator.resize(12, 3)
    emulator.feed(data)
    assert len(emulator.lines()) == 3


@given(st.text(alphabet="\x1b[]?>;0123456789hlmuHJKPcn$ pab\x07\\🟢é", max_size=60))
def test_no_sequence_is_too_strange(text: str) -> None:
    emulator = Emulator(20, 4)
    emulator.feed(text.encode())
    assert len(emulator.lines()) == 4


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("Enter", b"\r"),
        ("a", b"a"),
        ("é", "é".encode()),
        ("+", b"+"),
        ("Ctrl+Z", b"\x1a"),
        ("Ctrl+q", b"\x11"),
        ("Alt+x", b"\x1bx"),
        ("Shift+Tab", b"\x1b[Z"),
        ("Up", b"\x1b[A"),
        ("Ctrl+Left", b"\x1b[1;5D"),
        ("Shift+Home", b"\x1b[1;2H"),
        ("F1", b"\x1bOP"),
        ("Shift+F1", b"\x1b[1;2P"),
        ("F10", b"\x1b[21~"),
        ("PageDown", b"\x1b[6~"),
        ("Ctrl+Delete", b"\x1b[3;5~"),
    ],
)
def test_keys(key: str, sent: bytes) -> None:
    assert bytes_of(key) == sent


@pytest.mark.parametrize("key", ["Return", "", "Ctrl+1", "Shift+a", "Hyper+x"])
def test_keys_that_are_not_there(key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        bytes_of(key)
