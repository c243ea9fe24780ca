"""One finder for every command that names a session: strict, and never choosing from several."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.orders import made_folder
from tests.storage.conftest import Room
from tests.storage.story import noted

COMMANDS = [["resume"], ["report"], ["run", "proefronde", "--after"], ["forget", "--yes"]]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room(tmp_path)
    monkeypatch.setenv("FACILITATOR_FOLDER", str(room.places.sessions))
    monkeypatch.setenv("FACILITATOR_STATE", str(room.places.state))
    return room


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_of_several_none_is_chosen_and_all_are_told(
    room: Room, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    first = room.closed([noted(1, "een")])
    second = room.begin("zzzz9999", "Zandpoort Noord")
    second.let_go()
    before = room.files()
    assert main([*command, "ZANDPOORT"]) == 1
    said = capsys.readouterr().err
    assert "Er passen 2 sessies bij ZANDPOORT" in said
    assert str(first) in said
    assert str(second.path) in said
    assert room.files() == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
@pytest.mark.parametrize("name", ["oort", "tmp", "sessions", "zzz"])
def test_a_piece_of_a_word_is_no_name_for_any_command(
    room: Room, capsys: pytest.CaptureFixture[str], command: list[str], name: str
) -> None:
    room.closed([noted(1, "een")])
    assert main([*command, name]) == 1
    assert f"Er is geen sessie met de naam {name}." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["zándpoort", "abcd1234", "2026-11-23", "zandpoort/2026-11-23-start.toml"])
def test_a_report_is_made_of_the_one_that_is_meant(room: Room, name: str) -> None:
    path = room.closed([noted(1, "een")])
    assert main(["report", name]) == 0
    assert (made_folder(path) / f"{path.stem}-rapport.html").exists()
