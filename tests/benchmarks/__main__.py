"""Measures and prints: ``python -m tests.benchmarks [NAME ...]``; without a name all there is."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks import community, crowd, key_figures, library, notes, saving, start, walking, writers
from tests.benchmarks.side_by_side import Table

CHECKOUT = Path(__file__).parents[2]
SCENARIO = CHECKOUT / "scenarios" / "proefronde.toml"

BENCHES: Mapping[str, Callable[[], list[Table]]] = {
    "start": start.first_screen,
    "commands": lambda: start.commands(SCENARIO),
    "library": lambda: library.checking(CHECKOUT / "scenarios"),
    "step": walking.next_step,
    "digit": walking.digit,
    "letters": walking.letters,
    "saving": lambda: saving.saving(SCENARIO),
    "memory": walking.memory,
    "writers": writers.writing_out,
    "community": community.community,
    "communities": community.communities,
    "figures": key_figures.looking_up,
    "notes": lambda: [*notes.following(), *notes.looking(SCENARIO)],
    "workshop": lambda: crowd.workshop(SCENARIO),
}

LONG = frozenset({"communities"})
"""Measured when it is named."""


def main(names: list[str]) -> int:
    """Measure what is named; give 2 when there is no such thing to measure."""
    if unknown := set(names) - set(BENCHES):
        print(f"no {', '.join(sorted(unknown))}; there is {', '.join(BENCHES)}")
        return 2
    with tempfile.TemporaryDirectory() as home:
        own = {"HOME": home, "FACILITATOR_FOLDER": f"{home}/sessions", "FACILITATOR_STATE": f"{home}/state"}
        os.environ.update(own, PYTHONPATH=str(CHECKOUT))
        for name in names or [name for name in BENCHES if name not in LONG]:
            for table in BENCHES[name]():
                print("\n".join(table.lines()), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
