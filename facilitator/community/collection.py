"""Sessions of a community added up, as far as sums may stand beside each other.

What is kept grows with cities, years, statements and what people said, not with the number of sessions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from facilitator.community.publication import FEWEST_SESSIONS, Size, in_categories, publishable
from facilitator.community.session_counts import SessionCounts, sides_of
from facilitator.words import LANGUAGES, Language

ALL: Final = "all"


class AskedStatement(NamedTuple):
    """A statement as it was asked: only what is the same in all three is added up."""

    name: str
    text: str
    """In the first language of the app, where its session knows it: asked in another, it is the same."""
    points: int


class Sum(NamedTuple):
    """How many agree, of how many answers, in how many sessions."""

    agree: int = 0
    of: int = 0
    sessions: int = 0

    def plus(self, other: Sum) -> Sum:
        """Give both together."""
        return Sum(self.agree + other.agree, self.of + other.of, self.sessions + other.sessions)


class CityYear(NamedTuple):
    """Where and when: of sessions that share both, no sum tells one from another."""

    city: str
    year: int

    @property
    def sums(self) -> frozenset[str]:
        """The names of the sums that such a session is in."""
        return frozenset((ALL, city_sum(self.city), year_sum(self.year)))


def city_sum(city: str) -> str:
    return f"city:{city}"


def year_sum(year: int) -> str:
    return f"year:{year}"


class CountedSession(NamedTuple):
    """A session in a collection."""

    city: str
    counts: SessionCounts

    @property
    def cell(self) -> CityYear:
        return CityYear(self.city, self.counts.day.year)


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
class Categories:
    """How often each of some categories was found, and in how many sessions."""

    often: Counter[str] = field(default_factory=Counter)
    sessions: Counter[frozenset[str]] = field(default_factory=Counter)
    """In how many sessions exactly these were found."""

    def add(self, found: Mapping[str, int]) -> None:
        """Add what one session has."""
        if found:
            self.often.update(found)
            self.sessions[frozenset(found)] += 1

    def tallies(self) -> Tallies:
        told, whole = in_categories(self.sessions)
        by_name = [
            Tally(name, sum(n for names, n in self.sessions.items() if name in names), self.often[name])
            for name in sorted(told)
        ]
        return Tallies(by_name, self.often.total() if whole else None, self.sessions.total())


@dataclass
class Sayings:
    """What people said, without the session or the city that it comes from."""

    lines: Counter[str] = field(default_factory=Counter)
    sessions: int = 0
    """In how many something was said."""

    def add(self, lines: Sequence[str]) -> None:
        """Add what was said in one session."""
        self.lines.update(set(lines))
        self.sessions += bool(lines)

    @property
    def told(self) -> Sequence[str]:
        """What may be told, the most frequent first; nothing where under three sessions said something."""
        if self.sessions < FEWEST_SESSIONS:
            return []
        return sorted(self.lines, key=lambda line: (-self.lines[line], line))


@dataclass(frozen=True)
class Latest:
    """Entries that come over from one meeting to the next, each counted once, as the newest has it."""

    categories: Categories = field(default_factory=Categories)
    newer: set[str] = field(default_factory=set)
    """Entries of newer meetings that followed another: they may stand in an older one too."""

    def add(self, entries: Mapping[str, str], *, follows: bool) -> None:
        """Add the entries of one session, with the category of each; newer sessions came before.

        Args:
            entries: the category of each entry.
            follows: whether the session followed another one, and may have entries from it.
        """
        own = {name: category for name, category in entries.items() if name not in self.newer}
        self.categories.add(Counter(own.values()))
        if follows:
            self.newer.update(own)


class Collection:
    """The sessions of a community, each once."""

    def __init__(self) -> None:
        self.cities = Counter[str]()
        self.years = Counter[int]()
        self._perspectives: dict[str, dict[Language, str]] = {}
        """What the newest session in a language calls each."""
        self._also: dict[str, str] = {}
        """What is told of in the first language of the app, as the newest session has it in the other."""
        self.answers: dict[AskedStatement, dict[str, dict[CityYear, Sum]]] = {}
        """Per statement and group."""
        self.patterns = Categories()
        self.blocks: dict[str, Categories] = {}
        """Per part of a scan, by its title, how it came out."""
        self.absent = Categories()
        """Perspectives of which nobody was there."""
        self.maps = Categories()
        """Which sides stand on a map of the network: formal, informal, or both."""
        self.agreements = Latest()
        self.actors = Latest()
        self.lessons = Sayings()
        self.asked = Sayings()

    def __len__(self) -> int:
        return self.cities.total()

    def add(self, counted: CountedSession) -> None:
        """Add a session; the newest comes first."""
        city, counts = counted
        self.cities[city] += 1
        self.years[counts.day.year] += 1
        for name, title in counts.perspectives.items():
            self._perspectives.setdefault(name, {}).setdefault(counts.language, title)
        for text, also in counts.also.items():
            self._also.setdefault(text, also)
        for vote in counts.votes:
            groups = self.answers.setdefault(AskedStatement(vote.statement, vote.text, vote.points), {})
            cells = groups.setdefault(vote.group, {})
            cells[counted.cell] = cells.get(counted.cell, Sum()).plus(Sum(vote.agree, vote.of, 1))
        self.patterns.add(dict.fromkeys(counts.patterns, 1))
        self.absent.add(dict.fromkeys(counts.absent, 1))
        self.maps.add({side: 1 for side in (sides_of(counts),) if side})
        for block in counts.blocks:
            self.blocks.setdefault(block.title, Categories()).add({block.grade: 1})
        self.agreements.add(counts.agreements, follows=counts.follows)
        self.actors.add(counts.actors, follows=counts.follows)
        self.lessons.add(counts.lessons)
        self.asked.add(counts.asked)

    def perspectives(self, language: Language) -> Mapping[str, str]:
        """Give what each perspective is called, in this language where a session was in it."""
        return {
            name: titles.get(language, next(iter(titles.values())))
            for name, titles in self._perspectives.items()
        }

    def say(self, text: str, language: Language) -> str:
        """Give a statement, or the title of a part of a scan, in this language where a session knows it."""
        return text if language == LANGUAGES[0] else self._also.get(text, text)

    def told(self) -> Mapping[AskedStatement, Mapping[str, Mapping[str, Sum]]]:
        """Give per statement and group every sum that may be told: of all, of a city, of a year."""
        return {
            statement: {group: _sums(cells) for group, cells in groups.items()}
            for statement, groups in sorted(self.answers.items())
        }


def _sums(cells: Mapping[CityYear, Sum]) -> Mapping[str, Sum]:
    """Give what one group answered to one statement, in every sum that may be told beside the others."""
    told = publishable({cell.sums: Size(found.sessions, found.of) for cell, found in cells.items()})
    sums = dict.fromkeys(sorted(told), Sum())
    for cell, found in cells.items():
        for name in cell.sums & told:
            sums[name] = sums[name].plus(found)
    return sums
