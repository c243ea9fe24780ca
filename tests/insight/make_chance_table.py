"""Make facilitator/insight/chance_table.py: what uniformly random answers already give.

Run from the project's folder (takes a minute or two): ``python -m tests.insight.make_chance_table``.
Where there are at most MOST_EXACT different outcomes the percentile is exact; beyond that it comes from DRAWS
seeded draws, with a seed of its own per cell, so that any cell can be made again alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from math import comb, factorial, prod
from pathlib import Path

from facilitator.insight.statistics import agreement

POINTS = range(3, 8)
PEOPLE = range(3, 41)
MOST_EXACT = 150_000
DRAWS = 20_000
SEED = 20_250_401
Measure = Callable[[Sequence[int]], float | None]
TABLE = Path(__file__).parents[2] / "facilitator" / "insight" / "chance_table.py"

HEAD = '''"""What uniformly random answers already give: made by tests/insight/make_chance_table.py.

Per number of points (3 to 7) the 95th percentile, rounded to six decimals, for FEWEST to MOST people: the
smallest value that at least 95 % of random groups do not exceed.
"""

from typing import Final

FEWEST: Final = 3
MOST: Final = 40

# fmt: off
'''


def outcomes(people: int, points: int) -> Iterator[tuple[list[int], int]]:
    """Give every list of counts, with in how many ways the people can bring it about."""
    for bars in combinations(range(people + points - 1), points - 1):
        edges = [-1, *bars, people + points - 1]
        counts = [high - low - 1 for low, high in pairwise(edges)]
        yield counts, factorial(people) // prod(map(factorial, counts))


def draws(people: int, points: int) -> Iterator[tuple[list[int], int]]:
    """Give seeded random outcomes, each once."""
    rng = random.Random(SEED + points * 100 + people)
    for _ in range(DRAWS):
        answers = rng.choices(range(points), k=people)
        yield [answers.count(point) for point in range(points)], 1


def percentile(people: int, points: int, measure: Measure = agreement) -> float:
    """Give the 95th percentile of A, or of another measure, under uniformly random answers."""
    exact = comb(people + points - 1, points - 1) <= MOST_EXACT
    found: dict[float, int] = {}
    for counts, ways in outcomes(people, points) if exact else draws(people, points):
        value = measure(counts)
        assert value is not None
        found[round(value, 9)] = found.get(round(value, 9), 0) + ways
    reached, total = 0, sum(found.values())
    for value in sorted(found):
        reached += found[value]
        if reached * 100 >= total * 95:
            return round(value, 6)
    raise AssertionError("nothing drawn")


def _listed(name: str, table: dict[int, list[float]]) -> str:
    lines = [f"{name}: Final[dict[int, list[float]]] = {{"]
    for points, values in table.items():
        lines.append(f"    {points}: [")
        rows = [values[start : start + 10] for start in range(0, len(values), 10)]
        lines += ["        " + " ".join(f"{value:.6f}," for value in row) for row in rows]
        lines.append("    ],")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Write the table."""
    agreements = {points: [percentile(people, points) for people in PEOPLE] for points in POINTS}
    TABLE.write_text(HEAD + _listed("AGREEMENT", agreements), encoding="utf-8")


if __name__ == "__main__":
    main()
