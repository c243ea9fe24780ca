"""A folder that may not be seen, is none, or has a name too long: one sentence, and the rest works."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitator.cli import main
from facilitator.folders import demand_possible, short
from tests import platform_marks
from tests.journeys.evening import PROGRAM
from tests.storage.conftest import Room
from tests.storage.story import noted
from tests.ui.test_home_own import home

NOBODY = 65534
"""The number of a user who may do nothing."""


def circle(folder: Path) -> Path:
    """Give a folder that is a link to itself."""
    (folder / "rond").symlink_to(folder / "rond")
    return folder / "rond"


def within_a_file(folder: Path) -> Path:
    (folder / "bestand").write_text("x", encoding="utf-8")
    return folder / "bestand" / "sessies"


def too_long(folder: Path) -> Path:
    return folder / ("s" * 300)


FOLDERS = [pytest.param(circle, marks=platform_marks.links), within_a_file, too_long]

COMMANDS = [
    (["list"], 0, True),
    (["resume"], 1, True),
    (["resume", "zandpoort"], 1, True),
    (["report", "zandpoort"], 1, True),
    (["forget", "zandpoort", "--yes"], 1, True),
    (["run", "proefronde", "--after", "zandpoort"], 1, True),
    (["run", "van-mij"], 1, True),
    (["check", "van-mij"], 1, True),
    (["preview", "van-mij"], 1, True),
    (["print", "proefronde"], 1, True),
    (["new", "scenario", "van-mij"], 1, True),
    (["check", "proefronde"], 0, False),
    (["preview", "proefronde"], 0, False),
    (["run", "proefronde"], 1, False),  # without a terminal
    (["privacy"], 0, False),
    (["schema"], 0, False),
]
"""What is asked, the code, and whether the folder is in its way."""

ENGLISH = ("Not a directory", "Too many levels", "too long", "Permission denied", "onverwacht", "Traceback")


def check(asked: tuple[list[str], int, bool], ended: int, said: str, sessions: Path) -> None:
    """Look whether the command ended well, and said what is in its way in one sentence of ours."""
    words, code, told = asked
    assert ended == code, (words, said)
    assert not [each for each in ENGLISH if each in said], (words, said)
    assert len(said.splitlines()) <= 1, (words, said)
    assert (str(sessions) in said) == told, (words, said)


@pytest.mark.parametrize("asked", COMMANDS, ids=lambda each: " ".join(each[0]))
@pytest.mark.parametrize("folder", FOLDERS, ids=["circle", "within_a_file", "too_long"])
def test_every_command_says_it_in_one_sentence_or_has_no_need_of_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Callable[[Path], Path],
    asked: tuple[list[str], int, bool],
) -> None:
    sessions = folder(tmp_path)
    monkeypatch.setenv("FACILITATOR_FOLDER", str(sessions))
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    ended = main(asked[0])
    check(asked, ended, capsys.readouterr().err, sessions)


@pytest.mark.parametrize(
    ("name", "code"), [("bestand/x/y", errno.ENOTDIR), ("s" * 256, errno.ENAMETOOLONG)], ids=["in", "long"]
)
def test_what_windows_calls_not_there_is_told_as_it_is(tmp_path: Path, name: str, code: int) -> None:
    """It says so of what would stand in a file, and of a name that is too long for it."""
    within_a_file(tmp_path)
    with pytest.raises(OSError, match=r".") as raised:
        demand_possible(tmp_path / name, FileNotFoundError())
    assert raised.value.errno == code


def test_a_path_is_said_as_its_system_knows_it() -> None:
    """Who pastes it into the Explorer of Windows gets there; with a ``~`` they would not."""
    path = Path.home() / "Documents" / "facilitator"
    assert (short(path, "linux"), short(path, "win32")) == ("~/Documents/facilitator", str(path))


def test_what_is_not_there_may_come(tmp_path: Path) -> None:
    within_a_file(tmp_path)
    for name in ("weg", "weg/x", "bestand"):
        demand_possible(tmp_path / name, FileNotFoundError())


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """Give a folder that every user may look into; those of pytest are for who started it alone."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@platform_marks.modes
def test_without_permission_it_is_the_same(open_to_all: Path) -> None:
    setpriv = shutil.which("setpriv")
    if setpriv is None or os.geteuid() != 0:
        pytest.skip("to be another user takes setpriv and root")
    sessions = open_to_all / "dicht"
    sessions.mkdir(mode=0o000)
    state = open_to_all / "state"
    state.mkdir()
    state.chmod(0o777)  # it is that user's own
    places = {"FACILITATOR_FOLDER": str(sessions), "FACILITATOR_STATE": str(state)}

    def run(words: list[str]) -> tuple[int, str]:
        command = [setpriv, "--reuid", str(NOBODY), "--clear-groups", *PROGRAM, *words]
        # that user could not write what coverage measures
        own = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
        done = subprocess.run(
            command, env={**own, **places}, capture_output=True, check=False, encoding="utf-8"
        )
        return done.returncode, done.stderr

    if run(["--version"])[0]:
        pytest.skip("another user may not read this checkout")
    for asked in COMMANDS:
        ended, said = run(asked[0])
        check(asked, ended, said, sessions)
        assert ("er is geen toestemming" in said) == asked[2], said


IN_A_CIRCLE = ["rond", "rond/x", "rond/x.toml"]
NAMES = ["n" * 300, "bestand/x", *(pytest.param(each, marks=platform_marks.links) for each in IN_A_CIRCLE)]


@pytest.mark.parametrize("command", ["run", "report", "resume", "check", "print", "forget", "preview"])
@pytest.mark.parametrize(
    "name",
    ["n" * 300, "bestand/x", *(pytest.param(each, marks=platform_marks.links) for each in IN_A_CIRCLE)],
)
def test_a_name_that_no_file_can_have_is_not_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    name: str,
) -> None:
    if name in IN_A_CIRCLE:
        circle(tmp_path)
    within_a_file(tmp_path)
    monkeypatch.setenv("FACILITATOR_FOLDER", str(tmp_path / "s"))
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    assert main([command, name]) == 1
    heard = capsys.readouterr()
    said = heard.out + heard.err
    assert said.strip()
    assert not [each for each in ENGLISH if each in said], said


# -- at home


def squeezed(text: str) -> str:
    """Give a text without blanks: where a line ends, a long path is broken."""
    return "".join(text.split())


@platform_marks.links
@pytest.mark.parametrize("size", [(64, 18), (160, 45)])
async def test_home_says_it_and_works_for_the_rest(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "sessions").symlink_to(tmp_path / "sessions")
    async with home(tmp_path, size) as app:
        shown = squeezed(app.text)
        assert squeezed(f"De map {tmp_path}/sessions is niet te lezen (het is een verwijzing).") in shown
        assert shown.count("nietteleze") == 1
        assert "Proefronde" in shown


@platform_marks.links
async def test_one_folder_of_many_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.closed([noted(1, "een")])
    (room.places.sessions / "molenhoek").symlink_to(room.places.sessions / "molenhoek")
    async with home(tmp_path, (80, 24)) as app:
        assert "Zandpoort, Startbijeenkomst" in app.text
        assert squeezed("sessions/molenhoek is niet te lezen") in squeezed(app.text)


async def test_when_it_is_the_folder_of_the_app_that_one_is_named(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = room.closed([noted(1, "een")])
    shutil.rmtree(room.places.state)
    room.places.state.write_text("x", encoding="utf-8")
    async with home(tmp_path, (80, 24)) as app:
        own = f"De app kan haar eigen map niet gebruiken: {room.places.state}"
        said = f"{own} (een deel van het pad is geen map)."
        assert squeezed(said) in squeezed(app.text)
        await app.press("enter")
        assert squeezed(said) in squeezed(app.text)
        assert str(room.places.sessions) not in squeezed(app.text)
    assert path.exists()


async def test_a_folder_that_vanishes_while_it_is_read_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of names still has it, and then it is gone."""
    room = Room(tmp_path)
    room.closed([noted(1, "een")])
    names = Path.iterdir

    def iterdir(folder: Path) -> list[Path]:
        there = list(names(folder))
        if folder == room.places.sessions:
            there.append(folder / "weg")
        return there

    monkeypatch.setattr(Path, "iterdir", iterdir)
    async with home(tmp_path, (80, 24)) as app:
        assert "Zandpoort, Startbijeenkomst" in app.text
        assert "niet te lezen" not in app.text
