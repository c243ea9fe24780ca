"""What looking figures up in a file of the whole country costs, against only going over its rows."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.benchmarks.side_by_side import Table, in_turn
from tests.figures.country import short

LAST: Final = "BU03420704"
"""Near the end of the file, so that all of it is read."""
PEAK: Final = """
for line in open("/proc/self/status"):
    if line.startswith("VmHWM:"):
        print(line.split()[1])
"""
"""What a process had at its most, where Linux says it; ``resource`` counts what started it as well."""
LEAST: Final = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file, delimiter=";"):
        pass
"""
"""Only goes over the rows."""
ASK: Final = f"""
import contextlib, io, sys
from facilitator.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main(["figures", sys.argv[1], "--area", "{LAST}"]) == 0
"""
HELP: Final = """
import contextlib, io
from facilitator.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    main(["--help"])
"""


def looking_up(count: int = 5) -> list[Table]:
    """Find the last neighbourhood of a file with as many rows as the real one."""
    with tempfile.TemporaryDirectory() as name:
        path = short(Path(name) / "kwb-2024.csv")
        rows = sum(1 for _ in path.open(encoding="utf-8"))
        size = path.stat().st_size / 1_000_000
        what = {"csv alone": LEAST, "figures": ASK}
        title = f"Figures of one area, {rows} rows, {size:.0f} MB (at most 2 s and 30 MB)"
        seconds = in_turn(count, {each: _seconds(program, path) for each, program in what.items()})
        if not Path("/proc/self/status").exists():
            return [Table(title, "s", seconds)]
        peaks = in_turn(1, {each: _peak(program, path) for each, program in {"help": HELP, **what}.items()})
    return [Table(title, "s", seconds), Table("Memory at its peak", "MB", peaks)]


def _seconds(program: str, path: Path) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program, str(path)], check=True)
        return time.perf_counter() - began

    return measure


def _peak(program: str, path: Path) -> Callable[[], float]:
    def measure() -> float:
        command = [sys.executable, "-c", program + PEAK, str(path)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return int(said.split()[-1]) / 1024

    return measure
