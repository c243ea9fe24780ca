"""Hostile names and texts on the command line: what is printed, and what is written into files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.evenings import with_each
from tests.hostile.payloads import ONES, PAYLOADS, acts
from tests.hostile.test_doors import SCENARIO, as_name, filled, in_turn, shelf
from tests.journeys.evening import PROGRAM

NAMES = [as_name(PAYLOADS[name]) for name in ONES]
GOES_WELL = {"list", "check good", "print good", "forget"}
GOES_WELL |= {f"report {sort}" for sort in ("md", "txt", "html", "own", "csv", "toml")}


def run(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
    env = {
        **os.environ,
        "FACILITATOR_FOLDER": str(folder / "sessions"),
        "FACILITATOR_STATE": str(folder / "state"),
    }
    return subprocess.run(
        [*PROGRAM, *map(str, words)], env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )


def written(folder: Path) -> list[Path]:
    """Give the files that were made for people to read."""
    suffixes = {".html", ".txt", ".md", ".csv", ".ics"}
    return [
        path for path in folder.rglob("*") if path.suffix in suffixes or path.name.endswith("-delen.toml")
    ]


class Folder:
    """A folder in which everything is hostile: the names and the texts of all files."""

    def __init__(self, folder: Path, turn: int) -> None:
        self.path = folder
        names = NAMES[turn:] + NAMES[:turn]
        self.good = shelf(folder, in_turn(turn))
        own = self.good.parent
        self.session = folder / f"sessions/wijk/{names[0]}.toml"
        self.session.parent.mkdir()
        self.session.write_text(with_each("first", turn)[0], encoding="utf-8")
        self.broken = own / f"{names[1]} stuk.toml"
        self.broken.write_text(filled(SCENARIO.replace('"een"', '"MARK"'), iter(in_turn(turn) * 2)))
        for number in (2, 3):
            (own / f"blocks/{names[number]}.toml").write_text("format = 1\n", encoding="utf-8")
        self.no_block = own / "zonder.toml"
        self.no_block.write_text(filled(SCENARIO.replace('"een"', '"eem"'), iter(in_turn(turn) * 2)))
        self.name = names[4]

    def asked(self) -> dict[str, list[str | Path]]:
        return {
            "list": ["list"],
            "check good": ["check", self.good],
            "check stuk": ["check", self.broken],
            "check no block": ["check", self.no_block],
            "check weg": ["check", self.name],
            "print good": ["print", self.good],
            "print stuk": ["print", self.broken],
            "print weg": ["print", self.name],
            "run stuk": ["run", self.broken],
            "resume session": ["resume", self.session],
            "resume weg": ["resume", self.name],
            "preview good": ["preview", self.good],
            "preview stuk": ["preview", self.broken],
            "new scenario": ["new", "scenario", self.name],
            "report weg": ["report", self.name, "--to", "md"],
            "report md": ["report", self.session, "--to", "md"],
            "report txt": ["report", self.session, "--to", "txt"],
            "report html": ["report", self.session, "--to", "html"],
            "report own": ["report", self.session, "--for", "facilitator"],
            "report csv": ["report", self.session, "--to", "csv"],
            "report ics": ["report", self.session, "--to", "ics"],
            "report toml": ["report", self.session, "--to", "toml"],
            "report elsewhere": [
                "report",
                self.session,
                "--to",
                "md",
                "--out",
                self.path / f"{self.name}.md",
            ],
            "report nowhere": [
                "report",
                self.session,
                "--to",
                "md",
                "--out",
                self.path / self.name / "/dev/null/x",
            ],
            "privacy": ["privacy", "--folder", self.path / self.name],
            "a word": [self.name],
            "an option": ["list", f"--{self.name}"],
            "a choice": ["report", self.session, "--to", self.name],
            "forget weg": ["forget", self.name, "--yes"],
            "forget asked": ["forget", self.session],
            "forget": ["forget", self.session, "--yes"],
        }


TURNS = [pytest.param(0, id="spread")]
TURNS += [pytest.param(turn, marks=pytest.mark.slow, id=ONES[turn]) for turn in range(1, len(ONES))]


@pytest.mark.parametrize("turn", TURNS)
def test_nothing_that_a_command_says_or_writes_acts(
    tmp_path: Path, turn: int, figure: Callable[[str], None]
) -> None:
    folder = Folder(tmp_path, turn)
    asked = folder.asked()
    said = {}
    made: set[Path] = set()
    for name, words in asked.items():
        done = run(tmp_path, *words)
        said[name] = done.stdout + done.stderr
        assert said[name], name
        assert b"Traceback" not in said[name], name
        assert done.returncode == 0 or name not in GOES_WELL, said[name].decode()
        assert (name, acts(said[name].replace(b"\r\n", b"\n"))) == (name, set())
        for path in set(written(tmp_path)) - made:
            made.add(path)
            data = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
            assert acts(data) == set(), path.name
    assert len(made) == 10
    figure(
        f"hostile names and texts on the command line, spread: "
        f"{len(said)} commands, {len(made)} files, 0 acted"
    )
