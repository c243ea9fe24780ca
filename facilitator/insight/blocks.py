"""How sets of statements that were answered in one round stand beside each other (domain.md 6.3).

For a scan of building blocks: per set the share that agrees, the order, and where the group itself differs.
There is never one number over all sets: it would invite ranking of neighbourhoods.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from facilitator.insight.chance import FEWEST_FOR_A_WORD
from facilitator.insight.difference import Difference, by_difference, closest_last, unanimous
from facilitator.insight.groups import answers_to
from facilitator.insight.levels import urgency
from facilitator.insight.pattern import differ
from facilitator.insight.statistics import agreeing
from facilitator.session.rounds import Shown, ShownGroup

Grade = Literal["firm", "building", "attention"]
"""firm: three quarters or more of the answers agree. attention: under half. building: in between."""

FEWEST_FOR_A_GRADE: Final = 8
"""People; with fewer, one of them changing their mind would change the word."""
FIRM: Final = Fraction(3, 4)
ATTENTION: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class BlockShare:
    """The answers of one shown group on the statements of a set, taken together."""

    group: str
    agree: int
    """Answers in the upper half of the scale."""
    of: int
    """Answers, without "?"; never 0."""
    whole: bool
    """Whether all statements of the set are in it: some may be held back, or the group was not asked them."""


@dataclass(frozen=True, slots=True)
class BlockResult:
    """How one set of statements came out."""

    name: str
    """The set."""
    groups: list[BlockShare] = field(default_factory=list)
    """Per shown group that gave an answer, in the order of the round; a total is one group."""
    share: Fraction | None = None
    """In all, 0 to 1, every group counting as much; for putting in order, and only in a total for showing.
    None when there is no answer, or when a part is held back: what is left says less than all of it."""
    grade: Grade | None = None
    """Only from eight people, and only when every shown group would get the same one."""
    differs: Difference | None = None
    """The statement on which answers differ most; None when they are the same everywhere."""
    between: bool = False
    """Whether it is groups that differ there, so that it may be said of them (domain.md 6.2)."""


def block_results(
    shown: Shown, sets: Mapping[str, Sequence[str]], agreed_to_show: Collection[str] = ()
) -> list[BlockResult]:
    """Give the sets of a round, named with the ids of their statements, the weakest first.

    A small group of one mind on a statement has no part in that statement, unless it agreed to show it: a
    pooled count minus the dots beside it would give its answer away. Sets of which the share is equal stand
    in the order in which they are named, and sets without a share come last.
    """
    told = _told(shown, agreed_to_show)
    people = sum(group.ballots for group in shown.groups)
    return sorted((_result(told, name, sets[name], people) for name in sets), key=_order)


def strongest_first(results: Sequence[BlockResult]) -> list[BlockResult]:
    """Give the same sets the other way round; equals stay as they stood, and what has no share stays last."""
    return sorted(results, key=lambda each: (each.share is None, -(each.share or Fraction(0))))


def most_different_block(results: Sequence[BlockResult]) -> BlockResult | None:
    """Give the set with the statement on which answers differ most: between groups, or else within one."""
    differing = [(each, each.differs) for each in results if each.differs is not None]
    found = min(differing, key=lambda each: _spread(*each), default=None)
    return found[0] if found else None


def _spread(result: BlockResult, differs: Difference) -> tuple[Fraction, float]:
    gap = differs.gap if result.between and differs.gap else Fraction(0)
    return -gap, closest_last(differs)


def _told(shown: Shown, agreed_to_show: Collection[str]) -> Shown:
    groups = [group if group.group in agreed_to_show else _spared(group) for group in shown.groups]
    return shown.model_copy(update={"groups": groups})


def _spared(group: ShownGroup) -> ShownGroup:
    """Give the group without the statements on which it is held back (domain.md 6.2)."""
    answers = {name: counts for name, counts in group.answers.items() if not unanimous(group, name)}
    return group.model_copy(update={"answers": answers})


def _result(told: Shown, name: str, statements: Sequence[str], people: int) -> BlockResult:
    groups = [found for group in told.groups if (found := _share(group, statements))]
    held_back = any(each not in group.answers for group in told.groups for each in statements)
    shares = [] if held_back else [Fraction(each.agree, each.of) for each in groups]
    differs, between = _most_different(told, statements)
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


def _share(group: ShownGroup, statements: Sequence[str]) -> BlockShare | None:
    shares = [agreeing(answers_to(group, statement)) for statement in statements]
    agree, of = sum(share[0] for share in shares), sum(share[1] for share in shares)
    whole = all(statement in group.answers for statement in statements)
    return BlockShare(group.group, agree, of, whole) if of else None


def grade(share: Fraction) -> Grade:
    """Give the word for a share of 0 to 1: firm from 75 %, attention under 50 %."""
    if share >= FIRM:
        return "firm"
    return "attention" if share < ATTENTION else "building"


def _most_different(told: Shown, statements: Sequence[str]) -> tuple[Difference | None, bool]:
    """Give the statement with the largest gap that may be spoken of, or else the one with least consensus."""
    found = [each for each in by_difference(told, statements) if each.consensus is not None]
    between = next((each for each in found if _groups_differ(told, each.statement)), None)
    if between is not None:
        return between, True
    spread = min(found, key=closest_last, default=None)
    return (None if spread is None or spread.consensus == 1.0 else spread), False


def _groups_differ(told: Shown, statement: str) -> bool:
    return differ([each for each in urgency(told, [statement]) if each.of >= FEWEST_FOR_A_WORD])


def _order(result: BlockResult) -> tuple[bool, Fraction]:
    return result.share is None, result.share or Fraction(0)
