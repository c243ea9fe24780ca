"""What is taken away after a week, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.storage.cleanup import tidy
from facilitator.storage.files import Files
from facilitator.storage.lock import take_lock
from tests.storage.conftest import Room
from tests.storage.story import begin, folded, noted

STORY = [noted(1, "een"), noted(2, "twee")]
WEEK = 7 * 24 * 3600


def age(path: Path, by: float) -> Path:
    about = path.stat()
    os.utime(path, (about.st_atime - by, about.st_mtime - by))
    return path


def leave(room: Room, session: str) -> list[Path]:
    """Leave what crashes leave behind of a session."""
    room.places.drafts.mkdir(parents=True, exist_ok=True)
    room.places.journals.mkdir(parents=True, exist_ok=True)
    left = [
        room.places.journals / f"{session}.journal.broken-1",
        room.places.journals / f".~{session}.journal~",
        room.places.lock(session),
        room.places.drafts / f"{session}.json",
        room.places.drafts / f".~{session}.json~",
    ]
    for path in left:
        path.write_bytes(b"x")
    return left


def test_leftovers_of_a_closed_session_go_after_a_week_and_not_before(room: Room) -> None:
    old = [age(path, WEEK + 60) for path in leave(room, "old11111")]
    young = [age(path, WEEK - 60) for path in leave(room, "new11111")]
    tidy(Files(), room.places)
    assert [path for path in old if path.exists()] == []
    assert [path for path in young if not path.exists()] == []


def test_leftovers_of_a_session_that_was_not_closed_stay(room: Room) -> None:
    room.crashed(STORY)
    journal = age(room.journal, 2 * WEEK)
    left = [age(path, 2 * WEEK) for path in leave(room, "abcd1234")]
    tidy(Files(), room.places)
    assert [path for path in [journal, *left] if not path.exists()] == []


def test_what_was_typed_stays_as_long_as_its_session(room: Room) -> None:
    path = room.closed(STORY)
    room.places.drafts.mkdir(parents=True, exist_ok=True)
    typed = room.places.drafts / "abcd1234.json"
    typed.write_text('{"a/b": "halve zin"}')
    age(typed, 52 * WEEK)
    tidy(Files(), room.places)
    assert typed.exists()
    path.unlink()
    tidy(Files(), room.places)
    assert not typed.exists()


def test_a_lock_that_is_held_stays(room: Room) -> None:
    room.places.journals.mkdir(parents=True)
    lock = take_lock(room.places.lock("held1111"))
    age(room.places.lock("held1111"), 2 * WEEK)
    tidy(Files(), room.places)
    assert room.places.lock("held1111").exists()
    lock.release()


def test_copies_go_after_a_week_with_their_folder(room: Room) -> None:
    room.closed(STORY)
    kept = room.places.kept("abcd1234")
    first, second = sorted(kept.iterdir())
    age(first, WEEK + 60)
    again = room.open("abcd1234")
    assert (first.exists(), second.exists()) == (False, True)
    for path in kept.iterdir():
        age(path, WEEK + 60)
    tidy(Files(), room.places)
    assert list(room.places.earlier.iterdir()) == []
    again.store.let_go()


def test_a_damaged_file_stays_a_week_after_it_was_put_aside_and_then_goes_when_the_session_closes(
    room: Room,
) -> None:
    path = room.crashed(STORY, saved=1)
    path.write_bytes(b"")
    age(path, 3 * WEEK)
    again = room.open(path)
    again.store.close(folded(begin(), STORY), 2)
    aside = path.with_name(path.name + ".broken-1")
    assert aside.exists()
    age(aside, WEEK + 60)
    other = path.with_name("anders.toml.broken-1")
    other.write_bytes(b"")
    age(other, 2 * WEEK)
    again = room.open(path)
    assert aside.exists()
    again.store.close(folded(begin(), STORY), 2)
    assert (aside.exists(), other.exists()) == (False, True)
