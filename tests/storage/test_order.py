"""In which order home shows sessions, and which it shows when there are many."""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path

from facilitator.session.state import State
from facilitator.storage.session_file import write_text
from facilitator.storage.session_list import SessionHeading, sessions
from tests import platform_marks
from tests.storage.conftest import Room, codes
from tests.storage.story import begin, in_days

LONG_AGO = (1.0, 1.0)
"""In 1970."""


def put(room: Room, name: str, text: str, folder: str = "zandpoort") -> Path:
    path = room.places.sessions / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def text(session: str, days: int = 0, starts: time = time(19, 30)) -> str:
    about = begin(session).about.model_copy(update={"day": in_days(days), "starts": starts})
    state: State = begin(session).replace(about=about)
    return write_text(state, 0)


def names(found: list[SessionHeading]) -> list[str]:
    return [each.path.name for each in found]


def test_fifty_are_shown_unless_more_are_asked_for(room: Room) -> None:
    for n in range(51):
        put(room, f"{in_days(n)}-start.toml", text(f"aaaaaa{n:02}", n))
    assert len(sessions(room.places)) == 50
    assert len(sessions(room.places, limit=60)) == 51


def test_of_many_files_the_day_in_the_name_goes_before_the_folder_and_the_day_of_the_file(room: Room) -> None:
    new = put(room, f"{in_days(1)}-start.toml", text("aaaaaaa1", 1), folder="a")
    os.utime(new, LONG_AGO)
    put(room, f"{in_days(0)}-start.toml", text("aaaaaaa0"), folder="b")
    os.utime(put(room, "zonder-dag.toml", text("aaaaaaa2", -900), folder="z"), LONG_AGO)
    assert [each.path for each in sessions(room.places, limit=1)] == [new]
    assert [each.id for each in sessions(room.places)] == ["aaaaaaa1", "aaaaaaa0", "aaaaaaa2"]


def test_what_was_read_goes_by_the_day_in_it_and_the_hour(room: Room) -> None:
    os.utime(put(room, "z.toml", text("aaaaaaa3", 3)), LONG_AGO)
    put(room, "2026-11-23-a.toml", text("aaaaaaa1", starts=time(9, 30)))
    put(room, "2026-11-23-c.toml", text("aaaaaaa0", starts=time(8, 30)))
    put(room, "2026-11-23-b.toml", text("aaaaaaa2", starts=time(13, 30)))
    put(room, "2026-11-23-d.toml", "x")
    assert names(sessions(room.places)) == [
        "z.toml",
        "2026-11-23-b.toml",
        "2026-11-23-a.toml",
        "2026-11-23-c.toml",
        "2026-11-23-d.toml",
    ]


def test_a_damaged_file_without_a_day_goes_by_the_day_of_the_file(room: Room) -> None:
    os.utime(put(room, "z.toml", "x"), LONG_AGO)
    put(room, "2026-11-23-start.toml", text("aaaaaaa1"))
    put(room, "1950-01-01-start.toml", text("aaaaaaa0", -365 * 80))
    assert names(sessions(room.places)) == ["2026-11-23-start.toml", "z.toml", "1950-01-01-start.toml"]


@platform_marks.links
def test_a_link_to_nowhere_is_one_line_and_comes_last(room: Room) -> None:
    put(room, "2026-11-23-start.toml", text("aaaaaaa1"))
    (room.places.sessions / "zandpoort" / "weg.toml").symlink_to("nergens")
    found = sessions(room.places)
    assert names(found) == ["2026-11-23-start.toml", "weg.toml"]
    assert found[1].problem
    assert codes([found[1].problem]) == ["storage.link"]
    assert names(sessions(room.places, limit=1)) == ["2026-11-23-start.toml"]


def test_every_session_that_is_open_is_found_whatever_else_is_there(room: Room) -> None:
    for session in ("aaaaaaaa", "bbbbbbbb", "cccccccc"):
        store = room.begin(session)
        store.let_go()
        (room.places.lock(session)).write_bytes(b"")
    (room.places.journals / "0000.journal").mkdir()
    (room.places.journals / "000.txt").write_bytes(b"")
    (room.places.sessions / "zandpoort" / "2026-11-23-start-2.toml").unlink()  # its journal is enough
    (room.places.sessions / "zandpoort" / "2026-11-23-start-3.toml").unlink()
    found = [(each.id, each.open) for each in sessions(room.places)]
    assert sorted(found) == [("aaaaaaaa", True), ("bbbbbbbb", True), ("cccccccc", True)]
