"""What a session does when writing fails, and how it goes on elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.session.history import History
from facilitator.storage.files import Files
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_list import sessions
from facilitator.storage.store import Store
from tests.storage.conftest import Room, codes, refusals
from tests.storage.disk import Disk
from tests.storage.story import KINDS, act, begin, folded, noted

STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), act(3, undo=2)]


def broken(room: Room, files: Disk | Files) -> Store:
    return Store.begin(
        room.places, begin(), KINDS, files=files, later=room.clock.later, tell=room.told.append
    )


class Full(Files):
    """A disk of which one folder fills up."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.flushes: list[int] = []
        """Which opening of a file was flushed: the system gives the number of a closed handle again."""
        self.paths: dict[int, Path] = {}
        self.openings: dict[int, int] = {}
        self._opened = 0

    def _check(self, path: Path) -> None:
        if self.folder is not None and self.folder in path.parents:
            raise OSError(28, "No space left on device")

    def create(self, path: Path) -> int:
        self._check(path)
        return self._note(super().create(path), path)

    def extend(self, path: Path) -> int:
        return self._note(super().extend(path), path)

    def _note(self, handle: int, path: Path) -> int:
        self._opened += 1
        self.paths[handle], self.openings[handle] = path, self._opened
        return handle

    def flush(self, handle: int) -> None:
        self.flushes.append(self.openings[handle])
        self._check(self.paths[handle])
        super().flush(handle)


def test_after_a_failed_write_nothing_is_added_and_nothing_is_flushed_again(room: Room) -> None:
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    files.folder = room.places.state
    with pytest.raises(NotSaved) as caught:
        store.append(STORY[1])
    assert caught.value.problem == store.failed
    assert store.failed is not None
    assert store.failed.values == {"why": Problem("words.reason.full"), "folder": str(room.places.journals)}
    flushed, size = len(files.flushes), room.journal.stat().st_size
    files.folder = None
    with pytest.raises(NotSaved):
        store.append(STORY[1])
    assert (len(files.flushes), room.journal.stat().st_size) == (flushed, size)


def test_a_rescue_takes_everything_along_and_undo_still_works(room: Room, tmp_path: Path) -> None:
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[1])
    usb = tmp_path / "usb"
    path = store.rescue(folded(begin(), STORY[:1]), 1, usb)
    assert path == store.path == usb / "zandpoort" / "2026-11-23-start.toml"
    assert store.failed is None
    store.append(STORY[1])
    store.append(act(3, undo=1))
    assert refusals(lambda: room.open(path)) == ["storage.in_use"]
    store.let_go()
    again = room.open(path)
    assert again.history == History.replay(begin(), [*STORY[:2], act(3, undo=1)])
    again.store.close(again.history.state, 3)
    assert sorted(each.name for each in usb.rglob("*") if each.is_file()) == [path.name]
    assert room.open(path).history.state == again.history.state


def test_a_journal_that_went_on_apart_from_a_rescue_is_not_taken_away(room: Room, tmp_path: Path) -> None:
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[1])
    first, rescued = store.path, store.rescue(folded(begin(), STORY[:1]), 1, tmp_path / "usb")
    store.let_go()
    apart = room.open(first).store
    apart.append(noted(apart.next_seq, "hier ging iemand anders verder"))
    apart.let_go()
    again = room.open(rescued)
    again.store.close(again.history.state, 1)
    texts = [note.text for note in room.open(first).history.state.notes.values()]
    assert texts[-1] == "hier ging iemand anders verder"


@pytest.mark.parametrize("crash", [False, True])
def test_what_a_rescue_left_behind_does_not_stand_in_the_way_later(
    room: Room, tmp_path: Path, crash: bool
) -> None:
    files = Full()
    store = broken(room, files)
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(noted(1, "dit lukte niet"))
    path = store.rescue(begin(), 0, tmp_path / "usb")
    store.append(noted(1, "dit wel"))
    state = folded(begin(), [noted(1, "dit wel")])
    if crash:
        store.let_go()
        store = room.open(path).store
    else:
        files.folder = None
    store.close(state, 1)
    assert not room.journal.exists()
    assert room.open(path).history.state == state


def test_a_rescue_to_a_folder_that_fails_too_changes_nothing(room: Room, tmp_path: Path) -> None:
    files = Full()
    store = broken(room, files)
    files.folder = tmp_path
    with pytest.raises(NotSaved):
        store.append(STORY[0])
    with pytest.raises(NotSaved) as caught:
        store.rescue(begin(), 0, tmp_path / "usb")
    assert codes([caught.value.problem]) == ["storage.rescue_failed"]
    assert store.failed is not None
    files.folder = None
    store.rescue(begin(), 0, tmp_path / "other")
    store.append(STORY[0])


def test_a_session_that_cannot_begin_leaves_nothing_behind(room: Room) -> None:
    files = Full()
    files.folder = room.places.sessions
    with pytest.raises(NotSaved) as caught:
        broken(room, files)
    assert codes([caught.value.problem]) == ["storage.cannot_begin"]
    assert room.files() == []
    files.folder = room.places.journals
    with pytest.raises(NotSaved) as caught:
        broken(room, files)
    assert codes([caught.value.problem]) == ["storage.own_folder"]
    assert room.files() == []
    files.folder = None
    broken(room, files).append(STORY[0])


# -- by itself


def test_when_space_returns_saving_goes_on_by_itself_in_a_fresh_journal(room: Room) -> None:
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    failing = room.journal.stat().st_ino
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[1])
    room.clock.ring()
    room.clock.ring()
    assert (store.failed is not None, room.told) == (True, [])
    files.folder = None
    room.clock.ring()
    assert (store.failed, codes(room.told)) == (None, ["storage.saved_again"])
    assert room.journal.stat().st_ino != failing
    store.append(STORY[1])
    store.let_go()
    again = room.open("abcd1234")
    assert again.history == History.replay(begin(), STORY[:2])


def test_a_journal_that_failed_is_never_flushed_again(room: Room) -> None:
    files = Full()
    store = broken(room, files)
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[0])
    old = files.flushes[-1]
    files.flushes.clear()
    room.clock.ring()
    files.folder = None
    room.clock.ring()
    assert files.flushes
    assert old not in files.flushes
    store.append(STORY[0])
    assert room.journal.read_bytes().count(b"\n") == 2


def test_nobody_tries_again_after_a_rescue_or_after_letting_go(room: Room, tmp_path: Path) -> None:
    files = Full()
    store = broken(room, files)
    files.folder = room.places.state
    with pytest.raises(NotSaved):
        store.append(STORY[0])
    store.rescue(begin(), 0, tmp_path / "usb")
    room.clock.ring()
    assert (room.clock.set, room.told) == ([], [])
    store.let_go()
    assert room.clock.set == []


def test_a_session_file_that_could_not_be_written_is_written_when_that_works_again(room: Room) -> None:
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    files.folder = room.places.sessions
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    store.append(STORY[1])
    store.save_soon(folded(begin(), STORY[:2]), 2)
    room.clock.ring()
    assert codes(room.told) == ["storage.file_not_saved"]
    files.folder = None
    room.clock.ring()
    assert codes(room.told) == ["storage.file_not_saved", "storage.file_saved_again"]
    assert "En druk" in store.path.read_text(encoding="utf-8")
    assert room.clock.set == []


# -- at home


def rescued(room: Room, tmp_path: Path) -> tuple[Path, Path]:
    """Hold a session that goes on elsewhere, and close it; give the file it left and the one it has now."""
    files = Full()
    store = broken(room, files)
    store.append(STORY[0])
    left = store.path
    files.folder = room.places.sessions
    store.rescue(folded(begin(), STORY[:1]), 1, tmp_path / "usb")
    store.append(STORY[1])
    store.close(folded(begin(), STORY[:2]), 2)
    return left, store.path


def test_home_lists_a_session_where_it_went_and_not_the_file_that_it_left(room: Room, tmp_path: Path) -> None:
    left, now = rescued(room, tmp_path)
    assert left.exists()
    assert [each.path for each in sessions(room.places)] == [now]
    assert room.open("abcd1234").history.state == folded(begin(), STORY[:2])


def test_when_the_other_folder_is_gone_the_file_that_was_left_is_listed(room: Room, tmp_path: Path) -> None:
    left, now = rescued(room, tmp_path)
    now.unlink()
    assert [each.path for each in sessions(room.places)] == [left]


def test_when_someone_went_on_with_the_file_that_was_left_both_are_listed(room: Room, tmp_path: Path) -> None:
    left, now = rescued(room, tmp_path)
    left.write_text(left.read_text(encoding="utf-8") + "# gezien", encoding="utf-8")
    assert {each.path for each in sessions(room.places)} == {left, now}
