"""The ballot boxes and drafts of an open session: there after a crash, gone when they should be."""

from __future__ import annotations

import pytest

from facilitator.session.events import RoundClosed, RoundOpened, RoundVoided
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


def test_a_box_survives_a_crash_and_goes_when_its_round_closes(room: Room) -> None:
    store = room.begin()
    store.append(act(1, OPENED))
    vote = folded(begin(), [act(1, OPENED)]).rounds["aaaaaaaa"]
    store.box(vote, 4).cast("residents", {"s1": 0, "s2": 4})
    store.let_go()
    again = room.open("abcd1234")
    box = again.store.box(again.history.state.rounds["aaaaaaaa"], 4)
    assert box.progress() == {"residents": 1}
    again.store.append(act(2, RoundClosed(id="aaaaaaaa", shown=a_shown_result())))
    assert list(room.places.ballots.iterdir()) == []
    with pytest.raises(ValueError, match="no longer open"):
        box.cast("residents", {"s1": 0, "s2": 4})


@pytest.mark.parametrize(
    "event", [RoundClosed(id="aaaaaaaa", shown=a_shown_result()), RoundVoided(id="aaaaaaaa")]
)
def test_a_box_that_a_crash_left_goes_when_the_session_is_opened(
    room: Room, event: RoundClosed | RoundVoided
) -> None:
    store = room.begin()
    store.append(act(1, OPENED))
    vote = folded(begin(), [act(1, OPENED)]).rounds["aaaaaaaa"]
    store.box(vote, 4).cast("residents", {"s1": 0, "s2": 4})
    ballots = {path: path.read_bytes() for path in room.places.ballots.iterdir()}
    store.append(act(2, event))
    store.let_go()
    for path, data in ballots.items():
        path.write_bytes(data)
    room.open("abcd1234")
    assert list(room.places.ballots.iterdir()) == []


def test_no_answer_of_an_open_round_is_in_any_other_file(room: Room) -> None:
    store = room.begin()
    store.append(act(1, OPENED))
    state = folded(begin(), [act(1, OPENED)])
    before = {path: path.read_bytes() for path in room.places.state.rglob("*") if path.is_file()}
    for n in range(4):
        store.box(state.rounds["aaaaaaaa"], 4).cast("residents", {"s1": n, "s2": 4})
    store.save(state, 1)
    after = {path: path.read_bytes() for path in room.places.state.rglob("*") if path.is_file()}
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path.parent for path in changed} == {room.places.ballots}


def test_drafts_survive_a_crash_and_closing_and_go_when_the_group_is_done(room: Room) -> None:
    store = room.begin()
    assert store.drafts.keep({"urgency/vote": "halve zin"})
    store.let_go()
    again = room.open("abcd1234")
    assert again.store.drafts.get("urgency/vote") == "halve zin"
    again.store.close(begin(), 0)
    later = room.open(again.store.path)
    assert later.store.drafts.get("urgency/vote") == "halve zin"
    later.store.close(begin(), 0, for_good=True)
    assert room.files() == ["2026-11-23-start.toml"]
