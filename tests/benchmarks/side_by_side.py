"""Measures things in turn, so that what else the machine does weighs on each, and prints them together."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.benchmarks.watch import Reaction

Measured = Mapping[str, list[float]]


@dataclass(frozen=True)
class Table:
    """What was measured, in one unit; the first is the least that could do the same."""

    title: str
    unit: str
    measured: Measured

    def lines(self) -> list[str]:
        """Give the table as text."""
        widest = max(len(name) for name in self.measured)
        if all(len(values) == 1 for values in self.measured.values()):
            return [
                self.title,
                *(f"  {name:<{widest}}  {one:9.2f}  {self.unit}" for name, (one,) in self.measured.items()),
            ]
        base = statistics.median(next(iter(self.measured.values())))
        head = (
            f"  {'':<{widest}}  {'median':>9} {'p95':>9} {'least':>9}  {self.unit:<4} {'times':>6}  {'n':>4}"
        )
        return [self.title, head, *(self._line(name, widest, base) for name in self.measured)]

    def _line(self, name: str, widest: int, base: float) -> str:
        values = sorted(self.measured[name])
        middle, late = statistics.median(values), values[min(len(values) - 1, int(len(values) * 0.95))]
        times = f"{middle / base:6.1f}" if base else " " * 6
        numbers = f"{middle:9.2f} {late:9.2f} {values[0]:9.2f}"
        return f"  {name:<{widest}}  {numbers}  {'':<4} {times}  {len(values):>4}"


def in_turn(count: int, what: Mapping[str, Callable[[], float]]) -> Measured:
    """Measure each once, then each again, so many times; the first time is to warm up and does not count."""
    measured: dict[str, list[float]] = {name: [] for name in what}
    for number in range(count + 1):
        for name, measure in what.items():
            value = measure()
            if number:
                measured[name].append(value)
    return measured


def reactions(title: str, count: int, what: Mapping[str, Callable[[], Reaction]]) -> list[Table]:
    """Measure what keys cause: milliseconds to the first byte and to the last, and bytes."""
    seen: dict[str, list[Reaction]] = {name: [] for name in what}

    def keeping(name: str) -> Callable[[], float]:
        def measure() -> float:
            seen[name].append(what[name]())
            return 0.0

        return measure

    in_turn(count, {name: keeping(name) for name in what})
    kept = {name: each[1:] for name, each in seen.items()}
    return [
        Table(
            f"{title}: key to first byte",
            "ms",
            {name: [one.first for one in all_] for name, all_ in kept.items()},
        ),
        Table(
            f"{title}: key to last byte",
            "ms",
            {name: [one.last for one in all_] for name, all_ in kept.items()},
        ),
        Table(
            f"{title}: bytes",
            "byte",
            {name: [float(one.size) for one in all_] for name, all_ in kept.items()},
        ),
    ]
