"""Who reads along sees each state that the wall has, from whatever moment, and never disturbs who writes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.problems import Refused
from facilitator.session.disclosure import for_outside
from facilitator.session.events import JournalEntry, Moved, RegisterPut
from facilitator.session.history import History
from facilitator.session.registers import Parked
from facilitator.session.state import State
from facilitator.storage.files import Files
from facilitator.storage.frames import frame
from facilitator.storage.journal import action_line
from facilitator.storage.journal_follower import Followed, JournalFollower
from facilitator.storage.store import Store
from facilitator.storage.wall_mark import SILENT, WallMark, write_mark
from tests.storage.conftest import Room
from tests.storage.story import KINDS, act, begin

FILES = Files()


class Wall:
    """An open session, with the mark that its wall keeps."""

    def __init__(self, room: Room, state: State | None = None, name: str = "wall0001") -> None:
        self.room = room
        self.base = state or begin()
        self.history = History.from_state(self.base)
        self.store = Store.begin(room.places, self.base, KINDS, later=room.clock.later, tell=room.told.append)
        self.name = name
        self.mark()

    def mark(self, since: float = 1.0) -> None:
        journal = str(self.store.journal_path)
        write_mark(FILES, self.room.places, WallMark(self.store.session, journal, self.name, since))

    def do(self, action: JournalEntry) -> None:
        self.store.append(action)
        self.history = self.history.add(action)

    def close(self) -> None:
        self.store.close(self.history.state, self.store.next_seq - 1)
        FILES.remove(self.room.places.mark(self.store.session))

    @property
    def public(self) -> State:
        return for_outside(self.history.state).replace(withheld={})


def going(n: int) -> JournalEntry:
    use, step = [("open", "welcome"), ("urgency", "ask"), ("end", "agree")][n % 3]
    return act(n, Moved(use=use, step=step))


def parking(n: int) -> JournalEntry:
    return act(n, RegisterPut(register_name="parked", id=f"pppp{n:04}", entry=Parked(text=f"regel {n}")))


def follower(room: Room) -> JournalFollower:
    return JournalFollower(FILES, room.places, KINDS)


def test_every_action_is_seen_as_the_wall_shows_it(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    assert notes.look().state == wall.public
    for n in range(1, 9):
        wall.do(going(n) if n % 2 else parking(n))
        assert notes.look().state == wall.public
    wall.do(act(9, undo=8))
    assert notes.look().state == wall.public
    wall.do(act(10, redo=8))
    assert notes.look().state == wall.public


def test_whoever_comes_late_sees_the_present(room: Room) -> None:
    wall = Wall(room)
    for n in range(1, 7):
        wall.do(going(n) if n % 2 else parking(n))
        assert follower(room).look().state == wall.public


def test_several_actions_between_two_looks(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    notes.look()
    for n in range(1, 7):
        wall.do(parking(n))
    assert notes.look().state == wall.public


def test_a_line_that_is_half_written_is_read_when_it_is_whole(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    before = wall.public
    journal, line = wall.store.journal_path, action_line(parking(2))
    for cut in (1, len(line) // 2, len(line) - 1):
        whole = journal.read_bytes()
        with journal.open("ab") as file:
            file.write(line[:cut])
        assert notes.look().state == before
        assert follower(room).look().state == before
        os.truncate(journal, len(whole))
        assert notes.look().state == before
    wall.do(parking(2))
    assert notes.look().state == wall.public != before


def test_a_journal_that_was_begun_anew_is_read_anew(room: Room) -> None:
    """After a disk that failed the app goes on in a fresh file of the same name, without what failed."""
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    whole = wall.store.journal_path.read_bytes()
    with wall.store.journal_path.open("ab") as file:
        file.write(action_line(parking(2)))  # written, never durable, never acknowledged
    notes.look()
    fresh = wall.store.journal_path.with_name("fresh")
    other = action_line(parking(2)).replace(b"regel 2", b"regel 9")
    framed = frame(other.split(b" ", 2)[2].removesuffix(b"\n"))
    assert len(framed) == len(other), "of the same length, so that only the file itself is another"
    fresh.write_bytes(whole + framed + action_line(parking(3)))
    fresh.replace(wall.store.journal_path)
    seen = notes.look().state
    assert seen is not None
    assert [line.text for line in seen.parked().values()] == ["regel 1", "regel 9", "regel 3"]


def test_after_a_rescue_it_is_followed_where_it_went(room: Room, tmp_path: Path) -> None:
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    notes.look()
    wall.store.rescue(wall.history.state, 1, tmp_path / "stick")
    wall.mark()
    wall.do(parking(2))
    assert notes.look().state == wall.public


def test_a_journal_that_goes_on_in_another_folder_is_followed_there(room: Room, tmp_path: Path) -> None:
    """Where the app's own folder fails, a rescue keeps the journal with the session file."""
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    notes.look()
    there = tmp_path / "stick" / "abcd1234.journal"
    there.parent.mkdir()
    there.write_bytes(wall.store.journal_path.read_bytes() + action_line(parking(2)))
    write_mark(FILES, room.places, WallMark(wall.store.session, str(there), wall.name, 1.0))
    seen = notes.look().state
    assert seen is not None
    assert [line.text for line in seen.parked().values()] == ["regel 1", "regel 2"]


def test_without_a_wall_there_is_nothing(room: Room) -> None:
    assert follower(room).look() == Followed()


def test_a_journal_without_a_wall_is_no_open_session(room: Room) -> None:
    """A laptop that lost its power leaves a journal, and a mark that nobody dates anew."""
    wall = Wall(room)
    wall.do(parking(1))
    age(room, wall)
    assert follower(room).look() == Followed()


def test_a_wall_that_is_gone_without_closing_is_told_with_what_was_known(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    notes.look()
    age(room, wall)
    assert notes.look() == Followed(state=wall.public, silent=True)
    wall.mark()
    assert notes.look().state == wall.public, "and there it is again"


def test_a_session_that_is_closed_is_told(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    notes.look()
    wall.close()
    assert notes.look() == Followed(ended=True)
    assert notes.look() == Followed(ended=True)


def test_the_next_session_is_followed(room: Room) -> None:
    first, notes = Wall(room), follower(room)
    first.do(parking(1))
    notes.look()
    first.close()
    notes.look()
    second = Wall(room, begin("bcde2345"), "wall0002")
    second.do(parking(1))
    second.do(going(2))
    assert notes.look().state == second.public


def test_of_two_walls_the_one_that_came_last_is_followed(room: Room) -> None:
    first, notes = Wall(room), follower(room)
    notes.look()
    second = Wall(room, begin("bcde2345"), "wall0002")
    second.mark(since=2.0)
    assert notes.look().state == second.public
    second.close()
    assert notes.look().state == first.public


def test_the_same_session_opened_again_is_followed(room: Room) -> None:
    """Closed, and opened by another wall before the next look: the journal has another beginning."""
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    notes.look()
    path = wall.store.path
    wall.close()
    opened = Store.open(room.places, path, KINDS, later=room.clock.later, tell=room.told.append)
    wall.store, wall.history, wall.name = opened.store, opened.history, "wall0002"
    wall.mark(since=2.0)
    wall.do(parking(2))
    assert notes.look().state == wall.public


def test_reading_along_leaves_everything_as_it_is(room: Room) -> None:
    wall, notes = Wall(room), follower(room)
    wall.do(parking(1))
    before = everything(room)
    for _ in range(3):
        notes.look()
    assert everything(room) == before
    with pytest.raises(Refused):  # the wall's own lock, and nobody else's
        Store.open(room.places, wall.store.path, KINDS)
    wall.close()
    opened = Store.open(room.places, wall.store.path, KINDS, later=room.clock.later, tell=room.told.append)
    opened.store.let_go()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"mark": 1}', b'{"mark": 2, "session": "abcd1234"}', b"\xff", b"[" * 15_000]
)
def test_what_is_no_mark_is_passed_over(room: Room, data: bytes) -> None:
    wall, notes = Wall(room), follower(room)
    (room.places.wall / "zzzz9999.json").write_bytes(data)
    (room.places.wall / "abcd1234.asked").write_bytes(data)
    assert notes.look().state == wall.public
    room.places.mark("abcd1234").write_bytes(data)
    assert notes.look().mark is None


def test_a_mark_under_another_name_is_passed_over(room: Room) -> None:
    wall = Wall(room)
    room.places.mark("abcd1234").rename(room.places.mark("zzzz9999"))
    assert follower(room).look() == Followed()
    wall.close()


def everything(room: Room) -> dict[Path, tuple[bytes, int]]:
    folders = [room.places.state, room.places.sessions]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def age(room: Room, wall: Wall) -> None:
    """Let a mark be as old as that of a wall that is gone."""
    old = FILES.now() - SILENT - 1
    os.utime(room.places.mark(wall.store.session), (old, old))
