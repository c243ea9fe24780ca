"""Exit codes are true: 0 fine, 1 bad input or our mistake, 2 wrong usage, 130 interrupted, 143 ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import PROGRAM, evening
from tests.journeys.test_terminal_life import left_as_it_was

BROKEN = """
import sys
from facilitator import cli
def broken(*_):
    raise RuntimeError
cli._COMMANDS.update(dict.fromkeys(cli._COMMANDS, broken))
raise SystemExit(cli.main(sys.argv[1:]))
"""
INTERRUPTED = """
    import signal
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a run of tests in the background hears none
    signal.raise_signal(signal.SIGINT)
"""
AS_IT_IS = PROGRAM
WITH_A_MISTAKE = [sys.executable, "-c", BROKEN]

CODES = [
    (AS_IT_IS, ["--version"], 0),
    (AS_IT_IS, ["--help"], 0),
    (AS_IT_IS, ["list"], 0),
    (AS_IT_IS, ["schema"], 0),
    (AS_IT_IS, ["check", "bad.toml"], 1),
    (AS_IT_IS, ["check", "nowhere.toml"], 1),
    (AS_IT_IS, ["run", "nowhere"], 1),
    (AS_IT_IS, ["resume", "nowhere"], 1),
    (AS_IT_IS, ["report", "bad.toml", "--to", "md"], 1),
    (AS_IT_IS, ["print", "nowhere"], 1),
    (AS_IT_IS, ["run", "proefronde"], 1),  # without a terminal
    (AS_IT_IS, ["dance"], 2),
    (AS_IT_IS, ["check"], 2),
    (AS_IT_IS, ["list", "--loud"], 2),
    (AS_IT_IS, ["check", "\x1b[2J"], 1),
    (AS_IT_IS, ["run", "\x1b[2J\u202e"], 1),
    (AS_IT_IS, ["resume", "\x1b]0;t\x07"], 1),
    (AS_IT_IS, ["new", "scenario", "\x1b[2J"], 1),
    (AS_IT_IS, ["\x1b[2J"], 2),
    (AS_IT_IS, ["list", "--\x1b[2J"], 2),
    (WITH_A_MISTAKE, ["list"], 1),
    (WITH_A_MISTAKE, ["schema"], 1),
]


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "FACILITATOR_FOLDER": str(folder), "FACILITATOR_STATE": str(folder / "state")}


@pytest.mark.parametrize(("program", "words", "code"), CODES, ids=lambda each: ascii(each)[:40])
def test_the_code_of_a_command(tmp_path: Path, program: list[str], words: list[str], code: int) -> None:
    (tmp_path / "bad.toml").write_text("format = ", encoding="utf-8")
    done = subprocess.run(
        [*program, *words], cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert bool(done.stderr.strip()) is (code != 0) or words[0] == "check"
    assert b"\x1b" not in done.stdout + done.stderr


def test_the_code_of_a_command_that_is_interrupted(tmp_path: Path) -> None:
    program = BROKEN.replace("    raise RuntimeError", INTERRUPTED)
    command = [sys.executable, "-c", program, "list"]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@platform_marks.ptys
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
def test_the_code_of_the_app_that_is_stopped(tmp_path: Path, name: str, code: int) -> None:
    which = signal.Signals[name]
    with evening(tmp_path, "run", "proefronde") as night:
        night.prepare("Oosterlinde")
        night.see("Dit is Oosterlinde")
        night.terminal.kill(which)
        assert night.terminal.wait_exit() == code
        left_as_it_was(night.terminal)
        assert list((tmp_path / "state").glob("journals/*.journal")) == []


@platform_marks.ptys
def test_the_code_of_the_app_that_is_left(tmp_path: Path) -> None:
    with evening(tmp_path) as night:
        night.terminal.wait_for("Proefronde")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
