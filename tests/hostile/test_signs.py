"""A terminal that cannot show all signs: commands are readable there, and the app says what to do."""

from __future__ import annotations

import os
import re
import subprocess
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import pytest

from facilitator.cli import main
from facilitator.signs import cannot_show, say_readably
from tests import platform_marks
from tests.journeys.evening import PROGRAM
from tests.journeys.terminal import Terminal
from tests.storage.conftest import Room
from tests.storage.story import noted

OLD = ["ascii", "cp1252", "cp437", "latin-1"]
MOSTLY_ASCII = [
    pytest.param(encoding, marks=[] if encoding == "ascii" else pytest.mark.slow) for encoding in OLD
]
"""In every run the one that has least; the others under ``slow``."""
COMMANDS = [
    ["list"],
    ["privacy"],
    ["schema"],
    ["schema", "--to", "md"],
    ["--help"],
    ["check", "proefronde"],
    ["check", "scheef.toml"],
    ["forget", "Café", "--yes"],
    ["resume", "●○▸"],
    ["dansen…"],
]


def run(encoding: str, words: list[str], folder: Path) -> tuple[int, str]:
    """Give the code of a command and all it said, in a terminal of an older sort."""
    env = {
        **os.environ,
        "PYTHONIOENCODING": encoding,
        "FACILITATOR_FOLDER": str(folder / "sessions"),
        "FACILITATOR_STATE": str(folder / "state"),
    }
    done = subprocess.run([*PROGRAM, *words], cwd=folder, env=env, capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode(encoding)


@pytest.mark.parametrize("encoding", MOSTLY_ASCII)
def test_every_command_is_readable(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "scheef.toml").write_text('title = "Één café – “mooi” → ●"\nformat = ', encoding="utf-8")
    for words in COMMANDS:
        code, said = run(encoding, words, tmp_path)
        assert code in {0, 1, 2}, (words, said)
        assert said.strip(), words
        assert "onverwacht" not in said, (words, said)
        assert not re.search(r"\\u[0-9a-f]{4}", said), (words, said)  # unlike C:\users
        assert "Traceback" not in said


def test_a_sign_becomes_a_letter_that_looks_like_it(tmp_path: Path) -> None:
    path = Room(tmp_path).closed([noted(1, "een")])
    path.rename(path.with_name("Één café – “mooi” → ●….toml"))
    code, said = run("ascii", ["forget", "mooi", "--yes"], tmp_path)
    assert code == 0
    assert 'Een cafe - "mooi" -> *....toml' in said


def test_only_what_shows_all_signs_will_do() -> None:
    def stream(encoding: str) -> TextIO:
        return TextIOWrapper(BytesIO(), encoding)

    in_memory = StringIO()  # has no encoding
    assert cannot_show([stream("utf-8"), None, in_memory]) == ""
    for encoding in OLD:
        assert cannot_show([stream("utf-8"), stream(encoding)]) == encoding


@pytest.mark.parametrize(
    ("platform", "environ", "said"),
    [
        ("win32", {}, "één ●".encode()),
        ("win32", {"PYTHONIOENCODING": "cp1252"}, "één *".encode("cp1252")),
        ("linux", {}, "één *".encode("cp1252")),
    ],
)
def test_what_goes_to_a_file_on_windows_is_utf_8(platform: str, environ: dict[str, str], said: bytes) -> None:
    """Windows writes a file in its own encoding: what is no letter of Western Europe was lost."""
    kept = BytesIO()
    stream = TextIOWrapper(kept, "cp1252")
    say_readably([stream], platform, environ)
    stream.write("één ●")
    stream.flush()
    assert kept.getvalue() == said


def test_a_command_says_it_in_utf_8_to_another_program(tmp_path: Path) -> None:
    env = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONUTF8", "PYTHONIOENCODING"}
    }
    env["FACILITATOR_FOLDER"] = str(tmp_path / "één●")
    done = subprocess.run([*PROGRAM, "privacy"], env=env, capture_output=True, check=True)
    assert "één●" in "".join(done.stdout.decode("utf-8").split())  # a long path is broken over lines


@platform_marks.ptys
@pytest.mark.parametrize("words", [[], ["run", "proefronde"], ["preview", "proefronde"]], ids=str)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_app_says_what_to_do_and_takes_no_screen(tmp_path: Path, encoding: str, words: list[str]) -> None:
    env = {
        **os.environ,
        "PYTHONIOENCODING": encoding,
        "FACILITATOR_FOLDER": str(tmp_path / "sessions"),
        "FACILITATOR_STATE": str(tmp_path / "state"),
    }
    with Terminal([*PROGRAM, *words], size=(160, 24), env=env) as terminal:
        assert terminal.wait_exit() == 1
        said = " ".join(terminal.screen().split())
        assert f"Dit venster staat op {encoding}" in said
        assert "export PYTHONUTF8=1" in said
        assert "\\u" not in said


def test_what_is_made_for_others_is_whole_whatever_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Room(tmp_path).closed([noted(1, "een café – “mooi”")])
    code, _ = run("ascii", ["report", str(path), "--to", "md", "--out", "kaal.md"], tmp_path)
    assert code == 0
    out = tmp_path / "vol.md"
    assert main(["report", str(path), "--to", "md", "--out", str(out), "--folder", str(tmp_path / "s")]) == 0
    assert (tmp_path / "kaal.md").read_bytes() == out.read_bytes()
