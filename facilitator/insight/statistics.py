"""Statistics of votes by 5 to 40 people on an ordinal scale (docs/statistics.md).

Every function takes counts per point of the scale, from low to high, without the people who said "?".
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import log2
from typing import Final

METHOD: Final = "3"
"""The version of this package, stored with a revealed round; raised when an outcome can differ."""

FEWEST_POINTS: Final = 3
"""Van der Eijk's A is about triples of points, so a scale has at least three."""


def answered(counts: Sequence[int]) -> int:
    """Give how many people answered."""
    return sum(counts)


def median(counts: Sequence[int]) -> float | None:
    """Give the middle answer, counted from 1; half-way between the two middle ones when n is even.

    2.5 on four points means "between 2 and 3". None when nobody answered.
    """
    n = answered(counts)
    if n == 0:
        return None
    return (_answer_at(counts, (n - 1) // 2) + _answer_at(counts, n // 2)) / 2


def _answer_at(counts: Sequence[int], rank: int) -> int:
    """Give the answer (from 1) of the person at this rank (from 0), lowest answer first."""
    below = 0
    for point, count in enumerate(counts, start=1):
        below += count
        if rank < below:
            return point
    raise IndexError(rank)


def agreeing(counts: Sequence[int]) -> tuple[int, int]:
    """Give how many agree, and of how many who answered.

    Agreeing is the upper half of the scale: 3 and 4 of four points. The middle of an odd scale is not in it.
    """
    return sum(counts[(len(counts) + 1) // 2 :]), answered(counts)


def agreement(counts: Sequence[int]) -> float | None:
    """Give van der Eijk's A: 1 one answer, 0 evenly spread, -1 half at either end; None when nobody answered.

    The counts are taken apart into layers with an even height; each layer has its own A, and A is their mean
    weighted by people. C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35
    (2001), 325-341; checked against the R package agrmt. Counted in fractions, so that 0 is exactly 0.
    Raises ValueError on fewer than three points.
    """
    if len(counts) < FEWEST_POINTS:
        raise ValueError(f"a scale has at least {FEWEST_POINTS} points, this one has {len(counts)}")
    return _agreement_of(tuple(counts)) if answered(counts) else None


@lru_cache(maxsize=4096)
def _agreement_of(counts: tuple[int, ...]) -> float:
    """Give A of counts that are not all 0; a report asks for that of the same counts again and again."""
    n = answered(counts)
    total = Fraction(0)
    left = list(counts)
    while any(left):
        layer = tuple(count > 0 for count in left)
        height = min(count for count in left if count > 0)
        total += height * sum(layer) * _agreement_of_layer(layer)
        left = [count - height if count > 0 else 0 for count in left]
    return float(total / n)


@lru_cache(maxsize=1024)
def _agreement_of_layer(layer: tuple[bool, ...]) -> Fraction:
    """Give U * (1 - (S - 1) / (K - 1)), with U the unimodality of the S chosen points out of K."""
    points, chosen = len(layer), sum(layer)
    triples = list(combinations(layer, 3))
    one_top = sum(triple in {(True, True, False), (False, True, True)} for triple in triples)
    two_tops = triples.count((True, False, True))
    unimodality = Fraction(1)
    if one_top + two_tops:
        unimodality = Fraction(
            (points - 2) * one_top - (points - 1) * two_tops, (points - 2) * (one_top + two_tops)
        )
    return unimodality * (1 - Fraction(chosen - 1, points - 1))


def consensus(counts: Sequence[int]) -> float | None:
    """Give Tastle & Wierman's Cns: 1 all the same answer, 0 half at either end; None when nobody answered.

    1 + sum of p * log2(1 - |x - mean| / range). W.J. Tastle & M.J. Wierman, "Consensus and dissention: a
    measure of ordinal dispersion", International Journal of Approximate Reasoning 45 (2007), 531-545. More
    sensitive to one person far away than A.
    """
    n = answered(counts)
    if n == 0:
        return None
    mean = sum(point * count for point, count in enumerate(counts)) / n
    width = len(counts) - 1
    logs = (count / n * log2(1 - abs(point - mean) / width) for point, count in enumerate(counts) if count)
    return max(0.0, 1 + sum(logs))


def at_least_changed(before: Sequence[int], after: Sequence[int]) -> int | None:
    """Give how many answers differ at least between two votes: half the sum of absolute differences.

    Answers are not paired, so more may have changed than this. None unless as many answered both times.
    Raises ValueError when the scales differ.
    """
    if len(before) != len(after):
        raise ValueError("the two votes have different scales")
    if answered(before) != answered(after):
        return None
    return sum(abs(b - a) for b, a in zip(before, after, strict=True)) // 2
