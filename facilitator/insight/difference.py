"""Where groups differ, what a small group may be spared, and what a second vote changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final

from facilitator.insight.groups import answers_to, group_of
from facilitator.insight.statistics import agreeing, answered, at_least_changed, consensus
from facilitator.session.rounds import Shown, ShownGroup

SPARED_UNDER: Final = 6
"""In a smaller group that answers all the same, everyone would know everyone's answer (domain.md 6.2)."""

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
    consensus comes first; then the order of the scenario. Statements that nobody answered come last.
    """
    return sorted((_difference(shown, statement) for statement in statements), key=_order)


def _order(difference: Difference) -> tuple[Fraction, float]:
    return -(difference.gap or Fraction(0)), closest_last(difference)


def closest_last(difference: Difference) -> float:
    """Give by what statements are put in order of spread; what nobody answered comes after all others."""
    return 2.0 if difference.consensus is None else round(difference.consensus, 9)


def _difference(shown: Shown, statement: str) -> Difference:
    groups = [(group.group, answers_to(group, statement)) for group in shown.groups]
    groups = [(name, counts) for name, counts in groups if any(counts)]
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
    differing = [each for each in by_difference(shown, statements) if each.consensus not in {None, 1.0}]
    return [each.statement for each in differing[:n]]


def unanimous(group: ShownGroup, statement: str) -> bool:
    """Tell whether the wall should say only that the group is in agreement.

    So it is when a group under six gave one and the same answer. "?" is not an answer; with half or more
    of the ballots saying "?" the group is not called in agreement.
    """
    counts = answers_to(group, statement)
    n = answered(counts)
    return group.ballots < SPARED_UNDER and 2 * n > group.ballots and max(counts) == n


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
class GroupChange:
    """Two votes of one group on one statement. Nobody's own move is known: answers are not paired."""

    group: str
    agree_before: int
    of_before: int
    agree_after: int
    of_after: int
    at_least_changed: int | None
    """At least so many answers differ; None unless as many answered both times."""


def second_vote(before: Shown, after: Shown, statement: str) -> list[GroupChange]:
    """Give the change on a statement, per group that was asked it and is shown in both rounds.

    Rounds with another grouping have no group in common. Raises ValueError when the scales differ.
    """
    if before.points != after.points:
        raise ValueError(f"a scale of {before.points} points cannot be compared with one of {after.points}")
    changes: list[GroupChange] = []
    for group in before.groups:
        later = group_of(after, group.group)
        if later and statement in group.answers and statement in later.answers:
            first, second = answers_to(group, statement), answers_to(later, statement)
            changed = at_least_changed(first, second)
            changes.append(GroupChange(group.group, *agreeing(first), *agreeing(second), changed))
    return changes
