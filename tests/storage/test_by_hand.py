"""Session files that someone changed by hand, in an editor or by cutting them off."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from facilitator.problems import Place, Refused
from facilitator.session.events import JournalEntry, Moved, Noted, RegisterPut, ResultSet
from facilitator.session.registers import Contribution, Item, Link
from facilitator.storage.session_file import read_text, write_text
from tests.storage.conftest import Room, codes
from tests.storage.story import KINDS, act, begin, folded, noted
from tests.storage.test_recovery import STORY, WHOLE, edit


def test_a_closed_file_changed_by_hand_is_the_new_base(room: Room) -> None:
    path = room.closed(STORY)
    text = edit(path, "Het is mooi", "Het is heel mooi")
    again = room.open(path)
    assert again.history.state.notes["n0000001"].text == "Het is heel mooi"
    assert codes(again.news) == ["storage.hand_edit"]
    assert again.store.next_seq == 5
    assert path.read_text(encoding="utf-8") == text
    again.store.close(again.history.state, 4)
    assert read_text(path.read_text(encoding="utf-8"), KINDS).seal == "ok"


def test_a_hand_edit_survives_a_crash_after_it_was_opened(room: Room) -> None:
    path = room.closed(STORY)
    edit(path, "Het is mooi", "Het is heel mooi")
    store = room.open(path).store
    store.append(noted(5, "verder"))
    store.let_go()
    again = room.open(path)
    assert codes(again.news) == ["storage.recovered"]
    assert {each.text for each in again.history.state.notes.values()} == {
        "Het is heel mooi",
        "Klaar",
        "verder",
    }
    assert "conflict" not in "".join(room.files())


def test_a_hand_edit_of_a_file_that_held_everything_is_the_new_base(room: Room) -> None:
    path = room.crashed(STORY, saved=4)
    edit(path, "Het is mooi", "Het is heel mooi")
    again = room.open(path)
    assert again.history.state.notes["n0000001"].text == "Het is heel mooi"
    assert codes(again.news) == ["storage.hand_edit"]


def test_a_hand_edit_of_a_file_that_missed_something_stays_and_ours_goes_beside_it(room: Room) -> None:
    path = room.crashed(STORY, saved=3)
    text = edit(path, "Het is mooi", "Het is heel mooi")
    again = room.open(path)
    assert again.history.state == WHOLE
    assert codes(again.news) == ["storage.recovered", "storage.conflict"]
    ours = path.with_name("2026-11-23-start (conflict).toml")
    assert again.store.path == ours
    assert path.read_text(encoding="utf-8") == text
    assert read_text(ours.read_text(encoding="utf-8"), KINDS).state == WHOLE


def test_after_a_hand_edit_the_session_is_found_by_its_id_in_the_same_file(room: Room) -> None:
    path = room.closed(STORY)
    edit(path, "Het is mooi", "Het is heel mooi")
    store = room.open(path).store
    store.append(noted(5, "verder"))
    store.let_go()
    again = room.open("abcd1234")
    assert again.store.path == path
    assert {note.text for note in again.history.state.notes.values()} >= {"Het is heel mooi", "verder"}


def test_a_closed_file_that_lost_its_end_is_told_and_gets_one_again(room: Room) -> None:
    path = room.closed(STORY)
    path.write_text(path.read_text(encoding="utf-8").rpartition("\n[end]")[0], encoding="utf-8")
    again = room.open(path)
    assert (again.history.state, codes(again.news)) == (
        WHOLE.replace(changed_by_hand=True),
        ["storage.no_end"],
    )
    assert str(again.news[0].place) == str(path)
    again.store.close(again.history.state, again.store.next_seq - 1)
    assert read_text(path.read_text(encoding="utf-8"), KINDS).seal == "ok"


def test_a_file_without_its_end_may_leave_out_blocks(room: Room) -> None:
    state = begin()
    state = state.replace(about=state.about.model_copy(update={"left_out": ["open"]}))
    text = write_text(state, 0)
    loaded = read_text(text.rpartition("\n[end]")[0], KINDS)
    assert (loaded.state, loaded.seal) == (state.replace(changed_by_hand=True), "missing")


# -- our own file, whatever is in it and wherever it began


def test_a_note_that_looks_like_an_end_does_not_make_our_file_someone_elses(room: Room) -> None:
    like_an_end = Noted(id="eeeeeeee", use="urgency", step="vote", text="Kijk:\nseq = 3\nseq = 1")
    story = [act(1, like_an_end), noted(2, "twee")]
    path = room.crashed(story, saved=1)
    again = room.open(path)
    assert (again.history.state, again.store.path) == (folded(begin(), story), path)
    assert codes(again.news) == ["storage.recovered"]


def test_our_file_is_known_in_a_session_that_was_opened_again(room: Room) -> None:
    path = room.closed(STORY)
    store = room.open(path).store
    story = [noted(n, f"regel {n}") for n in (5, 6, 7)]
    for action in story:
        store.append(action)
        if action.seq == 6:
            store.save(folded(WHOLE, story[:2]), 6)
    store.let_go()
    again = room.open(path)
    assert (again.history.state, again.store.path) == (folded(WHOLE, story), path)
    assert [(each.code, each.values) for each in again.news] == [("storage.recovered", {"n": 1})]


# -- what has to fit together


CLOSED = act(
    5,
    ResultSet(use="session", step="closing", field="next_date", value="2027-01-11"),
    Moved(use="session", step="closing"),
)


def test_what_the_end_of_a_session_asks_is_no_step_that_is_gone(room: Room) -> None:
    path = room.closed([*STORY, CLOSED])
    edit(path, "Het is mooi", "Het is heel mooi")
    state = room.open(path).history.state
    assert (state.at.key, state.results["session/closing"]) == (
        "session/closing",
        {"next_date": "2027-01-11"},
    )


def test_every_part_that_does_not_fit_is_told() -> None:
    text = write_text(folded(begin(), [answered(1, "ask"), answered(2, "gone"), answered(3, "vote")]), 3)
    text = text.replace("Daarom", "Daarom!")
    with pytest.raises(Refused) as caught:
        read_text(text, KINDS, Place("x.toml"))
    assert codes(caught.value.problems) == ["storage.no_step", "scenario.unknown_key"]
    assert caught.value.problems[0].values == {"name": "urgency/gone"}


def answered(seq: int, step: str) -> JournalEntry:
    answer: dict[str, JsonValue] = {"id": "ffffffff", "question": "why", "text": "Daarom"}
    return act(seq, ResultSet(use="urgency", step=step, field="answers", value=[answer]))


def test_who_is_named_and_not_there_is_told_by_name() -> None:
    entry = Contribution(actor="aaaaaaaa", task="bbbbbbbb", direction="brings", what="Brood")
    put = RegisterPut(register_name="contributions", id="cccccccc", entry=entry)
    text = write_text(folded(begin(), [act(1, put)]), 1).replace("Brood", "Broodjes")
    with pytest.raises(Refused) as caught:
        read_text(text, KINDS, Place("x.toml"))
    assert [(each.code, each.values) for each in caught.value.problems] == [
        ("storage.no_actor", {"name": "aaaaaaaa"}),
        ("storage.no_task", {"name": "bbbbbbbb"}),
    ]


def test_a_link_of_which_an_end_was_taken_out_by_hand_goes_with_what_hangs_on_it() -> None:
    one, two = Item(text="Lege winkels", sort="worry"), Item(text="Kapotte lantaarns", sort="worry")
    kept, first, second = (
        Link(start=start, end="item0002", how="worsens") for start in ("item0002", "item0001", "link0001")
    )
    puts = [
        RegisterPut(register_name="items", id="item0001", entry=one),
        RegisterPut(register_name="items", id="item0002", entry=two),
        RegisterPut(register_name="links", id="link0003", entry=kept),
        RegisterPut(register_name="links", id="link0002", entry=second),
        RegisterPut(register_name="links", id="link0001", entry=first),
    ]
    text = write_text(folded(begin(), [act(1, *puts)]), 1)
    start = text.index("[items.item0001]")
    loaded = read_text(text[:start] + text[text.index("[items.item0002]") :], KINDS)
    assert list(loaded.state.items()) == ["item0002"]
    assert list(loaded.state.links()) == ["link0003"]


def test_a_file_of_which_all_of_the_programme_is_missing_is_cut_off() -> None:
    text = write_text(begin(), 0).partition("\n[scenario]")[0].replace("steps = 4", "steps = 1")
    with pytest.raises(Refused) as caught:
        read_text(text, KINDS, Place("x.toml"))
    assert codes(caught.value.problems) == ["storage.cut_off"]


def test_a_round_that_is_no_table_is_told() -> None:
    text = write_text(begin(), 0).replace("format = 6\n", "format = 6\nrounds = {aaaaaaaa = 3}\n")
    with pytest.raises(Refused) as caught:
        read_text(text, KINDS, Place("x.toml"))
    codes(caught.value.problems)
    assert [each.key for each in caught.value.problems] == ["rounds.aaaaaaaa"]
