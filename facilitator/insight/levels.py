"""The level of a group: high, divided or low (docs/domain.md 6.2). No mean, and no floats to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from facilitator.insight.groups import is_base, shown_too_little
from facilitator.insight.statistics import agreeing
from facilitator.session.rounds import Shown, ShownGroup

Level = Literal["high", "divided", "low"]

Standing = Literal["told", "unsure", "spared", "withdrawn", "partly", "not-asked"]
"""What stands between a group and a level.

told: nothing, it has one. unsure: too few chose a point of the scale on one of the statements. spared: the
group is small and of one mind on one of them. withdrawn: a later vote took the answers to one of them away.
partly: not all tables show theirs, and too few to speak for the group. not-asked: one of them was not on its
ballots.
"""


@dataclass(frozen=True, slots=True)
class GroupLevel:
    """The pooled answers of one shown group on some statements."""

    group: str
    agree: int
    """Answers in the upper half of the scale; 0 unless told or unsure."""
    of: int
    """Answers, without "?"; 0 unless told or unsure."""
    unsure: int
    """Answers that say "?"; 0 unless told or unsure."""
    ballots: int
    """The people who were asked."""
    standing: Standing
    level: Level | None
    """Of a group that is told."""


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

    A group of which not all of them are shown has no level and no count: a share of fewer statements is
    another measure, and the shown ones subtracted from a count of all would give the others away.
    """
    return [_level_of(group, level_statements, shown.minimum) for group in shown.groups]


def _level_of(group: ShownGroup, statements: Sequence[str], minimum: int) -> GroupLevel:
    standing: Standing = "not-asked"
    if any(statement in group.withdrawn for statement in statements):
        standing = "withdrawn"
    elif any(statement in group.same for statement in statements):
        standing = "spared"
    elif any(shown_too_little(group, statement) for statement in statements):
        standing = "partly"
    elif statements and all(statement in group.answers for statement in statements):
        answers = tuple(tuple(group.answers[statement]) for statement in statements)
        return _pooled(group.group, group.ballots, minimum, answers)
    return GroupLevel(group.group, 0, 0, 0, group.ballots, standing, None)


@lru_cache(maxsize=1024)
def _pooled(group: str, ballots: int, minimum: int, answers: tuple[tuple[int, ...], ...]) -> GroupLevel:
    """Add answers up. Remembered: everything that is told of a statement asks for its level anew."""
    shares = [agreeing(counts[:-1]) for counts in answers]
    agree, n = sum(share[0] for share in shares), sum(share[1] for share in shares)
    told = all(is_base(of, ballots, minimum) for _, of in shares)
    return GroupLevel(
        group=group,
        agree=agree,
        of=n,
        unsure=sum(counts[-1] for counts in answers),
        ballots=ballots,
        standing="told" if told else "unsure",
        level=level(agree, n) if told else None,
    )
