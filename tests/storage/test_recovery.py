"""What a session goes on from when its file and its journal do not say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.problems import Refused
from facilitator.session.disclosure import for_outside
from facilitator.session.events import BlockInserted, JournalEntry
from facilitator.session.history import History
from facilitator.session.state import Before
from facilitator.storage.frames import Header, frame
from facilitator.storage.places import Places
from facilitator.storage.session_file import read_text, write_text
from facilitator.storage.store import Store
from tests.storage.conftest import Room, codes, refusals
from tests.storage.disk import ROOT, Disk
from tests.storage.story import KINDS, act, befores, begin, evenings, folded, noted, programme

STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), act(3, undo=2), noted(4, "Klaar")]
WHOLE = folded(begin(), STORY)


def edit(path: Path, old: str, new: str) -> str:
    """Change a file by hand, and give what it holds now."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path.read_text(encoding="utf-8")


# -- the journal


def test_a_torn_end_is_cut_and_kept_aside(room: Room) -> None:
    path = room.crashed(STORY)
    with room.journal.open("ab") as file:
        file.write(b'0000 12 {"seq":5')
    again = room.open(path)
    assert again.history.state == WHOLE
    assert codes(again.news) == ["storage.recovered", "storage.torn"]
    assert again.news[1].values == {"name": "abcd1234.journal.broken-1"}
    assert (room.places.journals / "abcd1234.journal.broken-1").read_bytes() == b'0000 12 {"seq":5'
    again.store.append(noted(5, "verder"))
    again.store.let_go()
    assert codes(room.open(path).news) == ["storage.recovered"]


def test_what_follows_on_a_file_is_taken_from_a_journal_with_a_hole_in_it(room: Room) -> None:
    path = room.crashed([*STORY, noted(5, "vijf"), noted(6, "zes")], saved=4)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    room.journal.write_bytes(b"".join(lines[:3]) + b"x" + b"".join(lines[4:]))
    again = room.open(path)
    assert again.history.state == folded(begin(), [*STORY, noted(5, "vijf"), noted(6, "zes")])
    assert [(each.code, each.values.get("n")) for each in again.news] == [
        ("storage.recovered", 2),
        ("storage.torn", None),
    ]
    again.store.append(noted(7, "verder"))
    again.store.let_go()
    assert room.open(path).store.next_seq == 8


def test_a_block_that_was_added_is_among_what_follows(room: Room) -> None:
    extra = programme().uses[0].model_copy(update={"id": "extra"})
    story = [*STORY[:2], act(3, BlockInserted(after="open", use=extra))]
    path = room.crashed(story, saved=2)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    room.journal.write_bytes(lines[0] + b"x" + b"".join(lines[1:]))
    again = room.open(path)
    assert again.history.state == folded(begin(), story)
    assert codes(again.news) == ["storage.recovered", "storage.torn"]


def test_a_journal_of_which_the_end_is_lost_yields_to_a_file_that_has_more(room: Room) -> None:
    path = room.crashed(STORY, saved=4)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    room.journal.write_bytes(b"".join(lines[:3]) + b"x" + b"".join(lines[4:]))
    again = room.open(path)
    assert again.history == History.from_state(WHOLE)
    assert again.store.next_seq == 5
    assert codes(again.news) == ["storage.torn"]


def test_what_follows_on_a_file_is_taken_from_a_journal_of_which_the_beginning_is_lost(room: Room) -> None:
    path = room.crashed([*STORY[:2], noted(3, "drie"), noted(4, "vier")], saved=2)
    room.journal.write_bytes(b"x" + room.journal.read_bytes())
    again = room.open(path)
    assert again.history.state == folded(begin(), [*STORY[:2], noted(3, "drie"), noted(4, "vier")])
    assert read_text(path.read_text(encoding="utf-8"), KINDS).state == again.history.state
    assert codes(again.news) == ["storage.recovered", "storage.journal_damaged"]
    assert "abcd1234.journal.broken-1" in room.files()


def forget_copies(room: Room) -> None:
    for path in room.places.kept("abcd1234").iterdir():
        path.unlink()


def test_nothing_is_touched_when_neither_can_be_read_and_there_is_no_copy(room: Room) -> None:
    path = room.crashed(STORY)
    forget_copies(room)
    room.journal.write_bytes(b"x")
    path.write_bytes(b"y")
    with pytest.raises(Refused):
        room.open(path)
    assert (room.journal.read_bytes(), path.read_bytes()) == (b"x", b"y")


def test_a_journal_that_began_with_something_else_is_refused(room: Room) -> None:
    path = room.crashed(STORY)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    header = frame(Header("abcd1234", str(path), 0, "x = 1").payload())
    room.journal.write_bytes(header + b"".join(lines[1:]))
    assert refusals(lambda: room.open(path)) == ["storage.cut_off"]


def newer_line(n: int) -> bytes:
    return (
        frame(b'{"journal":2,"session":"abcd1234","new":"?"}')
        if n == 0
        else frame(b'{"seq":%d,"at":"2026-11-23T19:00:00","name":"x","events":[{"event":"flown"}]}' % n)
    )


@pytest.mark.parametrize("line", [0, 1, 3])
def test_a_journal_of_a_newer_app_is_refused_and_left_as_it_is(room: Room, line: int) -> None:
    path = room.crashed(STORY, saved=1)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    lines[line] = newer_line(line)
    room.journal.write_bytes(b"".join(lines))
    before = {each: each.read_bytes() for each in (room.journal, path)}
    assert refusals(lambda: room.open(path)) == ["storage.newer"]
    assert refusals(lambda: room.open("abcd1234")) == ["storage.newer"]
    assert {each: each.read_bytes() for each in (room.journal, path)} == before
    assert not [name for name in room.files() if "broken" in name]


# -- the file


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 900, b"\xff\xfe", b"title = ", b"id = 1", b'[agreements]\nx = "']
)
def test_a_damaged_file_is_kept_aside_and_made_again(room: Room, damage: bytes) -> None:
    path = room.crashed(STORY, saved=3)
    path.write_bytes(damage)
    again = room.open(path)
    assert again.history == History.replay(begin(), STORY)
    assert codes(again.news) == ["storage.recovered", "storage.damaged"]
    assert path.with_name(path.name + ".broken-1").read_bytes() == damage
    assert read_text(path.read_text(encoding="utf-8"), KINDS).state == WHOLE


def test_a_file_that_lost_its_end_is_made_again_from_the_journal(room: Room) -> None:
    path = room.crashed(STORY, saved=4)
    path.write_text(path.read_text(encoding="utf-8").rpartition("[end]")[0], encoding="utf-8")
    again = room.open(path)
    assert (again.history.state, again.store.path) == (WHOLE, path)
    assert read_text(path.read_text(encoding="utf-8"), KINDS).seal == "ok"


def test_a_file_that_is_gone_is_made_again(room: Room) -> None:
    path = room.crashed(STORY, saved=3)
    path.unlink()
    path.parent.rmdir()
    assert room.open("abcd1234").history.state == WHOLE
    assert path.exists()


def test_a_damaged_file_without_a_journal_or_a_copy_is_left_as_it_is(room: Room) -> None:
    path = room.closed(STORY)
    forget_copies(room)
    path.write_bytes(b"place = ")
    with pytest.raises(Refused) as caught:
        room.open(path)
    assert codes(caught.value.problems) == ["storage.not_a_session"]
    assert path.read_bytes() == b"place = "
    assert room.files() == [path.name]


# -- someone else


def test_a_file_that_someone_else_changed_meanwhile_is_never_overwritten(room: Room) -> None:
    store = room.begin()
    store.append(STORY[0])
    text = edit(store.path, "Zandpoort", "Zandpoort-Noord")
    theirs = store.path
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    assert codes(room.told) == ["storage.conflict"]
    store.append(STORY[1])
    store.save(folded(begin(), STORY[:2]), 2)
    assert len(room.told) == 1
    store.let_go()
    again = room.open(theirs)
    assert again.store.path == theirs.with_name("2026-11-23-start (conflict).toml")
    assert again.history.state == folded(begin(), STORY[:2])
    assert theirs.read_text(encoding="utf-8") == text
    assert len(room.files()) == 4  # theirs, ours, the journal and its lock
    again.store.close(again.history.state, 2)
    assert codes(room.open(theirs).news) == ["storage.hand_edit"]


def test_another_laptop_went_on_with_the_file(room: Room, tmp_path: Path) -> None:
    path = room.crashed(STORY[:3], saved=2)
    other = Room(tmp_path / "other")
    state = folded(begin(), [*STORY[:2], noted(3, "elders"), noted(4, "elders")])
    path.write_text(write_text(state, 4), encoding="utf-8")
    again = room.open(path)
    assert again.history.state == folded(begin(), STORY[:3])
    assert "storage.conflict" in codes(again.news)
    assert read_text(path.read_text(encoding="utf-8"), KINDS).state == state
    assert other.files() == []


def test_a_newer_file_is_taken_when_nothing_was_entered_here(room: Room) -> None:
    path = room.closed(STORY[:1])
    room.open(path).store.let_go()
    newer = folded(begin(), STORY[:2])
    path.write_text(write_text(newer, 2), encoding="utf-8")
    again = room.open(path)
    assert (again.history.state, again.news) == (newer, [])


def test_a_file_of_a_newer_app_is_left_as_it_is(room: Room) -> None:
    path = room.closed(STORY)
    text = edit(path, "format = 6", "format = 7")
    with pytest.raises(Refused) as caught:
        room.open(path)
    assert codes(caught.value.problems) == ["storage.newer"]
    assert path.read_text(encoding="utf-8") == text


def test_a_file_of_a_newer_app_beside_a_journal_stays_too(room: Room) -> None:
    path = room.crashed(STORY, saved=2)
    text = edit(path, "format = 6", "format = 7")
    again = room.open(path)
    assert again.history.state == WHOLE
    assert "storage.conflict" in codes(again.news)
    assert path.read_text(encoding="utf-8") == text


def test_another_session_under_the_same_name_stays(room: Room) -> None:
    path = room.crashed(STORY, saved=2)
    path.write_text(write_text(begin("zzzzzzzz"), 0), encoding="utf-8")
    again = room.open("abcd1234")
    assert again.history.state == WHOLE
    assert again.store.path != path


# -- moved and copied


def test_a_file_that_was_moved_finds_its_journal(room: Room) -> None:
    path = room.crashed(STORY, saved=2)
    moved = path.with_name("onze sessie.toml")
    path.rename(moved)
    again = room.open(moved)
    assert again.history.state == WHOLE
    again.store.let_go()
    assert not path.exists()
    room.open("abcd1234")
    assert not path.exists()


def test_a_copy_of_a_session_that_is_not_closed_is_not_opened(room: Room) -> None:
    path = room.crashed(STORY, saved=2)
    copy = path.with_name("kopie.toml")
    copy.write_bytes(path.read_bytes())
    with pytest.raises(Refused) as caught:
        room.open(copy)
    assert [(each.code, each.values) for each in caught.value.problems] == [
        ("storage.other_file", {"path": str(path)})
    ]
    again = room.open(path)
    again.store.close(again.history.state, 4)
    assert room.open(copy).history.state == folded(begin(), STORY[:2])


# -- any evening at all

PLACES = Places(ROOT / "sessions", ROOT / "state")


@settings(max_examples=50)
@given(evenings(), st.none() | befores, st.data())
def test_any_evening_comes_back_wherever_it_was_saved(
    actions: list[JournalEntry], before: Before | None, data: st.DataObject
) -> None:
    disk, base = Disk(), begin().replace(before=before)
    store = Store.begin(PLACES, base, KINDS, files=disk, later=lambda _s, _c: _Silent())
    saved = data.draw(st.integers(0, len(actions)))
    for action in actions:
        store.append(action)
        if action.seq == saved:
            store.save(folded(base, actions[:saved]), saved)
    store.let_go()
    again = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=lambda _s, _c: _Silent())
    assert again.history == History.replay(base, actions)
    assert codes(again.news) == ([] if saved == len(actions) else ["storage.recovered"])
    again.store.close(again.history.state, len(actions))
    closed = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=lambda _s, _c: _Silent())
    assert closed.history.state == for_outside(again.history.state)


class _Silent:
    def cancel(self) -> None: ...
