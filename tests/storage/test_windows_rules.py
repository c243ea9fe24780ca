"""What Windows asks of a program: no file is taken away, renamed or replaced while it is open.

The disk of these tests is as strict on every platform, so that a mistake shows in every run; here it is shown
that it does, and that what a disk does not let go is said where a promise hangs on it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.session.events import RoundClosed, RoundOpened
from facilitator.storage.files import write_whole
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.store import Store
from tests.storage.disk import Disk
from tests.storage.story import KINDS, a_shown_result, act, begin, folded
from tests.storage.test_power import PLACES, STORY, nothing

JOURNAL = PLACES.journal("abcd1234")
HERE = PLACES.sessions / "a.toml"


def evening(disk: Disk, told: list[Problem]) -> Store:
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing, tell=told.append)
    store.append(STORY[0])
    return store


def close(store: Store, seq: int = 1) -> None:
    store.close(folded(begin(), STORY[:seq]), seq)


def test_closing_a_session_leaves_no_journal() -> None:
    disk, told = Disk(), list[Problem]()
    close(evening(disk, told))
    assert JOURNAL not in disk.contents()
    assert told == []


def test_a_session_that_cannot_begin_leaves_no_journal() -> None:
    """The app has a file in which nothing was kept open no longer than it needs to take it away."""

    class Full(Disk):
        def create(self, path: Path) -> int:
            if PLACES.sessions in path.parents:
                raise OSError(errno.ENOSPC, "full")
            return super().create(path)

    disk = Full()
    with pytest.raises(NotSaved):
        Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing)
    assert disk.contents() == {}


def test_the_disk_finds_a_journal_that_is_taken_away_while_it_is_open() -> None:
    """The fault that was here: on Windows the session stayed open for ever, with all its texts."""
    disk, told = Disk(), list[Problem]()
    store = evening(disk, told)
    store._writing.stop = lambda: None  # type: ignore[method-assign]  # as it once was
    close(store)
    assert JOURNAL in disk.contents()
    assert [problem.code for problem in told] == ["storage.journal_stays"]


def test_a_journal_that_another_program_holds_is_told_of_and_goes_the_next_time() -> None:
    disk, told = Disk(), list[Problem]()
    store = evening(disk, told)
    scanner = disk.extend(JOURNAL)
    close(store)
    assert [problem.code for problem in told] == ["storage.journal_stays"]
    disk.close(scanner)
    again = Store.open(PLACES, store.path, KINDS, files=disk, later=nothing).store
    close(again)
    assert JOURNAL not in disk.contents()


def test_a_box_that_another_program_holds_is_unreadable_told_of_and_goes_the_next_time() -> None:
    disk, told = Disk(), list[Problem]()
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing, tell=told.append)
    opened = RoundOpened(
        id="aaaaaaaa",
        use="urgency",
        step="vote",
        way="paper",
        grouping="perspective",
        statements=["s1", "s2"],
        expected={"residents": 4},
    )
    store.append(act(1, opened))
    vote = folded(begin(), [act(1, opened)]).rounds["aaaaaaaa"]
    store.box(vote, 4).cast("residents", {"s1": 1, "s2": 4})
    held = next(path for path in disk.contents() if path.suffix == ".box")
    before = disk.contents()[held]
    scanner = disk.extend(held)
    closed = act(2, RoundClosed(id="aaaaaaaa", shown=a_shown_result()))
    store.append(closed)
    assert [problem.code for problem in told] == ["storage.box_stays"]
    assert disk.contents()[held] != before, "it was written over first"
    disk.close(scanner)
    store.close(folded(begin(), [act(1, opened), closed]), 2)
    again = Store.open(PLACES, store.path, KINDS, files=disk, later=nothing).store
    assert held not in disk.contents()
    again.let_go()


@pytest.mark.parametrize(
    "what",
    [
        lambda disk: disk.remove(HERE),
        lambda disk: disk.replace(HERE, HERE.with_name("b.toml")),
        lambda disk: write_whole(disk, HERE, b"new"),
    ],
    ids=["removing", "renaming", "replacing"],
)
def test_a_file_that_is_open_keeps_its_name(what: Callable[[Disk], None]) -> None:
    disk = Disk.holding({HERE: b"old"})
    handle = disk.extend(HERE)
    with pytest.raises(PermissionError):
        what(disk)
    assert disk.contents()[HERE] == b"old"
    disk.close(handle)
    what(disk)


def test_names_that_differ_only_in_case_are_one_name() -> None:
    disk = Disk.holding({HERE: b"old"})
    assert disk.exists(HERE.with_name("A.TOML"))
    write_whole(disk, HERE.with_name("A.TOML"), b"new")
    assert list(disk.contents().values()) == [b"new"]


@pytest.mark.parametrize("name", ["CON", "nul.toml", "com1.txt", "a:b.toml", "a.", "a ", 'a"b', "a?b"])
def test_some_names_no_file_can_have(name: str) -> None:
    with pytest.raises(PermissionError):
        write_whole(Disk(), HERE.with_name(name), b"x")
