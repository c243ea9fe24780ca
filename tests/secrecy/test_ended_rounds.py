"""A crash between the end of a round and the end of its box, in a session that nobody opens again."""

from __future__ import annotations

import pytest

from facilitator.session.events import Event, RoundClosed, RoundOpened, RoundVoided
from facilitator.storage.ended_rounds import clear_ended_rounds
from facilitator.storage.frames import frame
from facilitator.storage.journal import action_line
from tests.storage.conftest import Room
from tests.storage.story import a_shown_result, act, begin, folded

OPENED = RoundOpened(
    id="aaaaaaaa",
    use="urgency",
    step="vote",
    way="paper",
    grouping="perspective",
    statements=["s1", "s2"],
    expected={"residents": 4},
)


def killed_after(room: Room, event: Event | None) -> set[str]:
    """Leave a box with a ballot as a kill would, just after an event was kept; give its files."""
    store = room.begin()
    store.append(act(1, OPENED))
    vote = folded(begin(), [act(1, OPENED)]).rounds["aaaaaaaa"]
    store.box(vote, 4).cast("residents", {"s1": 0, "s2": 4})
    ballots = {path: path.read_bytes() for path in room.places.ballots.iterdir()}
    if event is not None:
        store.append(act(2, event))
    store.let_go()
    for path, data in ballots.items():
        path.write_bytes(data)
    return {path.name for path in ballots}


@pytest.mark.parametrize(
    "event", [RoundClosed(id="aaaaaaaa", shown=a_shown_result()), RoundVoided(id="aaaaaaaa")]
)
def test_the_box_of_a_round_that_ended_goes_at_home(room: Room, event: Event) -> None:
    assert killed_after(room, event)
    clear_ended_rounds(room.places)
    assert list(room.places.ballots.iterdir()) == []


@pytest.mark.parametrize("event", [None, RoundVoided(id="bbbbbbbb")])
def test_the_box_of_an_open_round_stays(room: Room, event: Event | None) -> None:
    left = killed_after(room, event)
    clear_ended_rounds(room.places)
    assert {path.name for path in room.places.ballots.iterdir()} == left


def test_what_a_kill_left_under_another_name_goes_as_well(room: Room) -> None:
    killed_after(room, RoundVoided(id="aaaaaaaa"))
    for path in list(room.places.ballots.iterdir()):
        path.unlink()
    (room.places.ballots / ".~aaaaaaaa.json~").write_bytes(b"x")
    clear_ended_rounds(room.places)
    assert list(room.places.ballots.iterdir()) == []


def test_a_round_that_ended_in_the_first_line_has_ended(room: Room) -> None:
    killed_after(room, None)
    header = room.journal.read_bytes().split(b"\n")[0] + b"\n"
    room.journal.write_bytes(header + action_line(act(1, RoundVoided(id="aaaaaaaa"))))
    clear_ended_rounds(room.places)
    assert list(room.places.ballots.iterdir()) == []


@pytest.mark.parametrize(
    "payload",
    [
        b'["round_voided"]',
        b'{"said": "round_voided"}',
        b'{"events": {"round_voided": 1}}',
        b'{"events": ["round_voided"]}',
        b"round_voided",
        b'{"said": "round_voided", "events": ' + b"[" * 99_999,
    ],
)
def test_lines_that_say_something_else_are_passed_over(room: Room, payload: bytes) -> None:
    killed_after(room, None)
    header = room.journal.read_bytes().split(b"\n")[0] + b"\n"
    ended = action_line(act(1, RoundVoided(id="aaaaaaaa")))
    room.journal.write_bytes(header + frame(payload) + ended)
    clear_ended_rounds(room.places)
    assert list(room.places.ballots.iterdir()) == []


def test_a_journal_that_cannot_be_read_is_not_told(room: Room) -> None:
    killed_after(room, RoundVoided(id="aaaaaaaa"))
    (room.places.journals / "0000aaaa.journal").mkdir()
    clear_ended_rounds(room.places)


def test_damaged_journals_are_no_reason_to_stop(room: Room) -> None:
    killed_after(room, RoundVoided(id="aaaaaaaa"))
    (room.places.journals / "zzzz9999.journal").write_bytes(b"\0 round_closed\n" * 9)
    clear_ended_rounds(room.places)
    assert list(room.places.ballots.iterdir()) == []
