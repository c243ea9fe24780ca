"""What a terminal sends: keys stay keys, and what nobody understands is never typed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.events import CursorPosition, Key, MouseMove, Paste, Resize
from textual.message import Message

from facilitator.ui.terminal.input_parser import MOST_PASTED, InputParser, TooMuchPasted
from tests.journeys.keys import bytes_of


def heard(*reads: bytes) -> list[Message]:
    """Give what these bytes mean, with silence behind each read."""
    incoming = InputParser()
    found: list[Message] = []
    for data in reads:
        found += incoming.feed(data.decode("latin-1")) if data else []
        if incoming._timeout_time is not None:
            incoming._timeout_time = 0  # the silence
        found += incoming.tick()
    return found


def keys(*reads: bytes) -> list[str]:
    return [each.key for each in heard(*reads) if isinstance(each, Key)]


def typed(*reads: bytes) -> str:
    """Give the letters that would come to stand in a field."""
    found = [each.character for each in heard(*reads) if isinstance(each, Key)]
    return "".join(each for each in found if each and each.isprintable())


@pytest.mark.parametrize(
    ("pressed", "key"),
    [
        ("Enter", "enter"),
        ("Tab", "tab"),
        ("Escape", "escape"),
        ("Backspace", "backspace"),
        ("a", "a"),
        ("7", "7"),
        ("?", "question_mark"),
        ("Ctrl+Z", "ctrl+z"),
        ("Ctrl+Q", "ctrl+q"),
        ("Alt+t", "alt+t"),
        ("Alt+P", "shift+alt+p"),
        ("Shift+Tab", "shift+tab"),
        ("Up", "up"),
        ("Ctrl+Left", "ctrl+left"),
        ("F1", "f1"),
        ("F9", "f9"),
        ("PageDown", "pagedown"),
        ("Delete", "delete"),
    ],
)
def test_a_key_is_that_key(pressed: str, key: str) -> None:
    (found,) = keys(bytes_of(pressed))
    assert set(found.split("+")) == set(key.split("+"))


def test_every_sequence_textual_knows_still_means_the_same() -> None:
    """But for Escape before another key: that is Escape, whatever old terminals or a Mac mean by it."""
    lone = [said for said, means in ANSI_SEQUENCES_KEYS.items() if isinstance(means, str) and len(said) == 2]
    known = [each for each in ANSI_SEQUENCES_KEYS if each.isascii() and each[:2] != "\x1b\x1b"]
    known = [each for each in known if each not in lone]
    differs = [each for each in known if keys(each.encode()) != theirs(each)]
    assert len(known) > 300
    assert differs == []


def theirs(sequence: str) -> list[str]:
    """Give what Textual's own reader makes of a sequence."""
    parser = XTermParser()
    found = list(parser.feed(sequence))
    if parser._timeout_time is not None:
        parser._timeout_time = 0
    found += parser.tick()
    return [each.key for each in found if isinstance(each, Key)]


def test_a_linux_console_and_kitty_have_their_keys() -> None:
    assert keys(b"\x1b[[A\x1b[[E") == ["f1", "f5"]
    assert keys(b"\x1b[97;;97u\x1b[13u") == ["a", "enter"]
    assert keys(b"\x1b[3$") == ["shift+delete"]
    assert keys(b"\x1bOQ\x1bOx"[:3]) == ["f2"]


def test_escape_and_a_letter_soon_after_it_lose_nothing() -> None:
    assert keys(b"\x1b") == ["escape"]
    assert keys(b"\x1b\x1b\x1b") == ["escape"] * 3
    assert keys(b"\x1b\x1b[A") == ["escape", "up"]
    assert keys(b"\x1bO", b"ost")[1:] == list("ost")
    assert keys(b"\x1b\xc3\xa9n") == ["escape", "é", "n"]
    assert keys(b"\x1bP")[0].endswith("p")


@pytest.mark.parametrize("code", sorted(set(range(32)) - {0x09, 0x1B}))
def test_escape_and_a_key_with_ctrl_soon_after_it_are_both_pressed(code: int) -> None:
    """They come in one read where a line or a machine is slow."""
    after = bytes([code])
    assert keys(b"\x1b" + after) == ["escape", *keys(after)]


@pytest.mark.parametrize("digit", "0123456789")
def test_escape_and_a_digit_soon_after_it_are_no_other_sign(digit: str) -> None:
    """Textual makes a pound of a 3 here, and a ballot would miss an answer."""
    assert keys(b"\x1b" + digit.encode()) == [f"alt+{digit}"]  # the app takes it for both


NEVER_TYPED = [
    b"\x1b[<0;999999999;12M",
    b"\x1b[<35;12M",
    b"\x1b[<0;-12;4M",
    b"\x1b[<64;1e9;3m",
    b"\x1b[M\xe0\xf0\xff",
    b"\x1b[M !\xc3",
    b"\x1b[M   ",
    b"\x1b[32;200;40M",
    b"\x1b[" + b"1;" * 200 + b"m",
    b"\x1b[" + b"7" * 10_000 + b"u",
    b"\x1b[99999999;1u",
    b"\x1b[1114112u",
    b"\x1b[55296;;55296u",
    b"\x1b[48;99999;99999;9;9t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[?2048;1$y",
    b"\x1b[?2026;2$y",
    b"\x1b[?64;1;2;6;9c",
    b"\x1b[>41;390;0c",
    b"\x1b[12",
    b"\x1b[",
    b"\x1b[1;2;3;4!~",
    b"\x1b]52;c;MTIzNDU=\x07",
    b"\x1b]0;111222333\x1b\\",
    b"\x1bP1$r123m\x1b\\",
    b"\x1b_111\x1b\\",
    b"\x1b^222\x1b\\",
    b"\x1bX333\x1b\\",
    b"\x1b]10;rgb:1111/2222/3333",
    b"\x1b[201~",
]


@pytest.mark.parametrize("data", NEVER_TYPED)
def test_what_is_not_understood_is_not_typed(data: bytes) -> None:
    messages = heard(data)
    assert typed(data) == ""
    assert not any(isinstance(each, Resize) for each in messages)
    assert "enter" not in keys(data)


@pytest.mark.parametrize("data", NEVER_TYPED)
def test_what_follows_it_is_read_again(data: bytes) -> None:
    assert typed(data, b"12") == "12"


@pytest.mark.parametrize("read", range(1, 12))
def test_it_does_not_matter_where_a_read_ends_in_a_mouse(read: int) -> None:
    data = b"\x1b[<35;12;14M"
    decode, incoming = data.decode(), InputParser()
    found = [*incoming.feed(decode[:read]), *incoming.feed(decode[read:])]
    assert [type(each) for each in found] == [MouseMove]


def test_a_report_of_the_cursor() -> None:
    (found,) = heard(b"\x1b[3;12R")
    assert isinstance(found, CursorPosition)
    assert (found.x, found.y) == (11, 2)


def pasted(*reads: bytes) -> list[str]:
    return [each.text for each in heard(*reads) if isinstance(each, Paste)]


@pytest.mark.parametrize(
    "inside",
    [
        b"\x1b[2J12",
        b"\r\r\r",
        b"\x1b",
        b"\x1b[",
        b"\x1bOP",
        b"\x1b]52;c;x\x07",
        b"\x1b[A\x1b[B",
        b"\x1b[200~",
        b"\x11",
    ],
)
def test_nothing_in_pasted_text_is_a_key(inside: bytes) -> None:
    data = b"\x1b[200~a" + inside + b"z\x1b[201~"
    assert keys(data) == []
    assert pasted(data) == [f"a{inside.decode()}z"]
    assert keys(data + b"7") == ["7"]


def test_bytes_that_are_no_text_in_pasted_text() -> None:
    assert pasted(b"\x1b[200~caf\xe9\x1b[201~") == ["caf\ufffd"]


def test_a_paste_without_an_end_ends_by_itself() -> None:
    assert pasted(b"\x1b[200~half") == ["half"]
    assert keys(b"\x1b[200~half", b"\x11") == ["ctrl+q"]


def test_a_megabyte_pasted_is_too_much_and_nothing_of_it_is_taken() -> None:
    (found,) = heard(b"\x1b[200~" + b"abcdefghij" * 100_000 + b"\x1b[201~")
    assert isinstance(found, TooMuchPasted)
    assert found.text == ""


def test_as_much_as_may_be_pasted_is_taken_whole() -> None:
    assert pasted(b"\x1b[200~" + b"a" * MOST_PASTED + b"\x1b[201~") == ["a" * MOST_PASTED]


@pytest.mark.parametrize("byte", range(256))
def test_any_byte_alone(byte: int) -> None:
    heard(bytes([byte]), b"x")


@pytest.mark.parametrize("byte", [0xE9, 0xFF, 0xC0, 0x80])
def test_a_byte_that_is_no_text_is_a_mark(byte: int) -> None:
    assert typed(bytes([byte]), b" ") == "\ufffd "


PIECES = st.sampled_from(
    [
        b"\x1b",
        b"[",
        b"<",
        b"M",
        b"m",
        b";",
        b"~",
        b"200~",
        b"201~",
        b"O",
        b"]",
        b"P",
        b"\\",
        b"\x07",
        b"u",
        b"$y",
    ]
)


@settings(max_examples=500)
@given(
    st.lists(
        st.one_of(PIECES, st.binary(max_size=4), st.integers(0, 10**9).map(lambda n: b"%d" % n)), max_size=12
    )
)
def test_any_bytes_end_in_a_terminal_that_listens(pieces: Sequence[bytes]) -> None:
    """Whatever came before: after a silence a key is that key again."""
    assert keys(b"".join(pieces), b"\x1b[201~", b"", b"q")[-1:] == ["q"]
