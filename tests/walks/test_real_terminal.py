"""Programmes that follow each other, played in a real terminal with weeks between them.

What a walk pressed is pressed again, at the same times, in a terminal as a facilitator has one. Each screen
is the one that the walk saw, and what is left is the same to the letter: what a walk finds is so there too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from tests import platform_marks
from tests.journeys.keys import bytes_of
from tests.journeys.terminal import Terminal
from tests.steps.running import SIZES, Stroke
from tests.walks.chains import chains, through
from tests.walks.ending import Ended
from tests.walks.walk import at_the_door
from tests.walks.words import Sayings

pytestmark = [
    pytest.mark.slow,
    platform_marks.ptys,
]
SMALL: Final = SIZES[0]
FOLLOWING: Final = [chain for chain in chains() if len(chain) > 1]
NAMED: Final = {"plus": "+", "pageup": "PageUp", "pagedown": "PageDown"}


def sent(key: str) -> bytes:
    """Give what a terminal sends for a key by Textual's name."""
    held = key.split("+") if len(key) > 1 else [key]
    return bytes_of("+".join(NAMED.get(part, part.title() if len(part) > 1 else part) for part in held))


class GivenClock:
    """A file with the time, which a program in a terminal goes by."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def set(self, time: datetime) -> None:
        aside = self.path.with_suffix(".new")
        aside.write_text(time.isoformat(), encoding="utf-8")
        aside.replace(self.path)


WALKED, PLAYED = "walked", "played"
"""Folders of one length, so that a path on the screen ends its rows in the same place."""


def shows(body: list[str], screen: str) -> bool:
    """Tell whether this stands under the title; what is said under it may take several rows."""
    return screen.replace(PLAYED, WALKED).split("\n")[2:][: len(body)] == body


def press_again(terminal: Terminal, clock: GivenClock, strokes: Sequence[Stroke]) -> None:
    """Press what was pressed, at its time, and demand after each stroke the screen that was there."""
    terminal.wait_for("Wijk of buurt")
    for stroke in strokes:
        clock.set(stroke.time)
        for key in stroke.keys:
            terminal.send(sent(key))
        what = "\n".join([f"answer to {stroke.keys} at {stroke.time}:", *stroke.body])
        terminal.wait_until(partial(shows, stroke.body), what)


def left_in(folder: Path) -> dict[str, bytes]:
    """Give the files that sessions left, by their place in the folder."""
    paths = sorted(path for path in (folder / "sessions").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("chain", FOLLOWING, ids=lambda chain: chain[0])
async def test_programmes_that_follow_each_other_go_so_in_a_real_terminal(
    tmp_path: Path, chain: list[str]
) -> None:
    walked, played = tmp_path / WALKED, tmp_path / PLAYED
    clock = GivenClock(tmp_path / "clock")
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = before[-1].file if before else None
        async with at_the_door(scenario, walked, size=SMALL, after=after, part=part, sayings=sayings) as walk:
            walk.app.strokes = []
            clock.set(walk.app.clock())
            before.append(await through(walk, before))
            strokes = walk.app.strokes
        command = [
            sys.executable,
            "-m",
            "tests.walks.given_clock",
            str(clock.path),
            str(part),
            str(played),
            scenario,
        ]
        if after:
            command.append(str(played / after.relative_to(walked)))
        with Terminal(command, size=SMALL) as terminal:
            press_again(terminal, clock, strokes)
            terminal.press("q")
            assert terminal.wait_exit() == 0
        assert left_in(played) == left_in(walked)
