"""How many ballots of each group are in the box, and how many can come. Pure; no answer is known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.session.rounds import TOTAL


@dataclass(frozen=True)
class GroupRow:
    """How many ballots of a group are in."""

    title: str
    done: int
    places: int
    beforehand: int
    here: bool
    """Whether its ballots are typed over now."""


@dataclass(frozen=True)
class BallotTally:
    """The ballots of an open round, as numbers."""

    places: Mapping[str, int]
    """How many ballots of people who are here each group can have, beside those from beforehand."""
    ballots: Mapping[str, int]
    """How many of each perspective are in the box."""
    from_before: Mapping[str, int]
    """How many of these were collected before the session and are counted apart."""

    @property
    def groups(self) -> Sequence[str]:
        return list(self.places)

    def came(self, group: str) -> int:
        """Give the ballots of a group that are in the box."""
        return sum(self.ballots.values()) if group == TOTAL else self.ballots.get(group, 0)

    def came_before(self, group: str) -> int:
        """Give how many of these were collected beforehand."""
        return self.from_before.get(group, 0)

    def done(self, group: str) -> int:
        """Give how many of the people who are here have their ballot in the box."""
        return self.came(group) - self.came_before(group)

    def rows(self, title_of: Callable[[str], str], here: str) -> list[GroupRow]:
        """Give a row per group that has people, or ballots; ``here``: whose are typed over now."""
        rows = [
            GroupRow(
                title_of(group),
                self.done(group),
                self.places[group],
                self.came_before(group),
                here=group == here,
            )
            for group in self.groups
        ]
        return [row for row in rows if row.places or row.done or row.beforehand or row.here]

    def lacks(self, group: str) -> bool:
        return self.done(group) < self.places.get(group, 0)

    @property
    def all_in(self) -> bool:
        return bool(self.came(TOTAL)) and not any(map(self.lacks, self.groups))

    def next_group(self, now: str) -> str:
        """Give the first group after this one that lacks ballots, round and round; this one if none does."""
        at = self.groups.index(now) + 1 if now in self.groups else 0
        return next(filter(self.lacks, [*self.groups[at:], *self.groups[:at]]), now)
