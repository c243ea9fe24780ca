"""The level of a group: high, divided or low (domain.md 6.2). No mean, and no floats to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from facilitator.insight.groups import answers_to
from facilitator.insight.statistics import agreeing
from facilitator.session.rounds import Shown, ShownGroup

Level = Literal["high", "divided", "low"]


@dataclass(frozen=True, slots=True)
class GroupLevel:
    """The pooled answers of one shown group on the level statements."""

    group: str
    agree: int
    """Answers in the upper half of the scale."""
    of: int
    """Answers, without "?"."""
    level: Level | None
    """None when nobody answered anything but "?", or the group was not asked all level statements."""


def level(agree: int, n: int) -> Level:
    """Give the level: high from two thirds agreeing, low up to one third, otherwise divided.

    Raises ValueError unless 0 <= agree <= n and n > 0.
    """
    if not 0 <= agree <= n or n == 0:
        raise ValueError(f"{agree} of {n} is no share")
    if 3 * agree >= 2 * n:
        return "high"
    return "low" if 3 * agree <= n else "divided"


def urgency(shown: Shown, level_statements: Sequence[str]) -> list[GroupLevel]:
    """Give the level per shown group, in the order of the round; all answers on the statements pooled.

    A group that was not asked all of them has no level: a share of fewer statements is another measure.
    """
    return [_level_of(group, level_statements) for group in shown.groups]


def _level_of(group: ShownGroup, statements: Sequence[str]) -> GroupLevel:
    if not all(statement in group.answers for statement in statements):
        return GroupLevel(group.group, 0, 0, None)
    shares = [agreeing(answers_to(group, statement)) for statement in statements]
    agree, n = sum(share[0] for share in shares), sum(share[1] for share in shares)
    return GroupLevel(group.group, agree, n, level(agree, n) if n else None)
