"""What checking everything that ships costs, against reading the same files and loading what checks need."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.side_by_side import Table, in_turn

LEAST = """
import sys
from pathlib import Path
import tomli
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
for path in sorted(Path(sys.argv[1]).rglob("*.toml")):
    tomli.loads(path.read_text(encoding="utf-8"))
"""
"""Only reads the files as TOML, and imports of pydantic what strict models are made of."""
BARE = LEAST.replace("AfterValidator, BaseModel, ConfigDict, Field", "BaseModel")
"""The same, and imports of pydantic as little as one can; not even enough to make a model of."""

ALL = """
import sys
from pathlib import Path
from facilitator.scenario.file_check import Checker
from facilitator.kinds import kinds
from facilitator.words import Words
checker = Checker(None, kinds(), Words("nl"))
for path in sorted(Path(sys.argv[1]).rglob("*.toml")):
    if checker.check(path):
        sys.exit(f"{path} is wrong")
"""


def checking(scenarios: Path, count: int = 15) -> list[Table]:
    """From the start of a program until every scenario, block and statement set is composed and checked."""

    def ended(program: str) -> Callable[[], float]:
        def measure() -> float:
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", program, str(scenarios)], check=True)
            return (time.perf_counter() - began) * 1000

        return measure

    files = len(list(scenarios.rglob("*.toml")))
    what = {
        "tomli and pydantic": ended(LEAST),
        "tomli and BaseModel": ended(BARE),
        "load and check": ended(ALL),
    }
    return [Table(f"The whole library, {files} files (at most 3 times)", "ms", in_turn(count, what))]
