"""Names and links in files lead nowhere but to the files that are meant."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Refused
from facilitator.scenario.authoring.templates import new_file
from facilitator.scenario.check_session import CheckSession
from facilitator.scenario.library import headings
from facilitator.scenario.toml_files import read_toml
from facilitator.storage.files import Files, aside, write_whole
from facilitator.storage.session_list import sessions
from facilitator.traces import find_traces
from facilitator.words import Words
from tests import platform_marks
from tests.storage.conftest import Room, codes, refusals
from tests.storage.story import begin, folded, noted

NL = Words("nl")
SCENARIO = """format = 1
languages = ["nl"]
title = "Avond"
purpose = "Waarom?"
minutes = 20
[[perspective]]
id = "bewoners"
title = "bewoners"
[[use]]
block = {name}
"""
ELSEWHERE = [
    "../../geheim",
    "/etc/passwd",
    "..",
    "C:\\\\geheim",
    "blok/../../geheim",
    "geheim\\u0000",
    "GEHEIM",
    "geheim.",
    "geheim ",
    "~/geheim",
    "a" * 65,
]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_block_is_never_looked_for_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.toml").write_text("wachtwoord = 1", encoding="utf-8")
    (tmp_path / "own/blocks").mkdir(parents=True)
    path = tmp_path / "own/avond.toml"
    path.write_text(SCENARIO.format(name=f'"{name}"'), encoding="utf-8")
    said: list[str] = []
    assert not CheckSession([path], tmp_path / "own", kinds(), NL, said.append).once()
    assert "wachtwoord" not in "".join(said)
    assert "avond.toml:10:" in "".join(said)


@pytest.mark.parametrize(
    "name", ["../weg", "/tmp/weg", "CON", "nul", "a b", "", "é", "weg.", "a/b", "x" * 65, "\x1b[2J"]
)
def test_a_new_file_stands_where_new_files_stand_or_nowhere(tmp_path: Path, name: str) -> None:
    own = tmp_path / "in/own"
    try:
        made = new_file("scenario", name, own, kinds(), NL)
    except Refused:
        assert not list(tmp_path.rglob("*.toml"))
    else:
        assert made.resolve().is_relative_to(own.resolve())
        assert made.stem.lower() not in {"con", "nul"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a\x9b2Jb", "a\ufffd2Jb"),
        pytest.param("c\x1b[2Jd", "c\ufffd[2Jd", marks=platform_marks.any_names),
        ("e\u202ef", "ef"),
    ],
    ids=ascii,
)
def test_the_name_of_a_file_stands_for_no_title_without_acting(tmp_path: Path, name: str, title: str) -> None:
    (tmp_path / f"{name}.toml").write_text('series = "s\u009b2J"', encoding="utf-8")
    (found,), problems = headings(tmp_path, "nl", own=True)
    assert (found.title, found.series) == (title, "s\ufffd2J")
    assert problems == []


@platform_marks.links
def test_a_link_is_no_scenario(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("wachtwoord = 1", encoding="utf-8")
    link = tmp_path / "avond.toml"
    link.symlink_to(tmp_path / "geheim")
    with pytest.raises(Refused) as refused:
        read_toml(link)
    assert [each.code for each in refused.value.problems] == ["scenario.not_a_file"]
    said: list[str] = []
    assert not CheckSession([link], tmp_path / "own", kinds(), NL, said.append).once()
    assert "wachtwoord" not in "".join(said)


@platform_marks.links
def test_a_link_is_no_session_and_is_left_as_it_is(tmp_path: Path) -> None:
    """Reading through it would be reading anything, and saving would put a file in its place."""
    room = Room(tmp_path)
    path = room.closed([noted(1, "een")])
    other = tmp_path / "elders.toml"
    path.rename(other)
    path.symlink_to(other)
    assert refusals(lambda: room.open(path)) == ["storage.link"]
    assert refusals(lambda: find_traces(room.places, path)) == ["storage.link"]
    (line,) = sessions(room.places)
    assert line.problem is not None
    assert line.problem.code == "storage.link"
    assert path.is_symlink()
    opened = room.open(other)  # the file itself is a session like any other
    opened.store.close(opened.history.state, 1)


@platform_marks.links
def test_a_session_whose_file_became_a_link_goes_on_beside_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    store = room.begin()
    path, other = store.path, tmp_path / "elders.toml"
    path.rename(other)
    path.symlink_to(other)
    before = other.read_bytes()
    store.append(noted(1, "een"))
    store.save(folded(begin(), [noted(1, "een")]), 1)
    assert codes(room.told) == ["storage.conflict"]
    assert (path.is_symlink(), other.read_bytes()) == (True, before)
    store.let_go()
    assert codes(room.open("abcd1234").news) == ["storage.conflict"]


@platform_marks.links
def test_a_whole_folder_may_be_a_link(tmp_path: Path) -> None:
    """Documents often stand elsewhere."""
    real = tmp_path / "OneDrive"
    real.mkdir()
    (tmp_path / "sessions").symlink_to(real)
    room = Room(tmp_path)
    path = room.closed([noted(1, "een")])
    assert [each.path for each in sessions(room.places)] == [path]
    assert len(list(real.rglob("*.toml"))) == 1


@platform_marks.links
@platform_marks.pipes
def test_a_link_to_itself_and_a_pipe_end_soon(tmp_path: Path) -> None:
    loop, pipe = tmp_path / "loop.toml", tmp_path / "pipe.toml"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    for path in (loop, pipe):
        with pytest.raises(Refused):
            read_toml(path)
        with pytest.raises(OSError, match=r"."):
            Files().read(path, 100)


@platform_marks.links
def test_what_is_written_goes_to_no_linked_file(tmp_path: Path) -> None:
    other, path = tmp_path / "ander", tmp_path / "avond.toml"
    other.write_text("blijft", encoding="utf-8")
    path.symlink_to(other)
    write_whole(Files(), path, b"nieuw")
    assert other.read_text(encoding="utf-8") == "blijft"
    assert path.read_bytes() == b"nieuw"
    assert not path.is_symlink()


@platform_marks.pipes
@platform_marks.links
def test_a_device_a_pipe_and_a_folder_are_no_session(tmp_path: Path) -> None:
    room = Room(tmp_path)
    folder = room.places.sessions / "wijk"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pijp.toml")
    (folder / "map.toml").mkdir()
    (folder / "nul.toml").symlink_to("/dev/zero")
    (folder / "los.toml").symlink_to("nergens")
    told = {
        folder / "pijp.toml": "storage.unreadable",
        folder / "map.toml": "storage.unreadable",
        folder / "nul.toml": "storage.link",
        folder / "los.toml": "storage.link",
        Path("/dev/zero"): "storage.unreadable",
    }
    for path, code in told.items():
        assert refusals(partial(room.open, path)) == [code]
        assert refusals(partial(find_traces, room.places, path)) == [code]
    listed = {each.path: each.problem and each.problem.code for each in sessions(room.places)}
    assert listed == {path: code for path, code in told.items() if path.parent == folder}
    assert sorted(each.name for each in folder.iterdir()) == ["los.toml", "map.toml", "nul.toml", "pijp.toml"]


@platform_marks.pipes
@pytest.mark.parametrize("read", [True, False], ids=["a pipe that is read", "a pipe that nobody reads"])
def test_nothing_is_written_into_what_is_no_file(tmp_path: Path, read: bool) -> None:
    """The name under which a file is written first may be taken by anything; nobody waits for a pipe."""
    path = tmp_path / "avond.toml"
    path.write_bytes(b"oud")
    os.mkfifo(aside(path))
    reader = os.open(aside(path), os.O_RDONLY | os.O_NONBLOCK) if read else -1
    failed: list[OSError] = []

    def write() -> None:
        try:
            write_whole(Files(), path, b"nieuw")
        except OSError as error:
            failed.append(error)

    writer = Thread(target=write, daemon=True)
    writer.start()
    writer.join(20)
    assert not writer.is_alive()
    assert (len(failed), path.read_bytes()) == (1, b"oud")
    if read:
        assert os.read(reader, 10) == b""
        os.close(reader)
    write_whole(Files(), path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert [each.name for each in tmp_path.iterdir()] == ["avond.toml"]
