"""What returns in a community of cities, without a ranking: by the alphabet, n beside every figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from facilitator.community.collection import (
    ALL,
    Categories,
    Collection,
    Sayings,
    Sum,
    Tallies,
    city_sum,
    year_sum,
)
from facilitator.document import Items, Paragraph, Part, Report, Section
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.problems import Problem
from facilitator.session.rounds import TOTAL
from facilitator.words import Words

MOST_SAYINGS: Final = 100
"""Lines of what people said that a report can hold and someone still reads."""


def community_report(found: Collection, left_out: Sequence[Problem], t: Words, city: str = "") -> Report:
    """Give the report; ``city``: stands beside all of them, as far as that may be told."""
    years = [year_sum(year) for year in sorted(found.years)]
    answers = Answers(found, t)
    sections = [
        Section(t("community.patterns"), _patterns(found, t)),
        Section(t("community.statements"), answers.differences()),
        Section(city, answers.beside([ALL, city_sum(city)]) if city else []),
        Section(t("community.years"), answers.beside(years) if len(years) > 1 else []),
        Section(t("community.blocks"), _blocks(found, t)),
        Section(t("community.agreements"), _tallies(found.agreements.categories, "status", t)),
        Section(t("community.networks"), _tallies(found.actors.categories, "side", t)),
        Section(t("community.lessons"), _sayings(found.lessons, t)),
        Section(t("community.asked"), _sayings(found.asked, t)),
        Section(t("community.left_out"), _items([problem.say(t) for problem in left_out])),
        Section(t("community.how"), [Items(t.lines("community.rules"))], folded=True),
    ]
    title = t("community.title_city", city=city) if city else t("community.title")
    return Report(title, _lead(found, t), sections=[section for section in sections if section.parts])


def _lead(found: Collection, t: Words) -> list[Part]:
    cities = [t("community.city", name=name, n=n) for name, n in sorted(found.cities.items())]
    return [Paragraph(t("community.read", n=len(found), cities=len(cities))), Items(cities)]


def _patterns(found: Collection, t: Words) -> list[Part]:
    tallies = found.patterns.tallies()
    lines = [
        t("community.times", what=t(f"community.pattern.{tally.name}"), n=tally.sessions)
        for tally in tallies.told
    ]
    return _with_total(lines, tallies, t)


def _tallies(categories: Categories, sort: str, t: Words) -> list[Part]:
    tallies = categories.tallies()
    lines = [
        t("community.often", what=t(f"community.{sort}.{tally.name}"), n=tally.n, sessions=tally.sessions)
        for tally in tallies.told
    ]
    return _with_total(lines, tallies, t)


def _with_total(lines: Sequence[str], tallies: Tallies, t: Words) -> list[Part]:
    if not lines:
        return []
    said = [] if tallies.total is None else [t("community.total", n=tallies.total, sessions=tallies.sessions)]
    return [Items([*lines, *said])]


def _blocks(found: Collection, t: Words) -> list[Part]:
    """Give per part how many sessions found it firm, and so on; a cell with fewer than three is empty."""
    grades = ("firm", "building", "attention", "unknown")
    told = {
        title: {tally.name: str(tally.sessions) for tally in categories.tallies().told}
        for title, categories in sorted(found.blocks.items())
    }
    rows: list[Row] = [
        (title, [numbers.get(grade, t("community.none")) for grade in grades])
        for title, numbers in told.items()
        if numbers
    ]
    heads = [t(f"community.grade.{grade}") for grade in grades]
    return [*column_tables(t("community.block"), heads, rows)]


def _items(lines: Sequence[str]) -> list[Part]:
    return [Items(lines)] if lines else []


def _sayings(sayings: Sayings, t: Words) -> list[Part]:
    told = sayings.told
    rest = len(told) - MOST_SAYINGS
    return _items([*told[:MOST_SAYINGS], *([t("community.more", n=rest)] if rest > 0 else [])])


class Answers:
    """What groups answered to statements, as far as it may be told, in tables."""

    def __init__(self, found: Collection, t: Words) -> None:
        self.told = found.told()
        self.groups = {**found.perspectives, TOTAL: t("community.everyone")}
        self.t = t

    def differences(self) -> list[Part]:
        """Give the statements with all groups beside each other, the largest difference first."""
        every = {
            statement: {group: sums[ALL] for group, sums in groups.items() if ALL in sums}
            for statement, groups in self.told.items()
        }
        shown = sorted((each for each in every if every[each]), key=lambda each: (-_gap(every[each]), each))
        columns = [group for group in self.groups if any(group in every[statement] for statement in shown)]
        rows: list[Row] = [
            (statement.text, [self._cell(every[statement].get(group)) for group in columns])
            for statement in shown
        ]
        heads = [self.groups[group] for group in columns]
        how = f"{self.t('community.cells')} {self.t('community.order')}"
        return self._explained(how, column_tables(self.t("community.statement"), heads, rows))

    def beside(self, names: Sequence[str]) -> list[Part]:
        """Give a table for each group: how many agree in each of these sums, where it may be told."""
        heads = [self._named(name) for name in names]
        tables: list[Part] = []
        for group, title in self.groups.items():
            cells = {statement: groups.get(group, {}) for statement, groups in self.told.items()}
            rows: list[Row] = [
                (statement.text, [self._cell(sums.get(name)) for name in names])
                for statement, sums in cells.items()
                if not sums.keys().isdisjoint(names)
            ]
            tables += column_tables(title, heads, rows)
        return self._explained(self.t("community.cells"), tables)

    def _explained(self, how: str, tables: Sequence[Part]) -> list[Part]:
        return [Paragraph(how), *tables] if tables else []

    def _cell(self, found: Sum | None) -> str:
        if found is None:
            return self.t("community.none")
        return self.t("community.cell", part=found.agree, whole=found.of, n=found.sessions)

    def _named(self, name: str) -> str:
        return self.t("community.all") if name == ALL else name.partition(":")[2]


def _gap(sums: Mapping[str, Sum]) -> Fraction:
    """Give how far the shares that agree of two groups are apart at most; 0 for one group."""
    shares = [Fraction(each.agree, each.of) for each in sums.values()]
    return max(shares) - min(shares)
