"""How sets of statements that were answered in one round stand beside each other (docs/domain.md 6.3).

For a scan of building blocks: per set the share that agrees, the order, and where the group itself differs.
There is never one number over all sets: it would invite ranking of neighbourhoods.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from facilitator.insight.difference import Difference, by_difference, closest_last
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.insight.pattern import differ
from facilitator.session.rounds import Shown

Grade = Literal["firm", "building", "attention"]
"""firm: three quarters or more of the answers agree. attention: under half. building: in between."""

FEWEST_FOR_A_GRADE: Final = 8
"""People; with fewer, one of them changing their mind would change the word."""
FIRM: Final = Fraction(3, 4)
ATTENTION: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class BlockResult:
    """How one set of statements came out."""

    name: str
    """The set."""
    groups: list[GroupLevel] = field(default_factory=list)
    """The answers of each shown group on its statements together; a total is one group."""
    share: Fraction | None = None
    """In all, 0 to 1, every group counting as much; for putting in order, and only in a total for showing.
    None when of some group there is no share: what is left says less than all of it."""
    grade: Grade | None = None
    """Only from eight people, and only when every shown group would get the same one."""
    differs: Difference | None = None
    """The statement on which answers differ most; None when they are the same everywhere."""
    between: bool = False
    """Whether it is groups that differ there, so that it may be said of them (docs/domain.md 6.2)."""


def block_results(shown: Shown, sets: Mapping[str, Sequence[str]]) -> list[BlockResult]:
    """Give the sets of a round, named with the ids of their statements, the weakest first.

    A group has no part in a set of which some of its answers are not shown: a pooled count minus the dots
    beside it would give those away. Sets of which the share is equal stand in the order in which they are
    named, and sets without a share come last.
    """
    people = sum(group.ballots for group in shown.groups)
    return sorted((_result(shown, name, sets[name], people) for name in sets), key=_order)


def strongest_first(results: Sequence[BlockResult]) -> list[BlockResult]:
    """Give the same sets the other way round; equals stay as they stood, and what has no share stays last."""
    return sorted(
        results, key=lambda block_result: (block_result.share is None, -(block_result.share or Fraction(0)))
    )


def most_different_block(results: Sequence[BlockResult]) -> BlockResult | None:
    """Give the set with the statement on which answers differ most: between groups, or else within one."""
    differing = [(result, result.differs) for result in results if result.differs is not None]
    found = min(differing, key=lambda pair: _spread(*pair), default=None)
    return found[0] if found else None


def _spread(result: BlockResult, differs: Difference) -> tuple[Fraction, float]:
    gap = differs.gap if result.between and differs.gap else Fraction(0)
    return -gap, closest_last(differs)


def _result(shown: Shown, name: str, statements: Sequence[str], people: int) -> BlockResult:
    groups = urgency(shown, statements)
    told = [group for group in groups if group.standing == "told"]
    shares = [Fraction(group.agree, group.of) for group in told] if len(told) == len(groups) else []
    differs, between = _most_different(shown, statements)
    return BlockResult(
        name=name,
        groups=groups,
        share=sum(shares, Fraction(0)) / len(shares) if shares else None,
        grade=_grade_of_all(shares) if people >= FEWEST_FOR_A_GRADE else None,
        differs=differs,
        between=between,
    )


def _grade_of_all(shares: Sequence[Fraction]) -> Grade | None:
    """Give the word that fits every group; None where groups would get different ones, which is the news."""
    grades = {grade(share) for share in shares}
    return grades.pop() if len(grades) == 1 else None


def grade(share: Fraction) -> Grade:
    """Give the word for a share of 0 to 1: firm from 75 %, attention under 50 %."""
    if share >= FIRM:
        return "firm"
    return "attention" if share < ATTENTION else "building"


def _most_different(shown: Shown, statements: Sequence[str]) -> tuple[Difference | None, bool]:
    """Give the statement with the largest gap that may be spoken of, or else the one with least consensus."""
    found = [
        difference for difference in by_difference(shown, statements) if difference.consensus is not None
    ]
    between = next(
        (difference for difference in found if differ(urgency(shown, [difference.statement]))), None
    )
    if between is not None:
        return between, True
    spread = min(found, key=closest_last, default=None)
    return (None if spread is None or spread.consensus == 1.0 else spread), False


def _order(result: BlockResult) -> tuple[bool, Fraction]:
    return result.share is None, result.share or Fraction(0)
