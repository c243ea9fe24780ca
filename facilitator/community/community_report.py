"""What returns in a community of cities, without a ranking: by the alphabet, n beside every figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from facilitator.community.collection import ALL, Collection, Statement, Sum, Tallies, city_sum, year_sum
from facilitator.document import Items, Paragraph, Part, Report, Section
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.problems import Problem
from facilitator.session.rounds import TOTAL
from facilitator.words import Words


def community_report(found: Collection, left_out: Sequence[Problem], t: Words, city: str = "") -> Report:
    """Give the report; ``city``: stands beside all of them, as far as that may be told."""
    years = [year_sum(int(year)) for year in found.years]
    sections = [
        Section(t("community.patterns"), _patterns(found, t)),
        Section(t("community.statements"), _differences(found, t)),
        Section(city, _statements(found, [ALL, city_sum(city)], t) if city else []),
        Section(t("community.years"), _statements(found, years, t) if len(years) > 1 else []),
        Section(t("community.blocks"), _blocks(found, t)),
        Section(t("community.agreements"), _tallies(found.agreements, "status", t)),
        Section(t("community.networks"), _tallies(found.networks, "side", t)),
        Section(t("community.lessons"), _words(found.words(lambda counts: counts.lessons))),
        Section(t("community.asked"), _words(found.words(lambda counts: counts.asked))),
        Section(t("community.left_out"), _words([problem.say(t) for problem in left_out])),
        Section(t("community.how"), [Items(t.lines("community.rules"))], folded=True),
    ]
    title = t("community.title_city", city=city) if city else t("community.title")
    return Report(title, _lead(found, t), sections=[section for section in sections if section.parts])


def _lead(found: Collection, t: Words) -> list[Part]:
    cities = [t("community.city", name=name, n=n) for name, n in found.cities.items()]
    return [Paragraph(t("community.read", n=len(found.sessions), cities=len(cities))), Items(cities)]


def _patterns(found: Collection, t: Words) -> list[Part]:
    tallies = found.patterns
    lines = [
        t("community.times", what=t(f"community.pattern.{tally.name}"), n=tally.sessions)
        for tally in tallies.told
    ]
    return _with_total(lines, tallies, t)


def _tallies(tallies: Tallies, sort: str, t: Words) -> list[Part]:
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
        title: {tally.name: str(tally.sessions) for tally in tallies.told}
        for title, tallies in found.blocks.items()
    }
    rows: list[Row] = [
        (title, [numbers.get(grade, t("community.none")) for grade in grades])
        for title, numbers in told.items()
        if numbers
    ]
    heads = [t(f"community.grade.{grade}") for grade in grades]
    return [*column_tables(t("community.block"), heads, rows)]


def _words(lines: Sequence[str]) -> list[Part]:
    return [Items(lines)] if lines else []


# -- statements


def _differences(found: Collection, t: Words) -> list[Part]:
    """Give the statements with all groups beside each other, the largest difference first."""
    groups = {**found.perspectives, TOTAL: t("community.everyone")}
    every = {
        statement: {group: sums[ALL] for group, sums in cells.items() if ALL in sums}
        for statement, cells in found.statements.items()
    }
    told = sorted((each for each in every if every[each]), key=lambda each: (-_gap(every[each]), each))
    columns = [group for group in groups if any(group in every[statement] for statement in told)]
    rows: list[Row] = [(each[1], [_cell(every[each].get(group), t) for group in columns]) for each in told]
    tables = column_tables(t("community.statement"), [groups[group] for group in columns], rows)
    return [Paragraph(f"{t('community.cells')} {t('community.order')}"), *tables] if tables else []


def _gap(sums: Mapping[str, Sum]) -> Fraction:
    """Give how far the shares that agree of two groups are apart at most; 0 for one group."""
    shares = [Fraction(each.agree, each.of) for each in sums.values()]
    return max(shares) - min(shares)


def _statements(found: Collection, beside: Sequence[str], t: Words) -> list[Part]:
    """Give a table for each group: how many agree in each of these sums, where it may be told."""
    groups = {**found.perspectives, TOTAL: t("community.everyone")}
    heads = [_named(name, t) for name in beside]
    tables: list[Part] = []
    for group, title in groups.items():
        rows: list[Row] = [
            (statement[1], [_cell(each, t) for each in cells])
            for statement in found.statements
            if any(cells := _cells(found, statement, group, beside))
        ]
        tables += column_tables(title, heads, rows)
    return [Paragraph(t("community.cells")), *tables] if tables else []


def _cells(found: Collection, statement: Statement, group: str, beside: Sequence[str]) -> list[Sum | None]:
    sums = found.statements[statement].get(group, {})
    return [sums.get(name) for name in beside]


def _cell(found: Sum | None, t: Words) -> str:
    if found is None:
        return t("community.none")
    return t("community.cell", part=found.agree, whole=found.of, n=found.sessions)


def _named(name: str, t: Words) -> str:
    return t("community.all") if name == ALL else name.partition(":")[2]
