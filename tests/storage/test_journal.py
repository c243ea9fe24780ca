"""A journal that was cut, flipped or emptied gives what was written before that, and never anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from facilitator.session.events import JournalEntry
from facilitator.storage.frames import Header, frame, read_header, unframe, whole_lines
from facilitator.storage.journal import (
    MOST_ACTIONS,
    Journal,
    JournalRead,
    action_line,
    can_be_read,
    keep_aside,
    read_journal,
)
from tests.storage.disk import Disk
from tests.storage.story import KINDS, act, evenings, noted

PATH = Path("/state/journals/abcd1234.journal")
HEADER = Header("abcd1234", "/sessions/zandpoort/start.toml", 0, "base = 1\n")
STORY = [noted(1, "een"), noted(2, "twéé"), act(3, undo=2)]
LINES = [frame(HEADER.payload()), *(action_line(action) for action in STORY)]
WHOLE = b"".join(LINES)


def read(data: bytes) -> JournalRead:
    return read_journal(Disk.holding({PATH: data}), PATH, KINDS)


def number_whole(size: int) -> int:
    """Give how many lines fit in so many bytes; the header is one."""
    return sum(sum(map(len, LINES[: n + 1])) <= size for n in range(len(LINES)))


def test_a_whole_journal_gives_everything() -> None:
    found = read(WHOLE)
    assert (found.header, found.actions, found.lost) == (HEADER, STORY, 0)


def test_every_cut_gives_what_was_before_it(figure: Callable[[str], None]) -> None:
    for size in range(len(WHOLE)):
        found = read(WHOLE[:size])
        whole = number_whole(size)
        assert found.actions == STORY[: max(whole - 1, 0)]
        assert (found.header is None) == (whole == 0)
        assert found.size + found.lost == size
    figure(f"journal, cut at every byte: {len(WHOLE)} cuts, 0 with another action")


def test_every_flipped_bit_ends_the_journal_there(figure: Callable[[str], None]) -> None:
    for place, bit in product(range(len(WHOLE)), range(8)):
        data = bytearray(WHOLE)
        data[place] ^= 1 << bit
        found = read(bytes(data))
        assert found.actions == STORY[: max(number_whole(place) - 1, 0)]
        assert found.lost > 0
    figure(f"journal, every bit flipped: {8 * len(WHOLE)} bits, 0 with another action")


def test_every_tail_of_zeros_ends_the_journal_there(figure: Callable[[str], None]) -> None:
    for place in range(len(WHOLE)):
        found = read(WHOLE[:place] + bytes(len(WHOLE) - place))
        assert found.actions == STORY[: max(number_whole(place) - 1, 0)]
    figure(f"journal, zeros to its end: {len(WHOLE)} tails, 0 with another action")


@pytest.mark.parametrize("lines", [[0, 1, 1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 0, 2]])
def test_a_line_that_is_missing_or_double_ends_the_journal(lines: list[int]) -> None:
    found = read(b"".join(LINES[n] for n in lines))
    good = 1 if lines[1] == 1 else 0
    assert found.actions == STORY[:good]
    assert found.lost > 0


def test_a_whole_line_of_a_newer_app_ends_the_journal() -> None:
    newer = b'{"seq":1,"at":"2026-11-23T19:00:00","name":"x","events":[{"event":"flown"}]}'
    found = read(LINES[0] + frame(newer) + b"".join(LINES[1:]))
    assert (found.actions, found.lost > 0) == ([], True)


@pytest.mark.parametrize(
    "payload", [b"[]", b"{}", b'{"journal":2}', b'{"journal":1,"seq":1}', b"\xff", b"[" * 9999]
)
def test_a_first_line_that_is_something_else_is_no_header(payload: bytes) -> None:
    found = read(frame(payload) + LINES[1])
    assert (found.header, found.actions) == (None, [])
    assert found.newer == (b"2" in payload)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("journal", 0),
        ("session", None),
        ("file", 1),
        ("seq", "0"),
        ("base", None),
        ("found", None),
        ("left", 3),
    ],
)
def test_a_header_of_which_a_part_is_something_else_is_none(key: str, value: object) -> None:
    said = json.loads(HEADER.payload())
    assert read_header(json.dumps(said).encode()) == HEADER
    assert read_header(json.dumps({**said, key: value}).encode()) is None
    del said[key]
    assert read_header(json.dumps(said).encode()) is None


def test_all_of_a_header_comes_back() -> None:
    header = Header("abcd1234", "/a.toml", 3, "base", "found", "left")
    assert read_header(header.payload()) == header


def test_what_is_lost_is_kept_aside() -> None:
    disk = Disk.holding({PATH: WHOLE + b"torn"})
    first = keep_aside(disk, PATH, read_journal(disk, PATH, KINDS))
    second = keep_aside(disk, PATH, read_journal(disk, PATH, KINDS))
    assert [first.name, second.name] == [f"{PATH.name}.broken-1", f"{PATH.name}.broken-2"]
    assert disk.contents()[first] == b"torn"
    assert disk.contents()[PATH] == WHOLE + b"torn"


def test_a_journal_is_appended_to_and_begun_again_with_what_it_held() -> None:
    disk = Disk()
    journal = Journal(disk, PATH, HEADER)
    for action in STORY[:2]:
        journal.append(action)
    journal.close()
    with pytest.raises(OSError, match="closed"):
        journal.append(STORY[2])
    again = Journal(disk, PATH, HEADER, journal.lines)
    assert again.last == 2
    again.append(STORY[2])
    assert disk.contents() == {PATH: WHOLE}


def test_of_a_journal_without_end_a_part_is_read_and_nothing_is_lost() -> None:
    """More actions than anyone does in an evening would take minutes: they are read a part at a time."""
    line = action_line(noted(1, "een"))
    payload = (unframe(line) or b"").replace(b'"n0000001"', b'"n0000000"')
    more = 2 * MOST_ACTIONS + 5
    lines = [frame(payload.replace(b'"seq":1,', b'"seq":%d,' % n)) for n in range(1, more + 1)]
    data = frame(HEADER.payload()) + b"".join(lines)
    found = read(data)
    assert [action.seq for action in found.actions] == list(range(1, MOST_ACTIONS + 1))
    assert [action.seq for action in found.after] == list(range(MOST_ACTIONS + 1, 2 * MOST_ACTIONS + 1))
    assert found.size + found.lost == len(data)
    assert not found.newer


@given(evenings(most=10))
def test_every_action_comes_back_from_its_line(actions: list[JournalEntry]) -> None:
    lines = [action_line(action) for action in actions]
    assert all(line.count(b"\n") == 1 for line in lines)
    assert all(can_be_read(action, KINDS) for action in actions)
    payloads, size = whole_lines(b"".join(lines))
    assert (len(payloads), size) == (len(actions), sum(map(len, lines)))


def test_an_action_that_would_not_come_back_is_seen() -> None:
    assert not can_be_read(noted(1, "x").model_copy(update={"name": "Not A Name"}), KINDS)
