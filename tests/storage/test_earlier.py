"""The session that another follows: read wherever it is, refused in one sentence, never written."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.orders import Order
from facilitator.outputs import report_session
from facilitator.problems import Problem, Refused
from facilitator.session.events import BlockInserted
from facilitator.storage.places import Places
from facilitator.storage.session_finder import look_at, read_earlier
from facilitator.words import Words
from tests.storage.conftest import Room, codes
from tests.storage.story import KINDS, act, begin, folded, in_days, noted, programme

STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), act(3, undo=2), noted(4, "Klaar")]
WHOLE = folded(begin(), STORY)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file with what is in it and when it was changed."""
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(places: Places, path: Path) -> Problem:
    with pytest.raises(Refused) as caught:
        read_earlier(places, path, KINDS)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_the_file_alone_is_enough_on_another_laptop(room: Room, tmp_path: Path) -> None:
    taken = tmp_path / "usb" / "vorige keer.toml"
    taken.parent.mkdir()
    taken.write_bytes(room.closed(STORY).read_bytes())
    elsewhere = Places(tmp_path / "elders", tmp_path / "staat")
    before = everything(tmp_path)
    assert read_earlier(elsewhere, taken, KINDS) == WHOLE
    assert everything(tmp_path) == before


def test_what_only_the_journal_knows_is_there_too_and_nothing_is_written(room: Room, tmp_path: Path) -> None:
    path = room.crashed(STORY, saved=1)
    before = everything(tmp_path)
    assert read_earlier(room.places, path, KINDS) == WHOLE
    assert everything(tmp_path) == before


def test_a_damaged_file_is_left_where_it_is_when_its_journal_is_whole(room: Room, tmp_path: Path) -> None:
    path = room.crashed(STORY, saved=1)
    path.write_bytes(b"\0" * 900)
    before = everything(tmp_path)
    assert read_earlier(room.places, path, KINDS) == WHOLE
    assert everything(tmp_path) == before
    out = tmp_path / "rapport.html"
    report_session(path, room.places, Words("nl"), in_days(0), Order(), out)
    out.unlink()
    assert everything(tmp_path) == before, "a report changes nothing either"


def test_a_copy_is_read_as_it_stands(room: Room, tmp_path: Path) -> None:
    path = room.crashed(STORY, saved=1)
    copy = tmp_path / "kopie.toml"
    copy.write_bytes(path.read_bytes())
    assert read_earlier(room.places, copy, KINDS) == folded(begin(), STORY[:1])
    path.unlink()
    assert read_earlier(room.places, copy, KINDS) == WHOLE


def test_a_block_that_was_added_is_there_too(room: Room) -> None:
    extra = programme().uses[0].model_copy(update={"id": "extra"})
    story = [act(1, BlockInserted(after="open", use=extra))]
    assert read_earlier(room.places, room.crashed(story), KINDS) == folded(begin(), story)


def test_a_session_that_was_rescued_is_read_with_the_journal_beside_it(room: Room, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    there = Places(usb, usb / ".facilitator")
    path = Room(tmp_path / "eerst").crashed(STORY, saved=1)
    taken = usb / path.name
    there.journals.mkdir(parents=True)
    taken.write_bytes(path.read_bytes())
    path.unlink()
    there.journal("abcd1234").write_bytes(Room(tmp_path / "eerst").journal.read_bytes())
    assert read_earlier(room.places, taken, KINDS) == WHOLE


def test_a_change_by_hand_is_taken(room: Room) -> None:
    path = room.closed(STORY)
    path.write_text(path.read_text(encoding="utf-8").replace("Het is mooi", "Het is fijn"), encoding="utf-8")
    state, news = look_at(room.places, path, KINDS)
    assert {note.text for note in state.notes.values()} == {"Het is fijn", "Klaar"}
    assert codes(news) == ["storage.hand_edit"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "storage.empty"),
        ("boodschappen", "storage.not_a_session"),
        ('format = 1\nlanguages = ["nl"]\ntitle = "Start"', "storage.not_a_session"),
        ('format = 9\nid = "abcd1234"', "storage.newer"),
        ('format = 1\nid = "abcd1234"\nplace = 3', "storage.cut_off"),
        ('format = 1\nid = "abcd1234"\nplace = 3\n[end]\nseq = 1\n', "storage.earlier_damaged"),
    ],
)
def test_what_is_no_session_or_damaged_is_refused_in_one_sentence(
    room: Room, tmp_path: Path, text: str, code: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    before = everything(tmp_path)
    assert codes([refused(room.places, path)]) == [code]
    assert everything(tmp_path) == before


def test_many_mistakes_are_one_sentence(room: Room) -> None:
    path = room.closed(STORY)
    text = path.read_text(encoding="utf-8").replace("minutes = 40", "minutes = 0").replace('"card"', '"kard"')
    path.write_text(text, encoding="utf-8")
    assert codes([refused(room.places, path)]) == ["storage.earlier_damaged"]


def test_what_is_not_there_is_refused(room: Room, tmp_path: Path) -> None:
    assert codes([refused(room.places, tmp_path / "weg.toml")]) == ["storage.no_file"]
    assert codes([refused(room.places, tmp_path)]) == ["storage.unreadable"]
