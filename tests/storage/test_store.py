"""A session that is open: begun, added to, saved, closed, opened again, and safe when writing fails."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from facilitator.problems import Problem, Refused
from facilitator.session.history import History
from facilitator.storage.files import Files
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.saver import in_a_thread
from facilitator.storage.session_file import read_text
from facilitator.storage.store import Store
from tests import platform_marks
from tests.storage.conftest import Room, codes, refusals
from tests.storage.story import KINDS, act, begin, folded, noted

STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), act(3, undo=2)]


def test_a_closed_session_opens_again_from_its_file(room: Room) -> None:
    path = room.closed(STORY)
    assert path == room.places.sessions / "zandpoort" / "2026-11-23-start.toml"
    assert room.files() == [path.name]
    again = room.open(path)
    assert again.history == History.from_state(folded(begin(), STORY))
    assert again.news == []
    assert again.store.next_seq == 4
    again.store.append(noted(4, "Nog iets"))


def test_opening_and_closing_a_session_changes_nothing(room: Room) -> None:
    path = room.closed(STORY)
    before = path.stat()
    again = room.open(path)
    again.store.close(again.history.state, 3)
    assert path.stat() == before


def test_a_file_that_went_while_it_was_open_is_there_again_after_closing(room: Room) -> None:
    path = room.closed(STORY)
    again = room.open(path)
    path.unlink()
    again.store.close(again.history.state, 3)
    assert room.open(path).history.state == folded(begin(), STORY)


def test_a_session_that_was_not_closed_brings_everything_back(room: Room) -> None:
    path = room.crashed(STORY)
    again = room.open(path)
    assert again.history == History.replay(begin(), STORY)
    assert codes(again.news) == ["storage.recovered"]
    assert again.news[0].values == {"n": 3}
    again.store.append(act(4, redo=2))
    again.store.let_go()
    assert "n0000002" in room.open("abcd1234").history.state.notes


def test_what_was_in_the_file_already_is_not_called_brought_back(room: Room) -> None:
    again = room.open(room.crashed(STORY, saved=2))
    assert [(each.code, each.values) for each in again.news] == [("storage.recovered", {"n": 1})]
    again.store.let_go()
    assert room.open("abcd1234").news == []  # because opening it saved it


def test_undo_reaches_back_to_where_the_session_was_opened(room: Room) -> None:
    again = room.open(room.closed(STORY[:1]))
    assert again.history.can_undo() is None
    again.store.append(noted(2, "En druk"))
    again.store.let_go()
    assert room.open("abcd1234").history.can_undo() == noted(2, "En druk")


def test_two_sessions_in_the_same_place_on_the_same_day(room: Room) -> None:
    first, second, third = room.begin("aaaaaaaa"), room.begin("bbbbbbbb"), room.begin("cccccccc")
    names = [store.path.name for store in (first, second, third)]
    assert names == ["2026-11-23-start.toml", "2026-11-23-start-2.toml", "2026-11-23-start-3.toml"]


@platform_marks.modes
def test_everything_is_for_the_user_alone(room: Room) -> None:
    store = room.begin()
    store.append(STORY[0])
    store.drafts.keep({"urgency/vote": "halve zin"})
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in room.places.state.rglob("*") if path.is_file()}
    assert modes | {stat.S_IMODE(store.path.stat().st_mode)} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in room.places.state.rglob("*") if path.is_dir()} == {
        0o700
    }
    assert stat.S_IMODE(room.places.state.stat().st_mode) == 0o700


def test_an_action_must_follow_the_last_one(room: Room) -> None:
    store = room.begin()
    with pytest.raises(ValueError, match="action 2 cannot follow 0"):
        store.append(noted(2, "te vroeg"))
    store.append(noted(1, "goed"))
    with pytest.raises(ValueError, match="cannot follow"):
        store.append(noted(1, "nog eens"))
    store.close(folded(begin(), [noted(1, "goed")]), 1)
    with pytest.raises(ValueError, match="cannot follow"):
        store.append(noted(2, "te laat"))


def test_an_action_that_could_not_be_read_back_costs_itself_alone(room: Room) -> None:
    store = room.begin()
    with pytest.raises(NotSaved) as caught:
        store.append(noted(1, "x").model_copy(update={"name": "Not A Name"}))
    assert codes([caught.value.problem]) == ["storage.unkeepable"]
    assert store.failed is None
    store.append(noted(1, "x"))


# -- the session file, soon


def test_the_file_follows_soon_with_what_is_newest(room: Room) -> None:
    store = room.begin()
    for action in STORY:
        store.append(action)
        store.save_soon(folded(begin(), STORY[: action.seq]), action.seq)
    assert len(room.clock.set) == 1
    assert read_text(store.path.read_text(encoding="utf-8"), KINDS).seq == 0
    room.clock.ring()
    loaded = read_text(store.path.read_text(encoding="utf-8"), KINDS)
    assert (loaded.state, loaded.seq) == (folded(begin(), STORY), 3)


def test_an_older_state_never_replaces_a_newer_one(room: Room) -> None:
    store = room.begin()
    store.append(STORY[0])
    store.save_soon(begin(), 0)
    store.save(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    assert read_text(store.path.read_text(encoding="utf-8"), KINDS).seq == 1


def test_a_file_that_cannot_be_written_soon_is_told(room: Room) -> None:
    store = room.begin()
    store.path.parent.rename(store.path.parent.with_name("weg"))
    store.path.parent.write_text("geen map", encoding="utf-8")
    store.append(STORY[0])
    store.save_soon(folded(begin(), STORY[:1]), 1)
    room.clock.ring()
    assert codes(room.told) == ["storage.file_not_saved"]
    with pytest.raises(NotSaved):
        store.close(folded(begin(), STORY[:1]), 1)
    store.append(STORY[1])  # the journal is not in that folder


def test_the_real_alarm_saves_in_a_thread(room: Room) -> None:
    from threading import Event

    done = Event()

    class Watched(Files):
        def sync_folder(self, folder: Path) -> None:
            super().sync_folder(folder)
            if store is not None and folder == store.path.parent:
                done.set()

    store: Store | None = None
    store = Store.begin(
        room.places,
        begin(),
        KINDS,
        files=Watched(),
        later=lambda seconds, call: in_a_thread(seconds / 1000, call),
    )
    store.append(STORY[0])
    done.clear()
    store.save_soon(folded(begin(), STORY[:1]), 1)
    assert done.wait(30)
    assert read_text(store.path.read_text(encoding="utf-8"), KINDS).seq == 1


# -- one at a time


def test_a_session_is_open_in_one_place_at_a_time(room: Room) -> None:
    store = room.begin()
    for path in (store.path, "abcd1234"):
        with pytest.raises(Refused) as caught:
            room.open(path)
        assert codes(caught.value.problems) == ["storage.in_use"]
    assert refusals(room.begin) == ["storage.in_use"]
    store.let_go()
    assert refusals(room.begin) == ["storage.in_use"], "not over one that still has to be recovered"
    store = room.open("abcd1234").store
    store.append(STORY[0])
    store.close(folded(begin(), STORY[:1]), 1)
    room.open(store.path).store.let_go()


def test_what_is_not_there_cannot_be_opened(room: Room) -> None:
    assert refusals(lambda: room.open("abcd1234")) == ["storage.no_session"]
    assert refusals(lambda: room.open("../../etc")) == ["storage.no_session"]
    assert refusals(lambda: room.open(room.places.sessions / "weg.toml")) == ["storage.no_file"]
    assert room.files() == []


def test_a_session_can_be_opened_by_its_id_from_a_closed_file(room: Room) -> None:
    path = room.closed(STORY)
    assert room.open("abcd1234").store.path == path


def test_problems_are_values_that_can_be_said() -> None:
    from facilitator.words import Words

    for language in ("nl", "en"):
        t = Words(language)
        assert "3" in Problem("storage.recovered", {"n": 3}).say(t)
        assert Places(Path("a"), Path("b")).journals == Path("b/journals")


def test_saving_in_one_thread_while_another_appends(room: Room) -> None:
    store = room.begin()
    story = [noted(seq, f"regel {seq}") for seq in range(1, 61)]
    states = [begin(), *(folded(begin(), story[:seq]) for seq in range(1, 61))]

    def save_all() -> None:
        for seq in range(61):
            store.save(states[store.next_seq - 1], store.next_seq - 1)
            store.save_soon(states[seq], seq)
            room.clock.ring()

    with ThreadPoolExecutor() as pool:
        saving = [pool.submit(save_all) for _ in range(3)]
        for action in story:
            store.append(action)
        for each in saving:
            each.result()
    assert room.told == []
    store.let_go()
    again = room.open("abcd1234")
    assert again.history.state == states[-1]
    assert [path.name for path in room.places.sessions.rglob("*.toml")] == [store.path.name]
