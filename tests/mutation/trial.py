"""Trying a sample of changes: how many survive, and which."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutation.guards import guards_of
from tests.mutation.mutants import Mutant
from tests.mutation.workbench import Verdict, Workbench


def try_all(
    mutants: Sequence[Mutant], jobs: int, tell: Callable[[Verdict], None], *, wider: bool = True
) -> list[Verdict]:
    """Try changes, ``jobs`` at a time, each in a copy of its own; ``tell`` hears of each when it is done.

    Without ``wider`` only the tests that are written for a module are asked.
    """
    benches: SimpleQueue[Workbench] = SimpleQueue()

    def one(mutant: Mutant) -> Verdict:
        bench = benches.get()
        try:
            guards = guards_of(mutant.path)
            verdict = bench.verdict(mutant, guards if wider else guards._replace(wider=()))
        finally:
            benches.put(bench)
        tell(verdict)
        return verdict

    with tempfile.TemporaryDirectory(prefix="facilitator-mutation-") as folder:
        for number in range(jobs):
            benches.put(Workbench(Path(folder, str(number))))
        with ThreadPoolExecutor(jobs) as workers:
            return [*workers.map(one, mutants)]


def survivors(verdicts: Sequence[Verdict]) -> list[str]:
    """Give place and change of all that survived."""
    return [verdict.mutant.told for verdict in verdicts if not verdict.killed_by]


def summed_up(verdicts: Sequence[Verdict]) -> list[str]:
    """Give per folder how many were tried and how many of these survived, a line each."""
    tried = Counter(_folder(verdict.mutant.path) for verdict in verdicts)
    left = Counter(_folder(verdict.mutant.path) for verdict in verdicts if not verdict.killed_by)
    rows = [f"{folder}: {left[folder]} of {tried[folder]} survived" for folder in sorted(tried)]
    return [*rows, f"all: {left.total()} of {tried.total()} survived"]


def _folder(path: Path) -> str:
    """Give the folder in which a module counts: of a kind of step its own."""
    return "/".join(path.parts[: 3 if path.parts[1] == "steps" else 2])
