"""A session that is opened or let go on a disk that does not do all that is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.problems import Problem, Refused
from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files
from facilitator.storage.lock import Lock
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.store import Store
from tests.storage.conftest import Room, codes, refusals
from tests.storage.story import KINDS, begin, folded, noted
from tests.storage.test_recovery import edit
from tests.storage.test_rescue import Full, broken

STORY = [noted(1, "Het is mooi"), noted(2, "En druk")]


def test_what_stands_in_the_way_and_cannot_be_put_aside_is_told(room: Room) -> None:
    class Stuck(Files):
        def replace(self, source: Path, target: Path) -> None:
            if ".broken-" in target.name:
                raise PermissionError(13, "denied")
            super().replace(source, target)

    path = room.crashed(STORY, saved=1)
    path.write_bytes(b"")
    with pytest.raises(NotSaved) as caught:
        Store.open(room.places, path, KINDS, files=Stuck())
    assert codes([caught.value.problem]) == ["storage.cannot_begin"]
    denied = Problem("words.reason.denied")
    assert caught.value.problem.values == {"why": denied, "folder": str(room.places.sessions)}
    assert room.open(path).history.state == folded(begin(), STORY)


def test_what_a_hand_changed_is_copied_at_once(room: Room) -> None:
    path = room.closed(STORY)
    edit(path, "Het is mooi", "Het is heel mooi")
    room.open(path).store.let_go()
    where, data = next(Earlier(Files(), room.places.kept("abcd1234")).newest_first())
    assert where == path
    assert b"Het is heel mooi" in data


def test_a_session_that_was_not_closed_is_not_copied_as_it_began(room: Room) -> None:
    room.open(room.crashed(STORY, saved=1)).store.let_go()
    copies = Earlier(Files(), room.places.kept("abcd1234")).newest_first()
    assert [b"Het is mooi" in data for _, data in copies] == [False]


@pytest.mark.parametrize("most", [0, 1])
def test_a_journal_that_cannot_be_read_for_a_moment_is_left_and_the_reason_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    path = room.crashed(STORY)
    whole = room.journal.read_bytes()
    if most:
        monkeypatch.setattr("facilitator.storage.journal.LARGEST", 10)
    else:
        room.journal.unlink()
        room.journal.mkdir()
    with pytest.raises(Refused) as caught:
        room.open(path)
    assert codes(caught.value.problems) == ["storage.unreadable"]
    told = caught.value.problems[0]
    assert told.values == {"why": Problem("words.reason.too_large" if most else "words.reason.not_a_file")}
    assert str(told.place) == str(room.journal)
    assert not most or room.journal.read_bytes() == whole


class _Deaf:
    """An alarm that went off already, so that it cannot be cancelled."""

    def cancel(self) -> None: ...


def test_an_alarm_that_comes_too_late_changes_nothing(room: Room) -> None:
    alarms: list[Callable[[], None]] = []

    def later(_seconds: float, call: Callable[[], None]) -> _Deaf:
        alarms.append(call)
        return _Deaf()

    files = Full()
    store = Store.begin(room.places, begin(), KINDS, files=files, later=later, tell=room.told.append)
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[0])
    store.let_go()
    files.folder = None
    before = room.journal.stat()
    for call in alarms:
        call()
    assert (room.told, room.journal.stat().st_ino) == ([], before.st_ino)


def test_a_journal_that_cannot_be_closed_is_let_go_all_the_same(room: Room) -> None:
    class Sticky(Full):
        sticks = False

        def close(self, handle: int) -> None:
            super().close(handle)
            if self.sticks:
                raise OSError(5, "broken")

    files = Sticky()
    store = broken(room, files)
    store.append(STORY[0])
    files.sticks = True
    store.let_go()
    assert room.open("abcd1234").history.state == folded(begin(), STORY[:1])


class NoLocks(Files):
    """A disk of which some folders know no locks."""

    def __init__(self, *folders: Path) -> None:
        super().__init__()
        self.folders = folders

    def lock(self, path: Path) -> Lock:
        if path.parent in self.folders:
            raise PermissionError(13, "denied")
        return super().lock(path)


def test_without_any_lock_no_session_begins(room: Room) -> None:
    with pytest.raises(NotSaved) as caught:
        Store.begin(room.places, begin(), KINDS, files=NoLocks(room.places.journals))
    assert codes([caught.value.problem]) == ["storage.own_folder"]
    denied = Problem("words.reason.denied")
    assert caught.value.problem.values == {"why": denied, "folder": str(room.places.state)}


def test_a_rescued_session_is_claimed_where_its_journal_is_when_that_fails(
    room: Room, tmp_path: Path
) -> None:
    full = Full()
    store = broken(room, full)
    full.folder = room.places.journals
    path = store.rescue(begin(), 0, tmp_path / "usb")
    store.let_go()
    files = NoLocks(room.places.journals)
    again = Store.open(room.places, path, KINDS, files=files).store
    assert refusals(lambda: Store.open(room.places, path, KINDS, files=files)) == ["storage.in_use"]
    again.let_go()
    Store.open(room.places, path, KINDS, files=files).store.let_go()
