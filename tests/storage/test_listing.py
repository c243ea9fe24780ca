"""The sessions that home shows, from the first lines of their files."""

from __future__ import annotations

import os
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from facilitator.problems import Problem
from facilitator.session.events import Moved, RegisterPut, ResultSet
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.storage.earlier_sessions import to_follow
from facilitator.storage.files import Files
from facilitator.storage.session_file import write_text
from facilitator.storage.session_list import Listed, SessionHeading, find_sessions, sessions
from tests import platform_marks
from tests.storage.conftest import Room, codes
from tests.storage.story import act, begin, folded, in_days, noted

AGREED = [
    act(
        1,
        RegisterPut(
            register_name="agreements", id="aaaaaaaa", entry=Agreement(what="Bankje", firmness="intention")
        ),
        RegisterPut(register_name="agreements", id="cccccccc", entry=Agreement(what="Een idee")),
    ),
    act(
        2, RegisterPut(register_name="agreements", id="bbbbbbbb", entry=Agreement(what="Boom", status="done"))
    ),
    act(3, Moved(use="urgency", step="ask")),
]


def on_day(days: int, session: str) -> State:
    state = begin(session)
    return state.replace(about=state.about.model_copy(update={"day": in_days(days)}))


def put(room: Room, name: str, text: str, folder: str = "zandpoort") -> Path:
    path = room.places.sessions / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_closed_session_says_where_it_was(room: Room) -> None:
    path = room.closed(AGREED)
    assert sessions(room.places) == [
        SessionHeading(
            path=path,
            id="abcd1234",
            place="Zandpoort",
            title="Startbijeenkomst",
            day=date(2026, 11, 23),
            starts=time(19, 30),
            at="urgency/ask",
            step=3,
            steps=4,
            open_agreements=1,
            keep_until=date(2027, 11, 23),
        )
    ]


def test_nothing_there_is_an_empty_list(room: Room) -> None:
    assert find_sessions(room.places) == Listed([], [])


def test_a_file_where_the_folder_should_be_is_told(room: Room) -> None:
    room.places.sessions.write_text("geen map", encoding="utf-8")
    listed = find_sessions(room.places)
    assert (listed.sessions, codes(listed.problems)) == ([], ["words.unseen"])


def test_the_newest_come_first_and_no_more_than_asked_for(room: Room) -> None:
    for days in (2, 0, 1):
        put(room, f"{in_days(days)}-start.toml", write_text(on_day(days, f"aaaaaaa{days}"), 0))
    assert [each.id for each in sessions(room.places)] == ["aaaaaaa2", "aaaaaaa1", "aaaaaaa0"]
    assert [each.id for each in sessions(room.places, limit=2)] == ["aaaaaaa2", "aaaaaaa1"]


def test_a_file_with_a_name_of_its_own_is_listed_too(room: Room) -> None:
    old = put(room, "oud.toml", write_text(on_day(-900, "aaaaaaa0"), 0), folder=".")
    os.utime(old, (1, 1))
    put(room, f"{in_days(0)}-start.toml", write_text(on_day(0, "aaaaaaa1"), 0))
    assert [each.id for each in sessions(room.places)] == ["aaaaaaa1", "aaaaaaa0"]
    assert [each.id for each in sessions(room.places, limit=1)] == ["aaaaaaa1"]


@pytest.mark.parametrize(
    "text", ["", "geen toml", "format = 1", "[scenario]", 'id = "x"\nformat = 1', "a = " + "[" * 9999, "\0"]
)
def test_a_damaged_file_is_one_line_and_stops_nothing(room: Room, text: str) -> None:
    bad = put(room, "2026-12-01-start.toml", text)
    room.closed(AGREED)
    first, second = sessions(room.places)
    assert (first.path, first.id, first.problem is not None) == (bad, "", True)
    assert (second.id, second.problem) == ("abcd1234", None)
    assert first.problem
    assert codes([first.problem]) == ["storage.empty" if not text else "storage.not_a_session"]


@pytest.mark.parametrize("pipe", [False, pytest.param(True, marks=platform_marks.pipes)])
def test_what_cannot_be_opened_is_one_line(room: Room, pipe: bool) -> None:
    path = room.places.sessions / "zandpoort" / "2026-12-01-start.toml"
    path.parent.mkdir(parents=True)
    os.mkfifo(path) if pipe else path.mkdir()
    (path.parent / "2026-12-02-start.toml").mkdir()
    problems = [each.problem for each in sessions(room.places) if each.problem]
    assert codes(problems) == ["storage.unreadable"] * 2
    assert {str(each.place) for each in problems} == {str(each) for each in path.parent.iterdir()}
    assert [each.values["why"] for each in problems] == [Problem("words.reason.not_a_file")] * 2


def test_hidden_files_and_others_are_left_alone(room: Room) -> None:
    path = room.closed(AGREED)
    put(room, ".~2026-11-23-start.toml~", "x")
    put(room, ".verborgen.toml", "x")
    put(room, "2026-11-23-start.toml.broken-1", "x")
    put(room, "x.toml", "x", folder=".facilitator")
    assert [each.path for each in sessions(room.places)] == [path]


def test_the_users_scenarios_are_no_damaged_sessions(room: Room) -> None:
    put(room, "avond.toml", 'format = 1\ntitle = "Avond"', folder="scenarios")
    put(room, "stuk.toml", "x", folder="scenarios")
    kept = put(room, "2026-11-23-start.toml", write_text(begin(place="Scenarios"), 0), folder="scenarios")
    assert [each.path for each in sessions(room.places)] == [kept]


def test_an_open_session_is_marked(room: Room) -> None:
    path = room.crashed([noted(1, "x")], saved=1)
    assert [(each.path, each.open) for each in sessions(room.places)] == [(path, True)]
    again = room.open(path)
    again.store.close(again.history.state, 1)
    assert [each.open for each in sessions(room.places)] == [False]


def test_a_session_of_which_only_the_journal_is_left_is_listed(room: Room) -> None:
    path = room.crashed([noted(1, "x")])
    path.unlink()
    assert [(each.path, each.id, each.open, each.problem) for each in sessions(room.places)] == [
        (path, "abcd1234", True, None)
    ]


def test_a_session_with_a_damaged_file_is_listed_from_its_journal(room: Room) -> None:
    path = room.crashed([noted(1, "x")])
    path.write_text("x", encoding="utf-8")
    assert [(each.path, each.id, each.open, each.problem) for each in sessions(room.places)] == [
        (path, "abcd1234", True, None)
    ]


def test_a_damaged_journal_is_not_listed(room: Room) -> None:
    room.crashed([])
    room.journal.write_bytes(b"x")
    room.journal.with_name("zzzzzzzz.journal").mkdir()
    assert [each.open for each in sessions(room.places)] == [False]


def test_a_copy_and_a_moved_file(room: Room) -> None:
    path = room.crashed([])
    copy = put(room, "kopie.toml", path.read_text(encoding="utf-8"))
    assert {each.path: each.open for each in sessions(room.places)} == {path: True, copy: False}
    path.unlink()
    assert {each.path: each.open for each in sessions(room.places)} == {copy: True}


def test_a_session_after_a_conflict(room: Room) -> None:
    store = room.begin()
    theirs = store.path
    theirs.write_text(write_text(begin(), 7), encoding="utf-8")
    store.append(noted(1, "x"))
    store.save(folded(begin(), [noted(1, "x")]), 1)
    assert {each.path.name for each in sessions(room.places)} == {theirs.name, store.path.name}


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("2026-11-23-start (conflict).toml", "conflict"),
        ("2026-11-23-start (conflicted copy 2026-11-23 210501).toml", "conflicted copy 2026-11-23 210501"),
        ("2026-11-23-start (Els's conflicted copy 2026-11-23).toml", "Els's conflicted copy 2026-11-23"),
        ("2026-11-23-start-LAPTOP-7.toml", "LAPTOP-7"),
        ("2026-11-23-start-laptop-safeBackup-0001.toml", "laptop-safeBackup-0001"),
        ("2026-11-23-start.sync-conflict-20261123-210501-A.toml", "sync-conflict-20261123-210501-A"),
        ("2026-11-23-start (1).toml", "1"),
        ("2026-11-23-start 2.toml", "2"),
        ("van Els.toml", "van Els"),
    ],
)
def test_two_files_of_one_session_are_told_apart_by_their_names(room: Room, name: str, own: str) -> None:
    path = room.closed(AGREED)
    put(room, name, write_text(folded(begin(), AGREED[:1]), 1))
    put(room, "2026-11-23-start-9.toml", write_text(begin("zzzzzzzz"), 0))
    usual = "Startbijeenkomst" if name.startswith(path.stem) else f"Startbijeenkomst ({path.stem})"
    assert {each.path.name: each.title for each in sessions(room.places)} == {
        path.name: usual,
        name: f"Startbijeenkomst ({own})",
        "2026-11-23-start-9.toml": "Startbijeenkomst",
    }
    for each in sessions(room.places):
        opened = room.open(each.path)  # whichever is chosen goes on, and the other stays as it is
        opened.store.close(opened.history.state, opened.store.next_seq - 1)


def test_two_files_of_one_session_under_one_name_are_told_apart_by_their_folders(room: Room) -> None:
    path = room.closed(AGREED)
    copy = room.places.sessions / "van-els" / path.name
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert {each.path: each.title for each in sessions(room.places)} == {
        path: "Startbijeenkomst (zandpoort)",
        copy: "Startbijeenkomst (van-els)",
    }


def test_a_session_says_which_part_of_a_series_it_is(room: Room) -> None:
    state = begin()
    state = state.replace(scenario=state.scenario.model_copy(update={"series": "wijkplan", "part": 3}))
    put(room, "2026-11-23-start.toml", write_text(state, 0))
    assert [(each.series, each.part) for each in sessions(room.places)] == [("wijkplan", 3)]


def test_a_finished_session_is_called_closed(room: Room) -> None:
    finished = act(1, ResultSet(use="session", step="closing", field="finished", value=True))
    room.closed([finished])
    assert [each.closed for each in sessions(room.places)] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "place = 3",
        "title = true",
        "day = 2026-11-23T19:30:00",
        'day = "2026-11-23"',
        "starts = 2026-11-23",
        "at = []",
        'step = "3"',
        "step = true",
        "steps = 4.0",
        "closed = 1",
        'open_agreements = "1"',
        "series = 1",
        "part = false",
        "keep_until = 2026-11-23T19:30:00",
    ],
)
def test_what_a_hand_wrote_in_another_way_is_not_shown(room: Room, line: str) -> None:
    path = put(room, "2026-11-23-start.toml", f'format = 1\nid = "abcd1234"\n{line}\n')
    assert sessions(room.places) == [SessionHeading(path, id="abcd1234")]


@pytest.mark.parametrize(
    "head",
    ['id = "abcd1234"', 'format = "1"\nid = "abcd1234"', 'format = 1\nid = "ABCD1234"', "format = 1\nid = 1"],
)
def test_a_file_that_is_no_session_of_ours_says_so(room: Room, head: str) -> None:
    path = put(room, "2026-11-23-start.toml", head)
    (found,) = sessions(room.places)
    assert found.problem
    assert (found.id, codes([found.problem]), str(found.problem.place)) == (
        "",
        ["storage.not_a_session"],
        str(path),
    )


def heading(name: str, place: str = "Elders", series: str = "", part: int = 0) -> SessionHeading:
    return SessionHeading(Path(name), id=name, place=place, series=series, part=part)


def test_the_part_before_and_the_same_place_are_likeliest_to_be_followed() -> None:
    found = [
        heading("new"),
        heading("other-series", part=1, series="anders"),
        heading("here", place="Zandpoort"),
        heading("part-2", series="wijkplan", part=2),
        heading("part-1", series="wijkplan", part=1),
        heading("part-1-here", place="zandpoort", series="wijkplan", part=1),
        SessionHeading(Path("bad"), problem=Problem("storage.empty")),
        heading("old-here", place="Zandpoort"),
    ]

    def order(**asked: Any) -> list[str]:
        return [each.id for each in to_follow(found, **asked)]

    as_they_came = [each.id for each in found if each.problem is None]
    assert order() == as_they_came
    assert order(series="wijkplan", part=1) == as_they_came
    assert order(place="Zandpoort") == ["here", "part-1-here", "old-here", *order()[:2], "part-2", "part-1"]
    assert order(series="wijkplan", part=2, place="Zandpoort")[:4] == [
        "part-1-here",
        "part-1",
        "here",
        "old-here",
    ]


def test_marks_of_windows_do_not_matter(room: Room) -> None:
    path = room.closed(AGREED)
    before = sessions(room.places)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert sessions(room.places) == before


class Undated(Files):
    """A disk on which a file is dated beyond the calendar."""

    def changed(self, path: Path) -> float:
        return 1e15


def test_a_file_dated_beyond_the_calendar_is_listed(room: Room) -> None:
    put(room, "oud.toml", write_text(on_day(0, "aaaaaaa0"), 0))
    assert [each.id for each in sessions(room.places, files=Undated())] == ["aaaaaaa0"]
