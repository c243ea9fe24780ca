"""No sum or difference of kept numbers gives the answers of one or two people, whatever the split.

Formally: write every kept list of counts as a weighted sum of the (unknown) lists of the perspectives that
voted. What can be computed from the kept lists is their linear span. No 0/1 vector for a set of perspectives
with one or two ballots together may lie in it. How many people there were is public and in the round; it says
nothing about answers, so it adds no vector.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import facilitator
from facilitator.insight.suppression import Counted, close_round
from facilitator.session.rounds import Grouping, ShownGroup

from .helpers import all_agreed

MOST_PEOPLE = 24
NAMES = ["a", "b", "c", "d"]

Split = tuple[int, ...]
Vector = tuple[Fraction, ...]
Closing = Callable[[dict[str, Counted], Grouping, int], list[ShownGroup]]


def as_in_the_app(counted: dict[str, Counted], grouping: Grouping, minimum: int) -> list[ShownGroup]:
    """As it is when every small group of one mind agrees to show its answers: then most is known."""
    return all_agreed(close_round(counted, grouping=grouping, points=4, minimum=minimum)).groups


def total_beside_perspectives(
    counted: dict[str, Counted], grouping: Grouping, minimum: int
) -> list[ShownGroup]:
    """Make the usual mistake."""
    apart, together = as_in_the_app(counted, "perspective", minimum), as_in_the_app(counted, "total", minimum)
    return apart + together


def no_minimum(counted: dict[str, Counted], grouping: Grouping, minimum: int) -> list[ShownGroup]:
    """Make another mistake: keep every group."""
    return [
        ShownGroup(
            group=name, ballots=each.ballots, answers={key: list(row) for key, row in each.answers.items()}
        )
        for name, each in counted.items()
    ]


def splits(perspectives: int) -> Iterator[Split]:
    """Give all ways to divide up to 24 people over perspectives."""
    for first in product(range(MOST_PEOPLE + 1), repeat=perspectives - 1):
        for last in range(MOST_PEOPLE - sum(first) + 1):
            yield (*first, last)


def exposed(split: Split, grouping: Grouping, minimum: int, closing: Closing) -> bool:
    """Tell whether the answers of one or two people can be computed from what is kept."""
    counted = {
        name: Counted(ballots=size, answers={"s": [size if point == own else 0 for point in range(5)]})
        for own, (name, size) in enumerate(zip(NAMES, split, strict=False))
    }
    # Perspective number i puts all its ballots on point i, so a kept list shows how much of each is in it.
    groups = closing(counted, grouping, minimum)
    kept = frozenset(
        tuple(Fraction(group.answers["s"][own], size) for own, size in enumerate(split) if size)
        for group in groups
    )
    sizes = [size for size in split if size]
    return any(
        1 <= sum(size for size, inside in zip(sizes, part, strict=True) if inside) <= 2
        for part in computable(kept, len(sizes))
    )


@cache
def computable(kept: frozenset[Vector], perspectives: int) -> list[tuple[int, ...]]:
    """Give every set of perspectives, as a 0/1 vector, whose answers together follow from the kept lists."""
    rows = list(kept)
    rank = rank_of(rows)
    parts = product((0, 1), repeat=perspectives)
    return [part for part in parts if any(part) and rank_of([*rows, tuple(map(Fraction, part))]) == rank]


def rank_of(rows: list[Vector]) -> int:
    """Give the rank, by elimination in fractions."""
    left, rank = [list(row) for row in rows if any(row)], 0
    while left:
        pivot = left.pop()
        column = next(place for place, value in enumerate(pivot) if value)
        rank += 1
        for row in left:
            factor = row[column] / pivot[column]
            row[:] = [value - factor * other for value, other in zip(row, pivot, strict=True)]
        left = [row for row in left if any(row)]
    return rank


@pytest.mark.parametrize("grouping", ["perspective", "total"])
@pytest.mark.parametrize("perspectives", [2, 3, 4])
def test_no_split_exposes_one_or_two_people(perspectives: int, grouping: Grouping) -> None:
    found = [split for split in splits(perspectives) if exposed(split, grouping, 3, as_in_the_app)]
    assert found == []


def test_nor_does_a_sensitive_step() -> None:
    for grouping in ("perspective", "total"):
        assert not [split for split in splits(3) if exposed(split, grouping, 5, as_in_the_app)]


def test_the_usual_mistakes_would_be_found() -> None:
    assert exposed((4, 1, 1), "perspective", 3, total_beside_perspectives)
    assert not exposed((4, 3, 3), "perspective", 3, total_beside_perspectives)
    beside = {split for split in splits(3) if exposed(split, "perspective", 3, total_beside_perspectives)}
    assert {(4, 1, 1), (7, 5, 2), (3, 0, 1)} <= beside
    assert exposed((4, 2), "perspective", 3, no_minimum)
    assert not exposed((4, 3), "perspective", 3, no_minimum)


def test_a_shown_result_is_made_in_one_place_only() -> None:
    root = Path(facilitator.__file__).parent
    makers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and made(node.func) in {"Shown", "ShownGroup"}
    }
    assert makers == {"insight/suppression.py"}


def made(func: ast.expr) -> str:
    if isinstance(func, ast.Name):
        return func.id
    return func.attr if isinstance(func, ast.Attribute) else ""
