"""The pattern of the urgency check: who sees it, and who sees something else (docs/domain.md 6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from facilitator.insight.levels import GroupLevel
from facilitator.session.rounds import TOTAL

PatternCode = Literal[
    "shared", "all-low", "one-low", "one-high", "split", "mixed", "unknown", "single", "total"
]
"""What the levels of the perspectives say together.

shared, all-low: every perspective high, or low. one-low, one-high: one perspective is low (high), all others
are high (low), and it is at least 50 points away from one of them. split: so far apart are perspectives too,
with one alone on its side, while others are divided: policy sees it, those who work there do not, residents
are of two minds. mixed: anything else. unknown: a declared perspective has no level. single, total: there is
only one group, so nothing to compare.
"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, with its grounds."""

    code: PatternCode
    group: str | None = None
    """The one perspective that is low or high; of "single" the only one."""
    high: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    divided: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Declared perspectives of which nothing is shown: too few, silent or not there."""
    unsure: list[str] = field(default_factory=list)
    """Shown perspectives without a level: too few chose a point, or were asked all level statements."""
    held_back: list[str] = field(default_factory=list)
    """Shown perspectives of which some answers are held back: spared, withdrawn, shown by some tables."""


def pattern(levels: Sequence[GroupLevel], perspectives: Sequence[str]) -> Pattern:
    """Give the pattern of the levels, for the perspectives that the session declares.

    One perspective that is high against one that is low is both "one-low" and "one-high". It is "one-high":
    of two groups neither is the exception, so "[group] sees this differently" would be true of both and be
    said of one. "[group] sees that more is needed" is true of one of them only, and asks what they have seen.
    Both groups are named in ``high`` and ``low``, so that the notes can speak of either.
    """
    code, group = _code(levels, perspectives)
    names = {level.group for level in levels}
    return Pattern(
        code=code,
        group=group,
        high=[level.group for level in levels if level.level == "high"],
        low=[level.group for level in levels if level.level == "low"],
        divided=[level.group for level in levels if level.level == "divided"],
        missing=[] if code == TOTAL else [name for name in perspectives if name not in names],
        unsure=[one.group for one in levels if one.standing in {"unsure", "not-asked"}],
        held_back=[one.group for one in levels if one.standing in {"spared", "withdrawn", "partly"}],
    )


def _code(levels: Sequence[GroupLevel], perspectives: Sequence[str]) -> tuple[PatternCode, str | None]:
    if any(level.group == TOTAL for level in levels):
        return "total", None
    known = {level.group for level in levels if level.level}
    if not perspectives or not known.issuperset(perspectives):
        return "unknown", None
    if len(levels) == 1:
        return "single", levels[0].group
    high = [level.group for level in levels if level.level == "high"]
    low = [level.group for level in levels if level.level == "low"]
    if len(high) == len(levels):
        return "shared", None
    if len(low) == len(levels):
        return "all-low", None
    return _one_against_the_rest(levels, high, low)


def _one_against_the_rest(
    levels: Sequence[GroupLevel], high: Sequence[str], low: Sequence[str]
) -> tuple[PatternCode, str | None]:
    if not differ(levels):
        return "mixed", None
    if len(high) + len(low) < len(levels):
        return ("split" if 1 in {len(high), len(low)} else "mixed"), None
    if len(high) == 1:
        return "one-high", high[0]
    if len(low) == 1:
        return "one-low", low[0]
    return "mixed", None


def differ(levels: Sequence[GroupLevel]) -> bool:
    """Tell whether a difference between groups may be spoken of.

    It may when one is high, another low, and their shares are at least 50 points apart: with less, groups
    drawn from one and the same divided population would too often be told that they differ.
    """
    return any(
        _half_apart(high, low)
        for high in levels
        for low in levels
        if high.level == "high" and low.level == "low"
    )


def _half_apart(high: GroupLevel, low: GroupLevel) -> bool:
    return 2 * (high.agree * low.of - low.agree * high.of) >= high.of * low.of
