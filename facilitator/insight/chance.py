"""Words for closeness that know how few people answered.

The dots first; under eight people no number; from eight on nothing is called close that random answers give
as well (docs/statistics.md 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from facilitator.insight import chance_table
from facilitator.insight.statistics import agreement, answered

Closeness = Literal["few", "same", "divided", "close", "spread", "chance"]
"""How close the answers are.

few: fewer than three answered, so there is nothing to say. same: all the same answer. divided: two camps.
close: nearer to all the same than to evenly spread. spread: not close. chance: random answers could look
like this.
"""

FEWEST_FOR_A_WORD: Final = 3
FEWEST_FOR_A_NUMBER: Final = 8
"""Under this one person who moves one step changes A by up to half of its range (docs/statistics.md 6)."""

CLOSE: Final = 0.5
"""Half-way between evenly spread (0) and all the same (1); our own cut-off: the literature has none."""


def closeness(counts: Sequence[int]) -> Closeness:
    """Give the word for counts per point, from low to high and without "?".

    Under eight answers the word only describes the dots. From eight on it first has to be more than chance.
    """
    n = answered(counts)
    if n < FEWEST_FOR_A_WORD:
        return "few"
    if max(counts) == n:
        return "same"
    if two_camps(counts):
        return "divided"
    if n < FEWEST_FOR_A_NUMBER:
        return "close" if _on_two_neighbours(counts) else "spread"
    if could_be_chance(counts):
        return "chance"
    value = agreement(counts)
    return "close" if value is not None and value >= CLOSE else "spread"


def two_camps(counts: Sequence[int]) -> bool:
    """Tell whether the answers fall into two camps: A < 0, or nobody in the middle and 20 % at either side.

    The middle is the middle point, or on an even scale either of the two: 3 0 0 9 and 0 9 0 3 are two camps,
    0 6 6 0 is not. Our own rule (docs/statistics.md 7); the literature has no value for it.
    """
    n = answered(counts)
    if n == 0:
        return False
    value = agreement(counts)
    if value is not None and value < 0:
        return True
    middles = {(len(counts) - 1) // 2, len(counts) // 2}
    return any(
        counts[middle] == 0 and 5 * min(sum(counts[:middle]), sum(counts[middle + 1 :])) >= n
        for middle in middles
    )


def _on_two_neighbours(counts: Sequence[int]) -> bool:
    chosen = [point for point, count in enumerate(counts) if count]
    return chosen[-1] - chosen[0] <= 1


def could_be_chance(counts: Sequence[int]) -> bool:
    """Tell whether random answers could be this close: A not above the 95th percentile of random groups.

    The percentile itself still counts as chance, because small groups reach it in more than 5 % of cases.
    Beyond 40 people the value for 40 is used, which errs on the careful side; under three it is always True.
    Raises ValueError on a scale without a table (3 to 7 points have one).
    """
    table = chance_table.AGREEMENT
    if len(counts) not in table:
        raise ValueError(f"there is no table for a scale of {len(counts)} points")
    n, value = answered(counts), agreement(counts)
    if value is None or n < chance_table.FEWEST:
        return True
    return round(value, 6) <= table[len(counts)][min(n, chance_table.MOST) - chance_table.FEWEST]


def shown_number(value: float) -> float:
    """Give the number as it may be shown: one decimal, and never "-0.0"."""
    return round(value, 1) + 0.0


def shown_agreement(counts: Sequence[int]) -> float | None:
    """Give A with one decimal, for the account of how it was measured; None under eight answers."""
    value = agreement(counts)
    if value is None or answered(counts) < FEWEST_FOR_A_NUMBER:
        return None
    return shown_number(value)
