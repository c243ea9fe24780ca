"""What starting costs: the app until its first screen, and the commands that need no screen."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.side_by_side import Table, in_turn
from tests.benchmarks.watch import Watch

BARE = Path(__file__).with_name("bare.py")
APP = [sys.executable, "-m", "facilitator"]


def first_screen(count: int = 15) -> list[Table]:
    """From the start of the program until the list at home can be read."""

    def painted(command: list[str | Path]) -> Callable[[], float]:
        def measure() -> float:
            with Watch(command) as watch:
                return watch.painted("Proefronde")

        return measure

    what = {"Textual with one label": painted([sys.executable, BARE, "label"]), "home": painted([*APP])}
    return [Table("Start to first screen", "ms", in_turn(count, what))]


def commands(scenario: Path, count: int = 20) -> list[Table]:
    """From the start of a command until its end."""

    def ended(command: list[str]) -> Callable[[], float]:
        def measure() -> float:
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            return (time.perf_counter() - began) * 1000

        return measure

    what = {
        "python -c pass": ended([sys.executable, "-c", "pass"]),
        "import pydantic": ended([sys.executable, "-c", "from pydantic import BaseModel"]),
        "--version": ended([*APP, "--version"]),
        "--help": ended([*APP, "--help"]),
        "list": ended([*APP, "list"]),
        f"check {scenario.name}": ended([*APP, "check", str(scenario)]),
    }
    return [Table("Commands", "ms", in_turn(count, what))]
