"""Where groups differ, and what a second vote changed: computed from what is shown, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Final

from facilitator.insight.groups import answers_to, group_of, has_base
from facilitator.insight.statistics import agreeing, answered, at_least_changed, consensus
from facilitator.session.rounds import Shown, ShownGroup

MOST_IN_MINORITY: Final = 2
FAR: Final = 2
"""Points away from the nearest answer of the rest."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the shown groups are apart on one statement."""

    statement: str
    gap: Fraction | None
    """Largest difference between the shares that agree of two groups, 0 to 1; None under two groups."""
    highest: str | None
    lowest: str | None
    """The groups with the largest and the smallest share; None where they are equal."""
    consensus: float | None
    """Cns over all shown answers, every group counting as much; for putting in order, not for showing."""


def by_difference(shown: Shown, statements: Sequence[str]) -> list[Difference]:
    """Give the statements in order of difference, the largest first.

    First by the gap between groups. Where gaps are equal, and so in a total, the statement with the least
    consensus comes first; then the order of the scenario. Statements come last on which no group that may be
    compared has a base: enough people who chose a point, of whom it is shown how they did.
    """
    return sorted((_difference(shown, statement) for statement in statements), key=_order)


def _order(difference: Difference) -> tuple[Fraction, float]:
    return -(difference.gap or Fraction(0)), closest_last(difference)


def closest_last(difference: Difference) -> float:
    """Give by what statements are put in order of spread; what nobody answered comes after all others."""
    return 2.0 if difference.consensus is None else round(difference.consensus, 9)


def _difference(shown: Shown, statement: str) -> Difference:
    return _compared(
        statement,
        tuple(
            (group.group, tuple(answers_to(group, statement)))
            for group in shown.groups
            if has_base(group, statement, shown.minimum)
        ),
    )


@lru_cache(maxsize=1024)
def _compared(statement: str, groups: tuple[tuple[str, tuple[int, ...]], ...]) -> Difference:
    """Compare groups by name and counts. Remembered: a report asks for the same order many times."""
    shares = {name: Fraction(*agreeing(counts)) for name, counts in groups}
    spread = consensus(_as_if_equally_large([counts for _, counts in groups]))
    if len(shares) <= 1:
        return Difference(statement, None, None, None, spread)
    highest, lowest = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    gap = shares[highest] - shares[lowest]
    return Difference(statement, gap, highest if gap else None, lowest if gap else None, spread)


def _as_if_equally_large(groups: Sequence[Sequence[int]]) -> list[int]:
    """Add counts up with the same weight for every group, in whole numbers."""
    size = lcm(*(sum(counts) for counts in groups))
    weighted = [[count * (size // sum(counts)) for count in counts] for counts in groups]
    return [sum(column) for column in zip(*weighted, strict=True)]


def most_different(shown: Shown, statements: Sequence[str], n: int = 2) -> list[str]:
    """Give at most ``n`` statements that differ most; none on which everybody gave the same answer."""
    differing = [
        difference
        for difference in by_difference(shown, statements)
        if difference.consensus not in {None, 1.0}
    ]
    return [difference.statement for difference in differing[:n]]


def minority(counts: Sequence[int]) -> int:
    """Give how many people, one or two, are far from a rest that closely agrees; 0 when that is not so.

    The rest is on one point or on two neighbouring ones; all others are at least two points away from it, and
    under a fifth of all: from a fifth on they are a camp (``chance.two_camps``). It is the reason to ask "who
    wants to defend that view, whoever holds it?", never who it is.
    """
    n = answered(counts)
    for first in range(len(counts) - 1):
        rest = [point for point in (first, first + 1) if counts[point]]
        others = n - sum(counts[point] for point in rest)
        small = 1 <= others <= MOST_IN_MINORITY and 5 * others < n
        if small and all(
            _far(point, rest) for point, count in enumerate(counts) if count and point not in rest
        ):
            return others
    return 0


def _far(point: int, rest: Sequence[int]) -> bool:
    return all(abs(point - near) >= FAR for near in rest)


@dataclass(frozen=True, slots=True)
class Share:
    """How many agree, of how many who chose a point."""

    agree: int
    of: int


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Two votes of one group on one statement. Nobody's own move is known: answers are not paired."""

    group: str
    before: Share | None
    """None when the group was small and of one mind, and so of nothing more is known; likewise ``after``."""
    after: Share | None
    at_least_changed: int | None
    """At least so many answers differ; None unless both are known and as many answered both times."""


def second_vote(before: Shown, after: Shown, statement: str) -> list[GroupChange]:
    """Give the change on a statement, per group of which something can be said in both rounds.

    Rounds with another grouping have no group in common. Raises ValueError when the scales differ.
    """
    if before.points != after.points:
        raise ValueError(f"a scale of {before.points} points cannot be compared with one of {after.points}")
    changes: list[GroupChange] = []
    for group in before.groups:
        later = group_of(after, group.group)
        if later and _is_open(group, statement, before) and _is_open(later, statement, after):
            first, second = answers_to(group, statement), answers_to(later, statement)
            changed = at_least_changed(first, second) if first and second else None
            changes.append(GroupChange(group.group, _share(first), _share(second), changed))
    return changes


def _is_open(group: ShownGroup, statement: str, shown: Shown) -> bool:
    return statement in group.same or has_base(group, statement, shown.minimum)


def _share(counts: Sequence[int]) -> Share | None:
    return Share(*agreeing(counts)) if counts else None
