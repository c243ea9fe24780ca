"""What ``facilitator check`` says, once and as long as someone writes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.scenario.check_session import CLEAR, CheckSession
from facilitator.words import Words
from tests import platform_marks
from tests.scenario.shelf import BLOCK, change

LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from facilitator.cli import main
raise SystemExit(main())
"""
"""The app, hearing Ctrl+C also where what started the tests was deaf for it."""


def checking(said: list[str], *files: Path) -> CheckSession:
    return CheckSession(files, files[0].parent / "eigen", kinds(), Words("nl"), said.append)


def stops_after(*acts: Callable[[], object]) -> Callable[[], None]:
    """Do one thing at each wait, and then press Ctrl+C."""
    left: Iterator[Callable[[], object]] = iter(acts)

    def wait() -> None:
        act = next(left, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    return wait


def nothing() -> None:
    pass


def test_says_of_each_file_how_it_stands(shelf: Path) -> None:
    said: list[str] = []
    change(shelf / "blocks/praten.toml", "minutes = 5", "minutes = 5\nnotes = 'Een allochtoon.'")
    change(shelf / "statements/drie.toml", "ask =", "asks =")
    assert not checking(said, shelf / "avond.toml", shelf / "statements/drie.toml").once()
    assert said[1] == f"{shelf / 'avond.toml'}: te gebruiken. Kijk nog naar 1 punt."
    assert said[-1] == f"{shelf / 'statements/drie.toml'}: 1 fout"


def test_a_warning_keeps_nobody_from_beginning(shelf: Path) -> None:
    change(shelf / "avond.toml", "minutes = 20", "minutes = 30")
    assert checking([], shelf / "avond.toml").once()


def test_checks_again_when_a_file_or_what_it_names_changes(shelf: Path) -> None:
    said: list[str] = []
    scenario, block = shelf / "avond.toml", shelf / "blocks/praten.toml"
    wait = stops_after(
        nothing,
        lambda: change(block, 'kind = "card"', 'kind = "cart"'),
        nothing,
        block.unlink,
        lambda: block.write_text(BLOCK, encoding="utf-8"),
        lambda: change(scenario, "minutes = 20", 'minutes = "20"'),
    )
    assert not checking(said, scenario).watch(wait, clear=True)
    standing = [each.rpartition(": ")[2] for each in said if each.startswith(f"{scenario}: ")]
    assert standing == ["in orde", "1 fout", "1 fout", "in orde", "1 fout"]
    assert said.count(CLEAR) == 5
    assert said.count(Words("nl")("scenario.watching")) == 5


def test_a_check_that_was_interrupted_tells_how_it_stood(shelf: Path) -> None:
    assert checking([], shelf / "avond.toml").watch(stops_after(nothing), clear=False)


def test_a_file_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    said: list[str] = []
    path = tmp_path / "straks.toml"
    checking(said, path).watch(stops_after(lambda: path.write_text("a = 1")), clear=False)
    assert ["Dit bestand bestaat niet" in each for each in said[:1]] == [True]
    assert "[[use]]" in said[3]


@platform_marks.signals
def test_ctrl_c_ends_it_quietly(shelf: Path) -> None:
    command = [sys.executable, "-c", LISTENING, "check", "--watch", str(shelf / "avond.toml")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == f"{shelf / 'avond.toml'}: in orde\n"
        assert "Ctrl+C" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (out, err, running.returncode) == ("", "", 0)


def test_run_and_check_tell_a_mistake_alike(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(shelf / "blocks/praten.toml", 'kind = "card"', 'kind = "cart"')
    folder = ["--folder", str(shelf / "sessies")]
    assert main(["check", str(shelf / "avond.toml"), *folder]) == 1
    told = capsys.readouterr().out
    assert main(["run", str(shelf / "avond.toml"), *folder]) == 1
    refused = capsys.readouterr().err
    assert told.startswith(refused)
    assert f"{shelf / 'blocks/praten.toml'}:8:8: fout: step welkom, kind\n" in refused
    assert '  8 | kind = "cart"\n    |        ^^^^^^' in refused
