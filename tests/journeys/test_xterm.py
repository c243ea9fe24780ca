"""Any keys in a real xterm: what stands there is always what a whole new drawing gives."""

from __future__ import annotations

import random
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests import platform_marks
from tests.architecture.house import CHECKOUT
from tests.journeys.xterm import XTerm, is_there

pytestmark = [
    platform_marks.ptys,
    pytest.mark.slow,
    pytest.mark.skipif(not is_there(), reason="Xvfb, xterm, xdotool and ImageMagick: not all are here"),
]

COUNT: Final = 10_000
AT_ONCE: Final = 50
"""Keys after which is looked."""
SIZES: Final = [(80, 24), (64, 18), (100, 30), (120, 36), (81, 25), (40, 12)]
KEYS: Final = [
    *["Return"] * 24, *["Down"] * 8, *["Up"] * 7, *["Tab"] * 5, *["Escape"] * 5, *["Right"] * 3, "Left",
    *"1234560", *"abcdefghijklmnoprstuvwyz", "plus", "minus", "question", "space", "period", "slash",
    "ctrl+z", "ctrl+y", "BackSpace", "Delete", "Home", "End", "Next", "Prior",
    *(f"F{number}" for number in range(1, 11)),
]  # fmt: skip


def app(folder: Path) -> list[str]:
    """Give the command that runs the app, again and again when someone leaves it."""
    run = shlex.join([sys.executable, "-m", "tests.journeys.lettered_app", str(folder), "proefronde"])
    return [f"while :; do {run}; done"]


def test_what_stands_there_is_what_a_new_drawing_gives(tmp_path: Path, figure: Callable[[str], None]) -> None:
    chance = random.Random(20261130)
    seen: set[bytes] = set()
    log: list[str] = []
    env = {"PYTHONPATH": str(CHECKOUT), "COLORTERM": "truecolor"}
    with XTerm(app(tmp_path / "app"), SIZES[0], env) as window:
        window.wait_still()
        window.press(*"buurt", *["Return"] * 6)
        for _ in range(COUNT // AT_ONCE):
            if chance.random() < 0.3:
                size = chance.choice(SIZES)
                log.append(f"{size}")
                window.resize(*size)
            keys = [chance.choice(KEYS) for _ in range(AT_ONCE)]
            log += keys
            window.press(*keys)
            window.wait_still()
            stood = window.picture()
            window.send(signal.SIGCONT)  # who was not asleep only draws again
            window.wait_still()
            if window.picture() != stood:
                (tmp_path / "stood").write_bytes(stood)
                window.save(tmp_path / "anew.png")
                raise AssertionError(f"{tmp_path}: after {len(log)} keys, the last {' '.join(log[-120:])}")
            seen.add(stood)
    figure(f"random keys in an xterm: {COUNT}; {len(seen)} different pictures, each as when drawn anew")
