"""What a community of a thousand sessions costs beside parsing their files, the first time and the next."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

import tomli

from facilitator.kinds import kinds
from facilitator.session.state import State
from facilitator.storage.session_file import read_text, write_text
from tests.benchmarks.side_by_side import Table
from tests.steps.running import SIZES
from tests.walks.chains import through
from tests.walks.ending import Ended
from tests.walks.walk import at_the_door
from tests.walks.words import Sayings

GOALS: Final = "first at most 3 times, next under 1 s, at most 150 MB"
CHAIN: Final = ("startbijeenkomst", "terugkomsessie")
CITIES: Final = 15
DAYS: Final = 1000
AND_MEMORY: Final = """
import sys
from facilitator.cli import main
main(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def community(many: int = 1000) -> list[Table]:
    """Walk two programmes, spread copies of them over cities and three years, and read them all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(_spread(folder, many))
        files = sorted((folder / "all").rglob("*.toml"))
        parsed = _timed(lambda: _parse(files))
        (first, peak), (again, _) = _run(folder), _run(folder)
    times = {"parse": [parsed], "first": [first], "next": [again]}
    of = f"{many} sessions of {CITIES} cities, {GOALS}"
    return [Table(of, "s", times), Table("At most in memory", "MB", {"first": [peak]})]


def _parse(files: Sequence[Path]) -> None:
    for file in files:
        tomli.loads(file.read_text(encoding="utf-8"))


async def _spread(folder: Path, many: int) -> None:
    played = [read_text(file.read_text(encoding="utf-8"), kinds()).state async for file in _played(folder)]
    for number in range(many):
        state = _copy(played[number % len(played)], number)
        file = folder / "all" / f"stad-{number % CITIES:02}" / f"{number:05}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_text(state, 1), encoding="utf-8")


async def _played(folder: Path) -> AsyncIterator[Path]:
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(CHAIN):
        after = before[-1].file if before else None
        door = at_the_door(scenario, folder / "walk", size=SIZES[0], after=after, part=part, sayings=sayings)
        async with door as walk:
            before.append(await through(walk, before))
        yield before[-1].file


def _copy(state: State, number: int) -> State:
    day = state.about.day + timedelta(days=number * 7 % DAYS)
    return state.replace(about=state.about.model_copy(update={"id": f"s{number:07}", "day": day}))


def _run(folder: Path) -> tuple[float, float]:
    """Give the seconds and the megabytes of the command, as Linux counts them."""
    words = ["community", str(folder / "all"), "--to", "txt", "--out", str(folder / "told.txt")]
    began = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", AND_MEMORY, *words], check=True, capture_output=True, text=True
    )
    return time.perf_counter() - began, int(ran.stdout.split()[-2]) / 1024


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
