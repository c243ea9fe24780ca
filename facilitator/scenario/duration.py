"""How long a step takes, counted from what it goes through (docs/domain.md 4.9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from facilitator.scenario.item_sorts import ITEM_SORTS

Counted = Literal[
    "actors", "agreements", "figures", "lines", "options", "people", "questions", "statements", "tasks"
]
"""What most of the time goes to."""
Easier = Literal["fewer", "hands", "longer", "tables", "typists"]
"""What helps when there is too little time."""


@dataclass(frozen=True)
class Expected:
    """Who and what there is when a step begins."""

    people: int
    there: Mapping[str, int] = field(default_factory=dict)
    """Entries by what they are: a sort of line, ``actors``, ``tasks``, ``offers``, ``agreements`` made here,
    ``earlier`` agreements, ``open`` questions, ``facts``, ``stories``, ``chosen``."""

    def count(self, name: str, usual: int = 0) -> int:
        """Give how many there are; ``usual`` where that is not known."""
        return self.there.get(name, usual)

    def lines(self, sorts: Sequence[str], usual: int) -> int:
        """Give how many lines there are of some sorts, all without any; ``usual`` where none is known."""
        return sum(self.count(sort) for sort in sorts or ITEM_SORTS) or usual

    def after(self, there: Mapping[str, int]) -> Expected:
        """Give what there is when a step is done that leaves so many of each."""
        return replace(self, there={**self.there, **there})


@dataclass(frozen=True)
class Duration:
    """The least and the usual minutes, and what they were counted from."""

    least: int
    usual: int
    of: Counted
    n: int
    easier: Easier = "longer"

    @classmethod
    def of_seconds(cls, least: int, usual: int, of: Counted, n: int, easier: Easier = "longer") -> Duration:
        """Make one in whole minutes, both rounded up."""
        shortest = -(-least // 60)
        return cls(shortest, max(shortest, -(-usual // 60)), of, n, easier)
