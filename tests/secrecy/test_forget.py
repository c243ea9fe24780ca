"""Forgetting: everything of one session, nothing of another, and what stays is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.orders import FORMS_OF, PRODUCTS, Order, beside_endings, made_folder
from facilitator.outputs import make, write_reports
from facilitator.problems import Refused
from facilitator.session.events import RoundOpened
from facilitator.session_files import Source
from facilitator.storage.files import Files
from facilitator.storage.store import Store
from facilitator.traces import find_traces, forget
from facilitator.words import LANGUAGES, Words
from tests import platform_marks
from tests.secrecy.adversary import files_in, opened
from tests.storage.conftest import Room, refusals
from tests.storage.story import act, begin, folded, in_days, noted

OPENED = RoundOpened(
    id="aaaaaaaa",
    use="urgency",
    step="vote",
    way="paper",
    grouping="perspective",
    statements=["s1", "s2"],
    expected={"residents": 4},
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room(tmp_path)
    monkeypatch.setenv("FACILITATOR_FOLDER", str(room.places.sessions))
    monkeypatch.setenv("FACILITATOR_STATE", str(room.places.state))
    return room


def full(room: Room) -> Store:
    """Hold a session that leaves something of every sort behind, and is left by a crash in a vote."""
    store = room.begin()
    store.append(act(1, OPENED))
    state = folded(begin(), [act(1, OPENED)])
    store.box(state.rounds["aaaaaaaa"], 4).cast("residents", {"s1": 0, "s2": 4})
    store.drafts.keep({"urgency/vote": "halve zin"})
    store.save(state, 1)
    store.let_go()
    source = Source(state, store.path)
    for language in LANGUAGES:
        t = Words(language)
        write_reports(source, t, in_days(0))
        for product in PRODUCTS:
            for form in FORMS_OF[product]:
                if form not in {"pdf", "ics", "svg"}:  # which need typst, a day, a vote
                    make(source, Order(product, form), t, in_days(0))
        make(source, Order(reader="facilitator"), t, in_days(0))
    for ending in beside_endings():
        store.path.with_name(f"{store.path.stem}{ending}").write_text("van een eerdere versie")
    text = store.path.read_bytes()
    for name in (
        f".~{store.path.name}~",
        f"{store.path.name}.broken-1",
        f"{store.path.stem} (conflict).toml",
        f"{store.path.stem} (Jans laptop's conflicted copy).toml",
    ):
        store.path.with_name(name).write_bytes(text)
    (room.places.journals / "abcd1234.journal.broken-1").write_bytes(text)
    kept = room.places.kept("abcd1234")
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "000009.toml").write_bytes(b"# facilitator: x\n" + text)
    return store


def another(room: Room) -> set[str]:
    """Hold a session in the same place that is to stay, and give the names of its files."""
    before = set(room.files())
    store = room.begin("zzzz9999")
    vote = OPENED.model_copy(update={"id": "bbbbbbbb"})
    store.append(act(1, vote))
    state = folded(begin("zzzz9999"), [act(1, vote)])
    store.box(state.rounds["bbbbbbbb"], 4).cast("residents", {"s1": 0, "s2": 4})
    store.drafts.keep({"x": "y"})
    store.save(state, 1)
    store.let_go()
    return set(room.files()) - before


def test_everything_of_a_session_goes(room: Room, tmp_path: Path) -> None:
    store = full(room)
    assert len(room.files()) > 15
    traces = find_traces(room.places, store.path)
    done = forget(room.places, traces)
    assert (done.removed, done.left) == (traces.files, [])
    assert room.files() == []
    assert not list(room.places.sessions.iterdir()), "its folder is gone too"


def test_what_someone_else_put_in_its_folder_stays(room: Room) -> None:
    store = full(room)
    photo = made_folder(store.path) / "foto van de muur.jpg"
    photo.write_bytes(b"x")
    forget(room.places, find_traces(room.places, store.path))
    assert [path for path in room.places.sessions.rglob("*") if path.is_file()] == [photo]


def test_of_a_ballot_box_that_goes_nothing_stays_on_the_disk(room: Room, tmp_path: Path) -> None:
    store = full(room)
    (raw := tmp_path / "raw").mkdir()
    for path in room.places.ballots.iterdir():
        os.link(path, raw / path.name)  # as a raw disk, which knows the file also without its name
    assert len(opened(files_in(raw))) == 1
    forget(room.places, find_traces(room.places, store.path))
    assert len(files_in(raw)) == 3
    assert opened(files_in(raw)) == []


def test_nothing_of_another_session_goes(room: Room) -> None:
    store = full(room)
    stays = another(room)
    forget(room.places, find_traces(room.places, store.path))
    assert set(room.files()) == stays


def test_a_rescued_session_goes_with_its_journal_there(room: Room, tmp_path: Path) -> None:
    path = room.closed([noted(1, "een")])
    stick = tmp_path / "stick"
    there = stick / ".facilitator" / "journals" / "abcd1234.journal"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"x")
    rescued = stick / "zandpoort" / path.name
    rescued.parent.mkdir()
    rescued.write_bytes(path.read_bytes())
    forget(room.places, find_traces(room.places, rescued))
    assert room.files() == []
    assert [each for each in stick.rglob("*") if each.is_file()] == []


def test_the_file_that_a_rescue_left_goes_too_and_the_note_of_where_it_went(
    room: Room, tmp_path: Path
) -> None:
    store = room.begin()
    left = store.path
    store.append(noted(1, "een"))
    state = folded(begin(), [noted(1, "een")])
    store.save(state, 1)
    now = store.rescue(state, 1, tmp_path / "stick")
    store.close(state, 1)
    assert left.exists()
    assert now.exists()
    assert any(room.places.moved.iterdir())
    forget(room.places, find_traces(room.places, now))
    assert room.files() == []
    assert not now.exists()


def test_a_session_of_which_only_the_journal_is_left_goes(room: Room) -> None:
    path = room.crashed([noted(1, "een")])
    path.unlink()
    forget(room.places, find_traces(room.places, path))
    assert room.files() == []


def test_a_damaged_file_goes_by_the_journal_that_names_it(room: Room) -> None:
    path = room.crashed([noted(1, "een")])
    path.write_bytes(b"\0" * 900)
    forget(room.places, find_traces(room.places, path))
    assert room.files() == []


def test_a_session_that_is_open_stays_whole(room: Room) -> None:
    store = room.begin()
    before = room.files()
    assert refusals(lambda: forget(room.places, find_traces(room.places, store.path))) == ["storage.in_use"]
    assert room.files() == before
    store.let_go()


def test_what_is_no_session_is_never_taken_away(room: Room, tmp_path: Path) -> None:
    letter = tmp_path / "brief.toml"
    letter.write_text('aan = "Jan"', encoding="utf-8")
    with pytest.raises(Refused):
        find_traces(room.places, letter)
    assert letter.exists()


class Stuck(Files):
    """A disk that keeps some files."""

    def remove(self, path: Path) -> None:
        if path.suffix == ".html":
            raise PermissionError(13, "Permission denied")
        super().remove(path)


def test_what_cannot_go_is_told_and_the_rest_goes(room: Room) -> None:
    store = full(room)
    files = Stuck()
    done = forget(room.places, find_traces(room.places, store.path), files)
    assert {path.suffix for path, _ in done.left} == {".html"}
    assert {Path(name).suffix for name in room.files()} == {".html"}
    assert {why.code for _, why in done.left} == {"words.reason.denied"}


# -- on the command line


def typed(answer: str | None) -> Callable[[str], str]:
    def ask(question: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    return ask


@pytest.mark.parametrize(
    ("words", "answer", "code", "gone"),
    [
        (["--yes"], None, 0, True),
        ([], "Zandpoort", 0, True),
        ([], " zandpoort ", 0, True),
        ([], "Zandvoort", 1, False),
        ([], "", 1, False),
        ([], None, 1, False),
    ],
)
def test_forget_asks_first(
    room: Room,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    answer: str | None,
    code: int,
    gone: bool,
) -> None:
    path = room.closed([noted(1, "een")])
    before = room.files()
    monkeypatch.setattr("builtins.input", typed(answer))
    assert main(["forget", "zandpoort", *words]) == code
    said = capsys.readouterr()
    assert str(path) in said.out, "it shows first what is to go"
    assert room.files() == ([] if gone else before)
    assert ("weggehaald" in said.out) == gone
    if not gone:
        assert "Er is niets weggehaald" in said.err


def test_a_name_that_fits_two_sessions_lists_them_and_removes_nothing(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    path = room.closed([noted(1, "een")])
    room.begin("zzzz9999").let_go()
    before = room.files()
    assert main(["forget", "zandpoort", "--yes"]) == 1
    said = capsys.readouterr().err
    assert "Er passen 2 sessies bij zandpoort" in said
    assert all(str(path.with_name(name)) in said for name in before if name.endswith(".toml"))
    assert main(["forget", path.stem, "--yes"]) == 1, "also the words of the one are in the other"
    assert main(["forget", "nergens", "--yes"]) == 1
    assert room.files() == before
    assert main(["forget", f"{path.stem}-2.toml", "--yes"]) == 0
    assert path.exists()


@pytest.mark.parametrize(
    "name",
    ["tmp", "sessions", "zand", "poort", "2026-11-2", "abcd123", "bcd1234", ".", "-", "/", "toml", "start.t"],
)
def test_a_piece_of_a_word_or_of_where_it_stands_is_no_name(
    room: Room, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    room.closed([noted(1, "een")])
    before = room.files()
    assert main(["forget", name, "--yes"]) == 1
    assert "Er is geen sessie met de naam" in capsys.readouterr().err
    assert room.files() == before


@pytest.mark.parametrize(
    "name",
    [
        "Zandpoort",
        "ZANDPOORT",
        "zandpóórt.",
        "abcd1234",
        "start",
        "2026-11-23",
        "2026-11-23-start",
        "2026-11-23-start.toml",
        "zandpoort/2026-11-23-start.toml",
        "zandpoort 2026-11-23",
    ],
)
def test_the_place_the_file_and_the_id_are_names(room: Room, name: str) -> None:
    room.closed([noted(1, "een")])
    assert main(["forget", name, "--yes"]) == 0
    assert room.files() == []


@platform_marks.links
def test_what_may_not_be_seen_is_told_and_nothing_goes(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list that is not whole would call a session gone of which something stays."""
    path = room.closed([noted(1, "een")])
    room.places.ballots.symlink_to(room.places.ballots)  # a circle: nobody can look into it, not even root
    assert main(["forget", str(path), "--yes"]) == 1
    assert "De app kan haar eigen map niet gebruiken" in capsys.readouterr().err
    assert path.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_stays_gives_exit_code_1(room: Room, capsys: pytest.CaptureFixture[str], language: str) -> None:
    path = room.closed([noted(1, "een")])
    (made_folder(path) / f"{path.stem}-rapport.html").mkdir(
        parents=True
    )  # no file, so that it cannot be removed as one
    assert main(["forget", str(path), "--yes", "--lang", language]) == 1
    assert f"{path.stem}-rapport.html" in capsys.readouterr().out.splitlines()[-2]
