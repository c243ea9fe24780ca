"""What returns in a community of cities, without a ranking: by the alphabet, n beside every figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from facilitator.community.answer_tables import AnswerTables
from facilitator.community.collection import ALL, Categories, Collection, Sayings, Tally, city_sum, year_sum
from facilitator.community.session_counts import PATTERNS, UNKNOWN
from facilitator.document import Items, Paragraph, Part, Report, Section
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.problems import Problem
from facilitator.words import Words

MOST_SAYINGS: Final = 100
"""Lines of what people said that a report can hold and someone still reads."""
STATUSES: Final = ("done", "busy", "open", "postponed", "stopped", "not-needed", "unknown")
SIDES: Final = ("both", "formal", "informal")
GRADES: Final = ("firm", "building", "attention", UNKNOWN)


def community_report(found: Collection, left_out: Sequence[Problem], t: Words, city: str = "") -> Report:
    """Give the report; ``city``: stands beside all of them, as far as that may be told."""
    years = [year_sum(year) for year in sorted(found.years)]
    answers = AnswerTables(found, t)
    sections = [
        Section(t("community.patterns"), _sessions(found.patterns, "pattern", PATTERNS, t)),
        Section(t("community.absent"), _absent(found, t)),
        Section(t("community.statements"), answers.differences()),
        Section(city, _city(answers, city, t) if city else []),
        Section(t("community.years"), answers.beside(years) if len(years) > 1 else []),
        Section(t("community.blocks"), _blocks(found, t)),
        Section(t("community.agreements"), _agreements(found, t)),
        Section(t("community.networks"), _networks(found, t)),
        Section(t("community.lessons"), _sayings(found.lessons, t)),
        Section(t("community.asked"), _sayings(found.asked, t)),
        Section(t("community.left_out"), _items([problem.say(t) for problem in left_out])),
        Section(t("community.how"), [Items(t.lines("community.rules"))], folded=True),
    ]
    lead = [*_read(found, t), *_in_short(found, answers, t)]
    return Report(_title(found, city, t), lead, sections=[each for each in sections if each.parts])


def _title(found: Collection, city: str, t: Words) -> str:
    if len(found.cities) == 1:
        return t("community.title_one", city=next(iter(found.cities)))
    return t("community.title_city", city=city) if city else t("community.title")


def _read(found: Collection, t: Words) -> list[Part]:
    """Say how many sessions there are, of which cities."""
    cities = [t("community.city", name=name, n=n) for name, n in sorted(found.cities.items())]
    said = t("community.read", n=len(found))
    if len(cities) == 1:
        return [Paragraph(said)]
    return [Paragraph(f"{said} {t('community.cities', n=len(cities), cities=', '.join(cities))}")]


def _in_short(found: Collection, answers: AnswerTables, t: Words) -> list[Part]:
    """Give what one would talk about first; or say that there is too little."""
    lines = [*answers.in_short(), *_most_attention(found, t), *_done(found, t)]
    lines += [*_one_sided(found, t), *(line.capitalize() + "." for line in _absences(found, t))]
    return [Items(lines)] if lines else [Paragraph(t("community.too_little"))]


def _most_attention(found: Collection, t: Words) -> Iterator[str]:
    """Name the building block that asks attention most often, where one does."""
    often = {
        title: tally.sessions
        for title, grades in sorted(found.blocks.items())
        for tally in grades.tallies().told
        if tally.name == "attention"
    }
    if often:
        most = max(often, key=lambda title: often[title])
        yield t("community.most_attention", block=found.say(most, t.language), n=often[most])


def _done(found: Collection, t: Words) -> Iterator[str]:
    tallies = found.agreements.categories.tallies()
    if tallies.total is not None:
        yield from (
            t("community.done", n=tally.n, whole=tallies.total)
            for tally in tallies.told
            if tally.name == "done"
        )


def _one_sided(found: Collection, t: Words) -> Iterator[str]:
    """Say on how many maps only formal parties stand."""
    tallies = found.maps.tallies()
    if tallies.total is not None:
        yield from (
            t("community.only_formal", n=tally.sessions, whole=tallies.sessions)
            for tally in tallies.told
            if tally.name == "formal"
        )


# -- sections


def _sessions(categories: Categories, sort: str, order: Sequence[str], t: Words) -> list[Part]:
    """Give in how many sessions each category was found."""
    return _items(
        [
            t("community.times", what=t(f"community.{sort}.{tally.name}"), n=tally.sessions)
            for tally in _ordered(categories, order)
        ]
    )


def _ordered(categories: Categories, order: Sequence[str]) -> list[Tally]:
    return sorted(categories.tallies().told, key=lambda tally: order.index(tally.name))


def _absent(found: Collection, t: Words) -> list[Part]:
    return _items(_absences(found, t))


def _absences(found: Collection, t: Words) -> list[str]:
    return [
        t("community.nobody", group=found.perspectives(t.language)[tally.name], n=tally.sessions)
        for tally in found.absent.tallies().told
    ]


def _agreements(found: Collection, t: Words) -> list[Part]:
    categories = found.agreements.categories
    tallies = categories.tallies()
    lines = [
        t("community.often", what=t(f"community.status.{tally.name}"), n=tally.n, sessions=tally.sessions)
        for tally in _ordered(categories, STATUSES)
    ]
    if tallies.total is not None and len(lines) > 1:
        lines.append(t("community.total", n=tallies.total, sessions=tallies.sessions))
    return _items(lines)


def _networks(found: Collection, t: Words) -> list[Part]:
    """Give which sides stand on maps, and how many parties of each."""
    parties = [
        t("community.often", what=t(f"community.side.{tally.name}"), n=tally.n, sessions=tally.sessions)
        for tally in _ordered(found.actors.categories, SIDES)
    ]
    return [*_sessions(found.maps, "map", SIDES, t), *_items(parties)]


def _city(answers: AnswerTables, city: str, t: Words) -> list[Part]:
    """Put a city beside all; or say that nothing of it may be told."""
    return answers.beside([ALL, city_sum(city)], [city_sum(city)]) or [
        Paragraph(t("community.city_unknown", city=city))
    ]


def _blocks(found: Collection, t: Words) -> list[Part]:
    """Give per part how many sessions found it firm, and so on; a cell with fewer than three is empty."""
    told: Mapping[str, Mapping[str, str]] = {
        title: {tally.name: str(tally.sessions) for tally in categories.tallies().told}
        for title, categories in sorted(found.blocks.items())
    }
    rows: list[Row] = [
        (found.say(title, t.language), [numbers.get(grade, t("community.none")) for grade in GRADES])
        for title, numbers in told.items()
        if numbers
    ]
    heads = [t(f"community.grade.{grade}") for grade in GRADES]
    tables = column_tables(t("community.block"), heads, rows)
    return [Paragraph(t("community.block_cells")), *tables] if tables else []


def _items(lines: Sequence[str]) -> list[Part]:
    return [Items(lines)] if lines else []


def _sayings(sayings: Sayings, t: Words) -> list[Part]:
    told = sayings.told
    rest = len(told) - MOST_SAYINGS
    return _items([*told[:MOST_SAYINGS], *([t("community.more", n=rest)] if rest > 0 else [])])
