"""The app in plain lines: a whole evening typed beforehand, through a pipe, without a terminal."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.journeys.evening import PROGRAM
from tests.journeys.terminal import PATIENCE

CONTROLS: Final = re.compile(r"[^\n\x20-\x7e\xa0-￿]")
"""What acts in a terminal: escapes, bells, tabs, and what is no text."""
DRAWN: Final = re.compile("[─│┃┌┐└┘█▌▆▁■□●○◐▸▶↻≠✓⌫↑↓←→]")
"""Signs that are seen and not read aloud."""


@dataclass(frozen=True)
class Heard:
    """What came of it."""

    said: str
    complained: str
    code: int

    def after(self, text: str) -> str:
        """Give what was said after this was."""
        assert text in self.said, f"{text!r} was not said:\n{self.said}"
        return self.said.partition(text)[2]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Give the variables of a program that has its folders here, and no terminal to speak of."""
    own = {"FACILITATOR_FOLDER": str(folder / "sessions"), "FACILITATOR_STATE": str(folder / "state")}
    there = {name: value for name, value in os.environ.items() if name not in {"TERM", "COLUMNS", "LINES"}}
    return {**there, **own, "TERM": "dumb", **more}


def talk(folder: Path, lines: Sequence[str] | bytes, *arguments: str, **more: str) -> Heard:
    """Start the program with ``arguments``, type these lines in a pipe, and hear it to its end."""
    typed = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
    done = subprocess.run(
        [*PROGRAM, *arguments],
        input=typed,
        capture_output=True,
        env=environment(folder, **more),
        timeout=PATIENCE,
        check=False,
    )
    said = done.stdout.decode("utf-8").replace("\r\n", "\n")
    return Heard(said, done.stderr.decode("utf-8"), done.returncode)


def only(folder: Path, pattern: str) -> Path:
    """Give the one file of this sort that was left."""
    found = list(folder.rglob(pattern))
    assert len(found) == 1, found
    return found[0]
