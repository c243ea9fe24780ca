"""Sessions of a community added up, as far as sums may stand beside each other. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from facilitator.community.publication import in_categories, publishable
from facilitator.community.session_counts import GroupCount, SessionCounts

ALL: Final = "all"
Statement = tuple[str, str, int]
"""Its name, its words and the points of its scale: only what is the same in all three is added up."""


@dataclass(frozen=True)
class CountedSession:
    """A session in a collection."""

    city: str
    counts: SessionCounts

    @property
    def sums(self) -> tuple[str, ...]:
        """The names of the sums that it is in."""
        return ALL, city_sum(self.city), year_sum(self.counts.day.year)


def city_sum(city: str) -> str:
    return f"city:{city}"


def year_sum(year: int) -> str:
    return f"year:{year}"


@dataclass(frozen=True)
class Sum:
    """How many agree, of how many answers, in how many sessions."""

    agree: int
    of: int
    sessions: int


@dataclass(frozen=True)
class Tally:
    """A category, in how many sessions it was found and how often."""

    name: str
    sessions: int
    n: int


@dataclass(frozen=True)
class Tallies:
    """The categories that may be told, by name."""

    told: Sequence[Tally]
    total: int | None
    """Of all of them; None where it would give away what is not told."""
    sessions: int


@dataclass(frozen=True)
class Collection:
    """The sessions of a community, each once."""

    sessions: Sequence[CountedSession]

    @property
    def cities(self) -> Mapping[str, int]:
        """How many sessions each city has, by name."""
        return _numbers(counted.city for counted in self.sessions)

    @property
    def years(self) -> Mapping[str, int]:
        return _numbers(str(counted.counts.day.year) for counted in self.sessions)

    @property
    def perspectives(self) -> Mapping[str, str]:
        """The perspectives of these sessions by name, with what the first calls them."""
        found: dict[str, str] = {}
        for counted in self.sessions:
            for name, title in counted.counts.perspectives.items():
                found.setdefault(name, title)
        return found

    @cached_property
    def statements(self) -> Mapping[Statement, Mapping[str, Mapping[str, Sum]]]:
        """Give per statement and group every sum that may be told: of all, of a city, of a year."""
        cells: dict[Statement, dict[str, list[tuple[CountedSession, GroupCount]]]] = {}
        for counted in self.sessions:
            for vote in counted.counts.votes:
                key = (vote.statement, vote.text, vote.points)
                cells.setdefault(key, {}).setdefault(vote.group, []).append((counted, vote))
        return {
            key: {group: _sums(votes) for group, votes in groups.items()}
            for key, groups in sorted(cells.items())
        }

    @property
    def patterns(self) -> Tallies:
        return self._tallies(lambda counts: dict.fromkeys(counts.patterns, 1))

    @property
    def agreements(self) -> Tallies:
        """Give how many agreements stand how, each as the newest meeting left it."""
        return self._newest(lambda counts: counts.agreements)

    @property
    def blocks(self) -> Mapping[str, Tallies]:
        """Give per part of a scan, by its title, how it came out."""
        titles = {block.title for counted in self.sessions for block in counted.counts.blocks}
        return {title: self._tallies(partial(_grades, title=title)) for title in sorted(titles)}

    @property
    def networks(self) -> Tallies:
        """Give how many actors stand on maps of networks, formal and informal."""
        return self._newest(lambda counts: counts.actors)

    def words(self, of: Callable[[SessionCounts], Sequence[str]]) -> list[str]:
        """Give what people said, by the alphabet; nothing where fewer than three sessions said something.

        From which session or city it comes is not told.
        """
        saying = [counted for counted in self.sessions if of(counted.counts)]
        _, may = in_categories({ALL: {counted.counts.session for counted in saying}})
        return sorted({line for counted in saying for line in of(counted.counts)}) if may else []

    def _newest(self, of: Callable[[SessionCounts], Mapping[str, str]]) -> Tallies:
        """Count entries that come over from one meeting to the next once, as the newest has them."""
        newest: dict[str, tuple[str, str]] = {}
        for counted in sorted(self.sessions, key=lambda counted: counted.counts.day):
            newest |= {name: (counted.counts.session, sort) for name, sort in of(counted.counts).items()}
        by_session: dict[str, Counter[str]] = {}
        for session, sort in newest.values():
            by_session.setdefault(session, Counter())[sort] += 1
        return self._tallies(lambda counts: by_session.get(counts.session, {}))

    def _tallies(self, of: Callable[[SessionCounts], Mapping[str, int]]) -> Tallies:
        found: dict[str, dict[str, int]] = {}
        for counted in self.sessions:
            for name, n in of(counted.counts).items():
                if n:
                    found.setdefault(name, {})[counted.counts.session] = n
        told, whole = in_categories(found)
        tallies = [Tally(name, len(found[name]), sum(found[name].values())) for name in sorted(told)]
        every = {session for sessions in found.values() for session in sessions}
        total = sum(sum(sessions.values()) for sessions in found.values()) if whole else None
        return Tallies(tallies, total, len(every))


def _grades(counts: SessionCounts, title: str) -> Mapping[str, int]:
    return {block.grade: 1 for block in counts.blocks if block.title == title}


def _numbers(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in sorted(names):
        found[name] = found.get(name, 0) + 1
    return found


def _sums(votes: Sequence[tuple[CountedSession, GroupCount]]) -> Mapping[str, Sum]:
    """Add up what one group answered to one statement, in every sum that may be told beside the others."""
    inside: dict[str, dict[str, GroupCount]] = {}
    for counted, vote in votes:
        for name in counted.sums:
            inside.setdefault(name, {})[counted.counts.session] = vote
    sums = {name: frozenset(sessions) for name, sessions in inside.items()}
    told = publishable(sums, {counted.counts.session: vote.of for counted, vote in votes})
    return {
        name: Sum(
            sum(vote.agree for vote in inside[name].values()),
            sum(vote.of for vote in inside[name].values()),
            len(inside[name]),
        )
        for name in sorted(told)
    }
