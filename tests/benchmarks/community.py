"""What a community of a thousand sessions costs beside parsing their files, the first time and the next."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

import tomli

from facilitator.community.count_tables import QUERIES, query
from facilitator.kinds import kinds
from facilitator.storage.session_file import read_text
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
        (first, peak), (again, later_peak) = _run(folder), _run(folder)
        exported, export_peak = _run(folder, "--parquet", str(folder / "counts"))
        size = sum(file.stat().st_size for file in (folder / "counts").glob("*.parquet")) / 1e6
        asked = _timed(lambda: _ask(folder / "counts"))
    times = {"parse": [parsed], "first": [first], "next": [again], "parquet": [exported], "asked": [asked]}
    peaks = {"first": [peak], "next": [later_peak], "parquet": [export_peak]}
    of = f"{many} sessions of {CITIES} cities, {GOALS}"
    return [
        Table(of, "s", times),
        Table("At most in memory", "MB", peaks),
        Table("Size of the Parquet files", "MB", {"parquet": [size]}),
    ]


def communities() -> list[Table]:
    """Do the same with ten and a hundred times as many: two hours, and 5 GB of disk."""
    return [table for many in (10_000, 100_000) for table in community(many)]


def _ask(counts: Path) -> None:
    """Let DuckDB answer all that the report tells."""
    import duckdb

    with duckdb.connect() as base:
        base.execute(f"SET file_search_path = '{counts}'")
        base.execute(query("views"))
        for name in QUERIES:
            base.execute(query(name)).fetchall()


def _parse(files: Sequence[Path]) -> None:
    for file in files:
        tomli.loads(file.read_text(encoding="utf-8"))


async def _spread(folder: Path, many: int) -> None:
    """Write copies of a chain of sessions, each chain with its own ids, so that what comes over does so."""
    played = [file.read_text(encoding="utf-8") async for file in _played(folder)]
    states = [read_text(text, kinds()).state for text in played]
    names = {state.about.id for state in states}
    names |= {name for state in states for register in state.registers.values() for name in register}
    pattern = re.compile(rf'"?\b({"|".join(sorted(names))})\b"?')
    order = {name: place for place, name in enumerate(sorted(names))}
    for number in range(many):
        chain, part = divmod(number, len(played))

        def renamed(found: re.Match[str], chain: int = chain) -> str:
            return found[0].replace(found[1], f"{chain:05x}{order[found[1]]:03x}")

        day = states[part].about.day + timedelta(days=number * 7 % DAYS)
        body, end, _ = pattern.sub(renamed, played[part]).rpartition("\n[end]\n")
        body = re.sub(r"(?m)^day = .*$", f"day = {day}", body, count=1) + f"{end}seq = 1\n"
        file = folder / "all" / f"stad-{number % CITIES:02}" / f"{number:06}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        sealed = f'{body}crc32 = "{zlib.crc32(body.encode()):08x}"\n'
        file.write_text(sealed, encoding="utf-8", newline="\n")


async def _played(folder: Path) -> AsyncIterator[Path]:
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(CHAIN):
        after = before[-1].file if before else None
        door = at_the_door(scenario, folder / "walk", size=SIZES[0], after=after, part=part, sayings=sayings)
        async with door as walk:
            before.append(await through(walk, before))
        yield before[-1].file


def _run(folder: Path, *more: str) -> tuple[float, float]:
    """Give the seconds and the megabytes of the command, as Linux counts them."""
    words = ["community", str(folder / "all"), "--to", "txt", "--out", str(folder / "told.txt"), *more]
    began = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", AND_MEMORY, *words], check=True, capture_output=True, text=True
    )
    return time.perf_counter() - began, int(ran.stdout.split()[-2]) / 1024


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
