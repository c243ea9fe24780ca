"""The copies of the last session files: what they hold, how long they stay, and what they are good for."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files
from facilitator.storage.session_file import read_text, write_text
from facilitator.storage.store import Store
from facilitator.words.dates import say_time
from tests import platform_marks
from tests.storage.conftest import Room, codes, refusals
from tests.storage.disk import Disk
from tests.storage.story import KINDS, begin, folded, noted

STORY = [noted(n, f"regel {n}") for n in range(1, 7)]
FOLDER = Path("/state/earlier/abcd1234")
FILE = Path("/sessions/zandpoort/start.toml")


class Slow(Files):
    """A disk of which a test sets the clock."""

    time = 1_000_000.0

    def now(self) -> float:
        return self.time

    def changed(self, path: Path) -> float:
        return path.stat().st_mtime


# -- what is kept


def test_at_most_five_are_kept_and_the_newest_comes_first() -> None:
    disk = Disk()
    copies = Earlier(disk, FOLDER)
    for n in range(8):
        copies.keep(FILE, b"%d" % n, now=True)
    assert [data for _, data in copies.newest_first()] == [b"7", b"6", b"5", b"4", b"3"]
    assert {where for where, _ in copies.newest_first()} == {FILE}
    assert disk.names(FOLDER) == [f"{n:06d}.toml" for n in range(4, 9)]


def test_other_files_among_the_copies_are_left_alone() -> None:
    others = ["1.x.toml", "000009.txt", "readme.toml", "\u0661.toml", "copy.1.toml"]
    disk = Disk.holding({FOLDER / name: b"# facilitator: /x\nx" for name in others})
    copies = Earlier(disk, FOLDER)
    for n in range(7):
        copies.keep(FILE, b"%d" % n, now=True)
    assert [data for _, data in copies.newest_first()] == [b"6", b"5", b"4", b"3", b"2"]
    assert {*others} < {*disk.names(FOLDER)}


def test_the_same_is_not_kept_twice() -> None:
    copies = Earlier(Disk(), FOLDER)
    for _ in range(3):
        copies.keep(FILE, b"x", now=True)
    assert len(list(copies.newest_first())) == 1


def test_while_a_session_is_open_there_are_five_minutes_between_two(tmp_path: Path) -> None:
    files = Slow()
    copies = Earlier(files, tmp_path)
    for seconds in range(0, 1000, 100):
        files.time = 1_000_000.0 + seconds
        copies.keep(FILE, b"%d" % seconds)
        for path in tmp_path.iterdir():
            if path.stat().st_mtime > 2_000_000:
                os.utime(path, (files.time, files.time))
    assert [data for _, data in copies.newest_first()] == [b"900", b"600", b"300", b"0"]


def test_what_cannot_be_kept_stops_nobody() -> None:
    for n in range(1, 9):
        disk = Disk(fail_at=n, dead_after=True)
        Earlier(disk, FOLDER).keep(FILE, b"x", now=True)


def test_a_copy_of_which_the_name_is_damaged_is_a_copy_all_the_same() -> None:
    disk = Disk()
    copies = Earlier(disk, FOLDER)
    copies.keep(Path("/sessions/\udcff.toml"), b"een", now=True)
    disk.data[disk.names_of[FOLDER / "000001.toml"]] = b"# facilitator: /sessions/\xff.toml\neen"
    assert list(copies.newest_first()) == [(Path("/sessions/\ufffd.toml"), b"een")]


def test_when_the_newest_copy_was_made_is_known() -> None:
    disk = Disk()
    copies = Earlier(disk, FOLDER)
    assert copies.changed() == 0.0
    for n in range(3):
        copies.keep(FILE, b"%d" % n, now=True)
    assert copies.changed() == disk.changed(FOLDER / "000003.toml")


def test_when_the_newest_copy_was_made_may_stay_unknown() -> None:
    class Broken(Disk):
        def changed(self, path: Path) -> float:
            raise OSError(5, "broken")

    disk = Broken()
    copies = Earlier(disk, FOLDER)
    copies.keep(FILE, b"x", now=True)
    assert copies.changed() == 0.0


def test_copies_are_outside_the_folder_that_people_see(room: Room) -> None:
    room.closed(STORY)
    kept = list(room.places.kept("abcd1234").iterdir())
    assert kept
    assert room.places.sessions not in kept[0].parents


@platform_marks.modes
def test_copies_are_for_the_user_alone(room: Room) -> None:
    room.closed(STORY)
    kept = list(room.places.kept("abcd1234").iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    assert stat.S_IMODE(kept[0].parent.stat().st_mode) == 0o700


def test_a_copy_that_is_made_meanwhile_says_where_the_file_stands(room: Room) -> None:
    store = room.begin()
    copies = Earlier(Files(), room.places.kept("abcd1234"))
    assert [where for where, _ in copies.newest_first()] == [store.path]


def test_a_copy_holds_the_file_as_it_was_and_nothing_else(room: Room) -> None:
    path = room.closed(STORY)
    newest = max(room.places.kept("abcd1234").iterdir()).read_bytes()
    first, _, rest = newest.partition(b"\n")
    assert (first, rest) == (b"# facilitator: " + str(path).encode(), path.read_bytes())


# -- what they are good for


@pytest.mark.parametrize("damage", [b"", b"\0" * 900, b"place = "])
def test_when_file_and_journal_are_damaged_the_newest_copy_and_what_follows_come_back(
    room: Room, damage: bytes
) -> None:
    path = room.crashed(STORY, saved=2)
    copies = Earlier(Files(), room.places.kept("abcd1234"))
    copies.keep(path, write_text(folded(begin(), STORY[:3]), 3).encode(), now=True)
    lines = room.journal.read_bytes().splitlines(keepends=True)
    room.journal.write_bytes(b"x" + b"".join(lines))
    path.write_bytes(damage)
    again = room.open("abcd1234")
    assert again.history.state == folded(begin(), STORY)
    assert codes(again.news) == ["storage.recovered", "storage.from_earlier", "storage.journal_damaged"]
    assert path.with_name(path.name + ".broken-1").read_bytes() == damage
    assert read_text(path.read_text(encoding="utf-8"), KINDS).state == folded(begin(), STORY)
    again.store.append(noted(7, "verder"))
    again.store.let_go()
    assert room.open(path).history.state == folded(begin(), [*STORY, noted(7, "verder")])


def test_a_closed_file_that_was_damaged_comes_back_from_its_copy(room: Room) -> None:
    path = room.closed(STORY)
    newest = max(room.places.kept("abcd1234").iterdir())
    about = newest.stat().st_mtime - 5 * 3600
    os.utime(newest, (about, about))
    path.write_bytes(b"\0" * 500)
    again = room.open(path)
    assert again.history.state == folded(begin(), STORY)
    assert codes(again.news) == ["storage.from_earlier"]
    made = datetime.fromtimestamp(about, UTC).astimezone()
    assert again.news[0].values == {"name": path.name + ".broken-1", "time": say_time(made.time(), "nl")}
    assert read_text(path.read_text(encoding="utf-8"), KINDS).seal == "ok"
    again.store.append(noted(7, "verder"))
    again.store.let_go()
    again = room.open("abcd1234")
    assert again.store.path == path
    assert again.history.state == folded(begin(), [*STORY, noted(7, "verder")])
    assert codes(again.news) == ["storage.recovered"]


def test_a_damaged_file_that_was_moved_comes_back_where_it_stands_now(room: Room) -> None:
    path = room.closed(STORY)
    moved = path.with_name("onze sessie.toml")
    moved.write_bytes(path.read_bytes()[:2000])
    path.unlink()
    again = room.open(moved)
    assert (again.history.state, again.store.path) == (folded(begin(), STORY), moved)
    assert codes(again.news) == ["storage.from_earlier"]
    assert not path.exists()


def test_a_file_that_cannot_be_read_at_the_end_costs_a_copy_and_nothing_else(room: Room) -> None:
    class Unreadable(Files):
        ending = False

        def read(self, path: Path, most: int) -> bytes:
            if self.ending and path.suffix == ".toml":
                raise PermissionError(13, "denied")
            return super().read(path, most)

        def sync_folder(self, folder: Path) -> None:
            super().sync_folder(folder)
            self.ending = self.ending or folder == room.places.sessions / "zandpoort"

    store = Store.begin(room.places, begin(), KINDS, later=room.clock.later, tell=room.told.append)
    store.append(STORY[0])
    store.let_go()
    files = Unreadable()
    again = Store.open(room.places, "abcd1234", KINDS, files=files, later=room.clock.later)
    again.store.append(STORY[1])
    files.ending = False
    again.store.save(folded(begin(), STORY[:2]), 2)
    files.ending = True
    again.store.close(folded(begin(), STORY[:1]), 1)
    assert room.files() == [store.path.name]


def test_a_damaged_copy_is_passed_over(room: Room) -> None:
    path = room.closed(STORY)
    newest = max(room.places.kept("abcd1234").iterdir())
    newest.write_bytes(newest.read_bytes().replace(b"regel 2", b"regel X"))
    path.write_bytes(b"")
    assert room.open(path).history.state == begin()


def test_a_copy_that_is_no_session_at_all_is_passed_over(room: Room) -> None:
    path = room.closed(STORY)
    newest = max(room.places.kept("abcd1234").iterdir())
    newest.write_bytes(newest.read_bytes().partition(b"\n")[0] + b"\nplace = ")
    path.write_bytes(b"")
    assert room.open(path).history.state == begin()


def test_with_a_damaged_journal_alone_the_file_comes_back_where_it_stood(room: Room) -> None:
    path = room.crashed(STORY, saved=6)
    copies = Earlier(Files(), room.places.kept("abcd1234"))
    copies.keep(path, path.read_bytes(), now=True)
    path.unlink()
    room.journal.write_bytes(b"x")
    again = room.open("abcd1234")
    assert (again.history.state, again.store.path) == (folded(begin(), STORY), path)
    assert codes(again.news) == ["storage.from_earlier", "storage.journal_damaged"]
    assert again.news[0].values["name"] == path.name
    assert path.exists()


def test_a_mistake_made_by_hand_is_told_and_the_file_left_as_it_is(room: Room) -> None:
    path = room.closed(STORY)
    text = path.read_text(encoding="utf-8").replace('place = "Zandpoort"', "place = Zandpoort")
    path.write_text(text, encoding="utf-8")
    assert refusals(lambda: room.open(path)) == ["storage.syntax"]
    assert path.read_text(encoding="utf-8") == text


def test_a_session_that_someone_threw_away_does_not_come_back(room: Room) -> None:
    path = room.closed(STORY)
    path.unlink()
    assert refusals(lambda: room.open("abcd1234")) == ["storage.no_session"]
    assert refusals(lambda: room.open(path)) == ["storage.no_file"]


def test_a_file_of_a_newer_app_is_not_replaced_by_a_copy(room: Room) -> None:
    path = room.crashed(STORY, saved=2)
    room.journal.write_bytes(b"x")
    text = path.read_text(encoding="utf-8").replace("format = 6", "format = 9")
    path.write_text(text, encoding="utf-8")
    assert refusals(lambda: room.open(path)) == ["storage.newer"]
    assert (path.read_text(encoding="utf-8"), room.journal.read_bytes()) == (text, b"x")
