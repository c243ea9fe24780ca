"""Names beside a file that someone else changed: which is taken, and what is found under it later."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from facilitator.problems import Refused
from facilitator.storage.conflicts import beside
from facilitator.storage.session_file import write_text
from tests.storage.conftest import Room, codes, refusals
from tests.storage.story import begin, folded, noted

STORY = [noted(1, "Het is mooi"), noted(2, "En druk")]
WHOLE = folded(begin(), STORY)


def changed_elsewhere(room: Room) -> Path:
    """Leave a session that was not closed, with a file that another laptop went on with."""
    path = room.crashed(STORY, saved=1)
    path.write_text(write_text(folded(begin(), [noted(n, "elders") for n in (1, 2, 3)]), 3), encoding="utf-8")
    return path


def take(path: Path, first: int) -> None:
    """Give the first names beside a file to sessions of others."""
    for each in islice(beside(path), first):
        each.write_text(write_text(begin("zzzzzzzz"), 0), encoding="utf-8")


@pytest.mark.parametrize(("taken", "end"), [(0, ""), (1, " 2"), (2, " 3"), (3, " 4")])
def test_the_first_name_that_is_free_is_taken(room: Room, taken: int, end: str) -> None:
    path = changed_elsewhere(room)
    take(path, taken)
    again = room.open(path)
    assert again.store.path == path.with_name(f"{path.stem} (conflict{end}).toml")
    assert again.history.state == WHOLE
    assert codes(again.news) == ["storage.recovered", "storage.conflict"]
    told = again.news[1]
    assert (told.values, str(told.place)) == ({"name": again.store.path.name}, str(path))


def test_what_stands_there_and_cannot_be_read_is_passed_over(room: Room) -> None:
    path = changed_elsewhere(room)
    first, second = islice(beside(path), 2)
    first.mkdir()
    again = room.open(path)
    assert (again.store.path, again.history.state) == (second, WHOLE)


def test_a_disk_that_fails_at_every_name_is_not_asked_for_ever(room: Room) -> None:
    path = changed_elsewhere(room)
    for each in islice(beside(path), 50):
        each.mkdir()
    assert refusals(lambda: room.open(path)) == ["storage.unreadable"]


def test_a_folder_in_which_every_name_is_taken_is_refused(room: Room) -> None:
    path = changed_elsewhere(room)
    take(path, 50)
    with pytest.raises(Refused) as caught:
        room.open(path)
    assert codes(caught.value.problems) == ["storage.no_file"]
    assert str(caught.value.problems[0].place) == str(path)


def test_ours_is_found_again_and_the_difference_told_again(room: Room) -> None:
    path = changed_elsewhere(room)
    first = room.open(path).store
    first.append(noted(3, "verder"))
    first.save(folded(begin(), [*STORY, noted(3, "verder")]), 3)
    first.let_go()
    for named in (path, first.path, "abcd1234"):
        again = room.open(named)
        assert (again.store.path, codes(again.news)) == (first.path, ["storage.conflict"])
        assert again.news[0].place is not None
        assert again.news[0].place.path == str(path)
        assert again.history.state.notes["n0000003"].text == "verder"
        again.store.let_go()


def test_a_file_with_such_a_name_in_another_folder_is_a_copy(room: Room) -> None:
    path = room.crashed(STORY, saved=1)
    copy = path.parent.parent / f"{path.stem} (conflict).toml"
    copy.write_bytes(path.read_bytes())
    assert refusals(lambda: room.open(copy)) == ["storage.other_file"]


@pytest.mark.parametrize("lost", [b"x", b"xx"])
def test_a_file_that_has_as_much_as_a_torn_journal_is_not_taken_for_more(room: Room, lost: bytes) -> None:
    path = room.crashed(STORY, saved=1)
    other = write_text(folded(begin(), [noted(1, "elders"), noted(2, "elders")]), 2)
    path.write_text(other, encoding="utf-8")
    with room.journal.open("ab") as file:
        file.write(lost)
    again = room.open(path)
    assert again.history.state == WHOLE
    assert codes(again.news) == ["storage.recovered", "storage.conflict", "storage.torn"]
    assert path.read_text(encoding="utf-8") == other


def test_a_file_that_has_one_more_than_a_journal_that_lost_one_byte_is_taken(room: Room) -> None:
    path = room.crashed(STORY, saved=1)
    state = folded(begin(), [*STORY, noted(3, "erbij")])
    path.write_text(write_text(state, 3), encoding="utf-8")
    with room.journal.open("ab") as file:
        file.write(b"x")
    again = room.open(path)
    assert (again.history.state, codes(again.news)) == (state, ["storage.torn"])
