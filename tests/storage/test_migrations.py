"""Files of earlier versions open; each format has a file here that was written by the app of then."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli
from pydantic import JsonValue

from facilitator.kinds import kinds
from facilitator.session.events import JournalEntry, ResultSet
from facilitator.session.fold import fold_actions
from facilitator.storage.format_three import with_open_questions
from facilitator.storage.frames import VERSION, frame, unframe
from facilitator.storage.migrations import FORMAT, STEPS, migrated
from facilitator.storage.session_file import read_text
from facilitator.storage.store import Store
from tests.storage.conftest import Room, codes
from tests.storage.story import KINDS, begin

FORMATS = Path(__file__).parent / "formats"
ONE_MIND = ("one-mind-1.toml", "one-mind-1.journal")
"""An evening that the app of format 1 kept: policy was of one mind on ua1, and residents on ua2, which these
agreed to show."""


def test_every_format_has_a_file_and_a_step_to_the_next() -> None:
    assert {path.name for path in FORMATS.iterdir()} == {
        *(f"session-{n}.toml" for n in range(1, FORMAT + 1)),
        *(f"journal-{n}.journal" for n in range(1, VERSION + 1)),
        *ONE_MIND,
    }
    assert sorted(STEPS) == list(range(1, FORMAT))


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_session_file_of_each_format_opens(room: Room, number: int) -> None:
    data = (FORMATS / f"session-{number}.toml").read_bytes()
    path = room.places.sessions / "zandpoort" / "2026-11-23-start.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    loaded = read_text(data.decode(), KINDS)
    assert (loaded.seal, loaded.seq) == ("ok", 6)
    again = room.open(path)
    state = again.history.state
    assert again.news == []
    assert state.agreements()["cccccccc"].what == "Bankje op het plein"
    assert state.parked()["dddddddd"].text == "De speeltuin"
    assert state.rounds["aaaaaaaa"].shown is not None
    assert [note.text for note in state.notes.values()] == ["Het is mooi"]


@pytest.mark.parametrize("number", range(1, VERSION + 1))
def test_a_journal_of_each_format_opens(room: Room, number: int) -> None:
    room.places.journals.mkdir(parents=True)
    room.journal.write_bytes((FORMATS / f"journal-{number}.journal").read_bytes())
    path = room.places.sessions / "2026-11-23-start.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes((FORMATS / "session-1.toml").read_bytes())
    again = room.open(path)
    assert (again.store.next_seq, codes(again.news)) == (9, ["storage.recovered"])
    assert [note.text for note in again.history.state.notes.values()] == ["Het is mooi"]


def keep_one_mind(room: Room, *, file: bool, journal: bool) -> Path:
    """Put the evening that was kept in format 1 in the room: closed, or as a crash left it, or both."""
    path = room.places.sessions / "2026-03-12-evening.toml"
    path.parent.mkdir(parents=True)
    if file:
        path.write_bytes((FORMATS / "one-mind-1.toml").read_bytes())
    if journal:
        first, *lines = (FORMATS / "one-mind-1.journal").read_bytes().splitlines(keepends=True)
        header = json.loads(unframe(first) or b"") | {"file": str(path)}
        room.places.journals.mkdir(parents=True)
        there = room.places.journal("session1")
        there.write_bytes(b"".join([frame(json.dumps(header).encode()), *lines]))
    return path


@pytest.mark.parametrize("journal", [False, True])
def test_what_format_1_held_too_much_of_is_left_out_and_nothing_else(room: Room, journal: bool) -> None:
    path = keep_one_mind(room, file=not journal, journal=journal)
    state = Store.open(room.places, "session1" if journal else path, kinds()).history.state
    (vote,) = state.rounds.values()
    assert vote.shown is not None
    policy, residents, workers = vote.shown.groups
    assert (policy.same, sorted(policy.answers)) == (["ua1"], ["ua2", "ua4"])
    assert residents.answers["ua2"] == [0, 3, 0, 0, 0]  # these agreed
    assert (residents.same, workers.same) == ([], [])
    assert workers.answers["ua1"] == [1, 2, 0, 0, 0]
    assert [finding.about for finding in vote.findings] == ["ua1", "ua2", "ua4"]
    assert state.results == {}
    assert [note.text for note in state.notes.values()] == ["Het is mooi"]
    assert state.people == {"beleid": 3, "bewoners": 3, "professionals": 3}


def test_it_is_not_in_the_file_that_is_closed_next(room: Room) -> None:
    opened = Store.open(room.places, keep_one_mind(room, file=True, journal=False), kinds())
    opened.store.close(opened.history.state, opened.store.next_seq - 1)
    made = tomli.loads(opened.store.path.read_text())
    old = tomli.loads((FORMATS / "one-mind-1.toml").read_text())
    assert made["format"] == FORMAT
    group = made["rounds"]["id000001"]["shown"]["groups"][0]
    assert group["same"] == ["ua1"]
    assert "ua1" not in group["answers"]
    assert "results" not in made
    same = set(old) - {"format", "rounds", "results", "end"}
    assert {name: made[name] for name in same} == {name: old[name] for name in same}


def test_a_journal_and_the_file_beside_it_agree_after_an_upgrade(room: Room) -> None:
    """A crash before an upgrade leaves both, and neither is then the work of someone else."""
    path = keep_one_mind(room, file=True, journal=True)
    assert codes(Store.open(room.places, path, kinds()).news) == []


def test_steps_are_taken_one_at_a_time_and_leave_what_they_got() -> None:
    def second(raw: dict[str, Any]) -> dict[str, Any]:
        raw["people"] = raw.pop("crowd")
        return raw

    def third(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "seen": raw["format"]}

    old = {"format": 1, "crowd": 3}
    assert migrated(old, {1: second, 2: third}, 3) == {"format": 3, "people": 3, "seen": 2}
    assert old == {"format": 1, "crowd": 3}


def test_no_step_is_taken_beyond_the_format_of_now() -> None:
    assert migrated({"format": 2}, {1: dict, 2: dict}, 2) == {"format": 2}


@pytest.mark.parametrize("made", [None, "1", True, -1, 0, 3, 9])
def test_what_never_was_a_format_is_left_to_be_refused(made: object) -> None:
    assert migrated({"format": made}, {1: dict, 2: dict}, 3) == {"format": made}


def test_what_format_2_knew_of_a_meeting_becomes_a_meeting() -> None:
    before = {"day": date(2026, 3, 12), "title": "Tweede avond"}
    agreed = {"aaaaaaaa": date(2026, 3, 12), "bbbbbbbb": date(2026, 2, 1)}
    made = migrated({"format": 2, "before": {**before, "agreed": agreed}}, to=3)
    assert made["before"]["agreed"] == {
        "aaaaaaaa": {"day": date(2026, 3, 12), "title": "Tweede avond"},
        "bbbbbbbb": {"day": date(2026, 2, 1), "title": "…"},
    }
    assert migrated({"format": 2, "before": before}, to=3) == {"format": 3, "before": before}


def test_what_format_3_knew_of_agreements_becomes_a_list_of_meetings() -> None:
    last = {"day": date(2026, 3, 12), "title": "Tweede avond"}
    first = {"day": date(2026, 2, 1), "title": "Eerste avond"}
    agreed = {"aaaaaaaa": last, "bbbbbbbb": first, "cccccccc": first}
    made = migrated({"format": 3, "before": {"session": "session0", **last, "agreed": agreed}})
    assert made["before"] == {
        "session": "session0",
        **last,
        "meetings": [{**first, "made": ["bbbbbbbb", "cccccccc"]}, {**last, "made": ["aaaaaaaa"]}],
    }
    without = migrated({"format": 3, "before": {"session": "session0", **last}})
    assert without["before"]["meetings"] == [{**last, "made": []}]


OPEN: list[dict[str, JsonValue]] = [
    {"id": "open0001", "text": "Hoeveel kinderen?", "who": "Welzijn"},
    {"id": "open0002", "text": "Hoe oud?"},
]


def test_what_nobody_knew_stands_among_what_is_parked_and_nothing_is_lost() -> None:
    results = {
        "cijfers/tafel": {"unknown": OPEN, "offered": []},
        "scan/scan": {"unknown": OPEN[:0]},
        "a/b": {"x": 1},
    }
    parked = {"dddddddd": {"text": "De speeltuin"}}
    made = migrated({"format": 3, "results": results, "parked": parked})
    assert made["results"] == {"cijfers/tafel": {"offered": []}, "a/b": {"x": 1}}
    assert made["parked"] == {
        **parked,
        "open0001": {"text": "Hoeveel kinderen?", "who": "Welzijn", "unknown": True},
        "open0002": {"text": "Hoe oud?", "who": "", "unknown": True},
    }
    other = {"format": 3, "results": {"a/b": {"unknown": ["no question"]}}}
    assert migrated(other) == {**other, "format": FORMAT}


def unknown(*lines: JsonValue, seq: int, value: bool = True) -> JournalEntry:
    """Give an action by which an app of format 3 kept what nobody knew."""
    kept = ResultSet(use="cijfers", step="tafel", field="unknown", value=[*lines] if value else None)
    return JournalEntry(seq=seq, at="2026-11-23T19:30:00", name="facts.unknown", events=[kept])


def test_a_journal_of_format_3_keeps_what_nobody_knew() -> None:
    """Also when the app is upgraded in the middle of an evening."""
    one, other = OPEN
    changed: JsonValue = {**one, "text": "Hoeveel jongeren?"}
    actions = with_open_questions(
        [
            unknown(one, seq=1),
            unknown(one, other, seq=2),
            unknown(changed, other, seq=3),
            unknown(other, seq=4),
        ]
    )
    states = [fold_actions(begin(), actions[:count]) for count in range(1, 5)]
    assert [[line.text for line in state.parked().values()] for state in states] == [
        ["Hoeveel kinderen?"],
        ["Hoeveel kinderen?", "Hoe oud?"],
        ["Hoeveel jongeren?", "Hoe oud?"],
        ["Hoe oud?"],
    ]
    assert all(line.unknown for line in states[-1].parked().values())
    assert states[-1].results == {}
    nothing = with_open_questions([*actions, unknown(seq=5, value=False)])
    assert nothing[:4] == actions, "what is as it is now stays so"


def test_other_results_in_a_journal_stay_as_they_are() -> None:
    kept = ResultSet(use="a", step="b", field="unknown", value=["no question"])
    action = JournalEntry(seq=1, at="2026-11-23T19:30:00", name="a.b", events=[kept])
    assert with_open_questions([action]) == [action]
