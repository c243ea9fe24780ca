"""Files of earlier versions open; each format has a file here that was written by the app of then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.storage.frames import VERSION
from facilitator.storage.migrations import FORMAT, STEPS, migrated
from facilitator.storage.session_file import read_text
from tests.storage.conftest import Room, codes
from tests.storage.story import KINDS

FORMATS = Path(__file__).parent / "formats"


def test_every_format_has_a_file_and_a_step_to_the_next() -> None:
    assert {path.name for path in FORMATS.iterdir()} == {
        *(f"session-{n}.toml" for n in range(1, FORMAT + 1)),
        *(f"journal-{n}.journal" for n in range(1, VERSION + 1)),
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
