"""A session that went on elsewhere, and the file and the journal that it left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.session.events import BlockInserted
from facilitator.storage.files import Files
from facilitator.storage.frames import frame, read_header, unframe
from facilitator.storage.journal import action_line
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_list import sessions
from facilitator.storage.store import Store
from tests.storage.conftest import Room, codes
from tests.storage.story import KINDS, act, begin, folded, noted, programme
from tests.storage.test_rescue import Full, broken

STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), noted(3, "Klaar")]


def moved(room: Room, files: Full, failing: Path, usb: Path) -> tuple[Store, Path]:
    """Hold a session that goes on elsewhere because a folder fails; give the file it left as well."""
    store = broken(room, files)
    store.append(STORY[0])
    left = store.path
    files.folder = failing
    store.rescue(folded(begin(), STORY[:1]), 1, usb)
    return store, left


@pytest.mark.parametrize("journals_fail", [True, False])
def test_after_a_crash_it_is_found_where_it_went(room: Room, tmp_path: Path, journals_fail: bool) -> None:
    failing = room.places.journals if journals_fail else room.places.sessions
    store, left = moved(room, Full(), failing, tmp_path / "usb")
    store.append(STORY[1])
    now = store.path
    store.let_go()
    assert left.exists()
    (again,) = sessions(room.places)
    assert (again.path, again.problem) == (now, None)
    assert room.open(again.path).history.state == folded(begin(), STORY[:2])


def test_when_only_its_journal_is_left_it_goes_on_in_the_folder_it_went_to(
    room: Room, tmp_path: Path
) -> None:
    store, _ = moved(room, Full(), room.places.sessions, tmp_path / "usb")
    store.append(STORY[1])
    now = store.path
    store.let_go()
    now.unlink()
    again = room.open("abcd1234")
    assert (again.store.path, again.history.state) == (now, folded(begin(), STORY[:2]))
    assert codes(again.news) == ["storage.recovered"]


def test_after_a_rescue_the_file_still_follows_soon_and_what_is_wrong_is_told(
    room: Room, tmp_path: Path
) -> None:
    files = Full()
    store, _ = moved(room, files, room.places.sessions, tmp_path / "usb")
    store.append(STORY[1])
    store.save_soon(folded(begin(), STORY[:2]), 2)
    room.clock.ring()
    assert "En druk" in store.path.read_text(encoding="utf-8")
    files.folder = tmp_path / "usb"
    store.append(STORY[2])
    store.save_soon(folded(begin(), STORY), 3)
    room.clock.ring()
    assert codes(room.told) == ["storage.file_not_saved"]
    assert room.told[0].values == {"why": Problem("words.reason.full")}


def test_a_file_that_was_left_and_is_no_file_any_more_is_no_session(room: Room, tmp_path: Path) -> None:
    store, left = moved(room, Full(), room.places.journals, tmp_path / "usb")
    now = store.path
    store.let_go()
    left.unlink()
    left.mkdir()  # no session any more
    assert {each.path: each.problem is None for each in sessions(room.places)} == {now: True, left: False}


def test_home_does_without_the_notes_when_they_cannot_be_read(room: Room) -> None:
    class Closed(Files):
        def names(self, folder: Path) -> list[str]:
            if folder == room.places.moved:
                raise PermissionError(13, "denied")
            return super().names(folder)

    path = room.closed(STORY)
    assert [each.path for each in sessions(room.places, files=Closed())] == [path]


@pytest.mark.parametrize(
    "said", [b"[]", b"1", b'{"old": 1}', b'{"old": "a", "left": "", "new": 3}', b"x", b""]
)
def test_a_note_that_says_something_else_is_passed_over(room: Room, tmp_path: Path, said: bytes) -> None:
    store, _ = moved(room, Full(), room.places.sessions, tmp_path / "usb")
    now = store.path
    store.let_go()
    (room.places.moved / "0000aaaa.json").write_bytes(frame(said) if said else b"")
    (room.places.moved / "0000bbbb.json").mkdir()
    assert [each.path for each in sessions(room.places)] == [now]


def test_a_session_of_which_the_old_file_and_journal_cannot_be_read_is_rescued(
    room: Room, tmp_path: Path
) -> None:
    class Dying(Full):
        """A disk of which one folder cannot even be read any more."""

        def read(self, path: Path, most: int) -> bytes:
            self._check(path)
            return super().read(path, most)

        def close(self, handle: int) -> None:
            path = self.paths.get(handle)
            super().close(handle)
            if path is not None and path.suffix == ".journal":
                self._check(path)

    files = Dying()
    store = broken(room, files)
    store.append(STORY[0])
    left, files.folder = store.path, room.places.sessions.parent
    with pytest.raises(NotSaved):
        store.append(STORY[1])
    outside = tmp_path.with_name(tmp_path.name + "-usb")
    path = store.rescue(folded(begin(), STORY[:1]), 1, outside)
    store.append(STORY[1])
    store.let_go()
    files.folder = None
    assert (path.parent.parent, left.exists()) == (outside, True)
    again = room.open(path)
    assert (again.history.state, codes(again.news)) == (folded(begin(), STORY[:2]), ["storage.recovered"])


def test_a_file_that_could_not_be_read_when_it_was_left_is_listed_once_it_can(
    room: Room, tmp_path: Path
) -> None:
    class Dying(Full):
        def read(self, path: Path, most: int) -> bytes:
            self._check(path)
            return super().read(path, most)

    store, left = moved(room, Dying(), room.places.sessions, tmp_path / "usb")
    now = store.path
    store.close(folded(begin(), STORY[:1]), 1)
    assert {each.path for each in sessions(room.places)} == {left, now}


EXTRA = programme().uses[0].model_copy(update={"id": "extra"})
INSERTED = act(1, BlockInserted(after="open", use=EXTRA))


@pytest.mark.parametrize(
    ("change", "stays"),
    [
        (lambda lines: lines, False),
        (lambda lines: [*lines, b"half"], False),
        (lambda lines: lines[:1], False),
        (lambda lines: [b"x" + lines[0], *lines[1:]], True),
        (lambda lines: [other_base(lines[0]), *lines[1:]], True),
        (lambda lines: [*lines, action_line(noted(2, "apart"))], True),
    ],
)
def test_a_journal_that_was_left_goes_unless_it_holds_more_or_something_else(
    room: Room, tmp_path: Path, change: Callable[[list[bytes]], list[bytes]], stays: bool
) -> None:
    files = Full()
    store = broken(room, files)
    store.append(INSERTED)
    files.folder = room.places.journals
    path = store.rescue(folded(begin(), [INSERTED]), 1, tmp_path / "usb")
    store.let_go()
    room.journal.write_bytes(b"".join(change(room.journal.read_bytes().splitlines(keepends=True))))
    again = room.open(path)
    again.store.close(again.history.state, 1)
    assert room.journal.exists() == stays


def other_base(line: bytes) -> bytes:
    header = read_header(unframe(line) or b"")
    assert header
    return frame(replace(header, base=header.base + "# anders").payload())


def test_a_journal_that_a_disk_does_not_give_up_does_no_harm(room: Room) -> None:
    class Stubborn(Full):
        def remove(self, path: Path) -> None:
            if path == room.journal:
                raise PermissionError(13, "denied")
            super().remove(path)

    store = broken(room, Stubborn())
    store.append(STORY[0])
    store.close(folded(begin(), STORY[:1]), 1)
    assert room.journal.exists()
    again = room.open("abcd1234")
    assert (again.history.state, again.news) == (folded(begin(), STORY[:1]), [])


def test_what_is_entered_while_a_failure_is_told_is_what_is_saved_later(room: Room) -> None:
    files = Full()

    def tell(problem: Problem) -> None:
        room.told.append(problem)
        if problem.severity == "error":
            store.save_soon(folded(begin(), STORY[:2]), 2)

    store = Store.begin(room.places, begin(), KINDS, files=files, later=room.clock.later, tell=tell)
    for action in STORY[:2]:
        store.append(action)
    files.folder = room.places.sessions
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    files.folder = None
    room.clock.ring()
    assert "En druk" in store.path.read_text(encoding="utf-8")
    assert codes(room.told) == ["storage.file_not_saved", "storage.file_saved_again"]


def test_nothing_is_tried_again_when_the_session_was_let_go_meanwhile(room: Room) -> None:
    files = Full()
    store = Store.begin(
        room.places, begin(), KINDS, files=files, later=room.clock.later, tell=lambda _: store.let_go()
    )
    store.append(STORY[0])
    files.folder = room.places.sessions
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    assert room.clock.set == []


def test_an_old_journal_that_cannot_be_closed_does_not_stop_the_new_one(room: Room) -> None:
    class Sticky(Full):
        sticks = False

        def close(self, handle: int) -> None:
            super().close(handle)
            if self.sticks and self.paths.get(handle) == room.journal:
                raise OSError(5, "broken")

    files = Sticky()
    store = broken(room, files)
    files.folder = room.places.state
    with pytest.raises(NotSaved) as caught:
        store.append(STORY[0])
    assert codes([caught.value.problem]) == ["storage.not_saved"]
    files.folder, files.sticks = None, True
    room.clock.ring()
    assert codes(room.told) == ["storage.saved_again"]
    files.sticks = False
    store.append(STORY[0])


def test_once_told_that_the_file_is_up_to_date_again_that_is_not_told_again(room: Room) -> None:
    files = Full()
    store = broken(room, files)
    for n, failing in enumerate([room.places.sessions, None, None], start=1):
        files.folder = failing
        store.append(STORY[n - 1])
        store.save_soon(folded(begin(), STORY[:n]), n)
        room.clock.ring()
    assert codes(room.told) == ["storage.file_not_saved", "storage.file_saved_again"]


def test_an_alarm_does_not_keep_the_app_from_ending() -> None:
    from threading import Timer

    from facilitator.storage.saver import in_a_thread

    alarm = in_a_thread(60, lambda: None)
    alarm.cancel()
    assert isinstance(alarm, Timer)
    assert alarm.daemon
