"""The ballot at hand while ballots are typed over. Pure; it exists in memory alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Ballot:
    """Answers typed so far, for the statements in order; a point counts from 0, the opt-out last."""

    statements: Sequence[str]
    answers: tuple[int, ...] = ()

    @property
    def full(self) -> bool:
        return len(self.answers) == len(self.statements)

    @property
    def begun(self) -> bool:
        return bool(self.answers)

    @property
    def room(self) -> int:
        """How many answers it takes; of a full one how many the next takes, because that follows."""
        return len(self.statements) - (0 if self.full else len(self.answers))

    def add(self, answer: int) -> Ballot:
        """Give the ballot with one more answer; a full ballot stays as it is."""
        return self if self.full else replace(self, answers=(*self.answers, answer))

    def take_back(self) -> Ballot:
        """Give the ballot without its last answer."""
        return replace(self, answers=self.answers[:-1])

    def as_cast(self) -> Mapping[str, int]:
        """Give the answers by statement, as a ballot box takes them."""
        return dict(zip(self.statements, self.answers, strict=True))
