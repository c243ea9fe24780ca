"""From the rows of an area to six to eight figures that its people can recognise or contradict. Pure.

A figure stands beside that of the municipality, never in a rank. One that the office keeps back stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from facilitator.figures.area_reader import Area, Found
from facilitator.figures.columns import FEWEST, MADE_OF, Column, Measure
from facilitator.problems import Problem, Refused
from facilitator.words import Words

MOST: Final = 8
"""A room can look at so many; the last ones are told where another is not known."""


class CountedShare(NamedTuple):
    """A part of a whole, of which the office counts both, rounded to fives or tens."""

    part: Column
    whole: Column
    least: int
    """Of a smaller whole rounding alone would move the share by more than a few of a hundred."""


SHARES: Final[Mapping[Measure, CountedShare]] = {
    "alone": CountedShare("alone", "households", 100),
    "older": CountedShare("older", "people", 100),
    "young": CountedShare("young", "people", 100),
    "benefits": CountedShare("benefits", "people", 500),
}
GIVEN: Final[Mapping[Measure, Column]] = {
    "alone": "alone_share",
    "older": "older_share",
    "young": "young_share",
    "rented": "rented",
    "housing": "housing",
}
"""Shares that the office gives itself, of a hundred."""
COUNTS: Final[frozenset[Measure]] = frozenset({"people", "households"})


@dataclass(frozen=True)
class Figure:
    """What is known of one measure, here and in the municipality; None where the office does not say."""

    measure: Measure
    here: float | None
    beside: float | None


class ToldFigure(NamedTuple):
    """A figure in words, field by field what ``GivenFact`` has: light to load where it is only said."""

    what: str
    value: str
    source: str
    year: str
    area: str
    compared: str


def choose(found: Found) -> list[Figure]:
    """Give the figures that are told: known ones first, and empty ones as long as there are fewer than six.

    Raises Refused when the office says nothing of this area.
    """
    figures = [
        Figure(measure, value(found.area, measure), value(found.beside, measure)) for measure in MADE_OF
    ]
    known = [figure for figure in figures if figure.here is not None][:MOST]
    if not known:
        raise Refused(Problem("figures.nothing_known", {"area": found.area.title}))
    empty = [figure for figure in figures if figure.here is None and figure.beside is not None]
    told = [*known, *empty[: max(0, FEWEST - len(known))]]
    return [figure for figure in figures if figure in told]


def value(area: Area | None, measure: Measure) -> float | None:
    """Give what an area has of a measure: a count, a share of a hundred, or an income in euros."""
    if area is None:
        return None
    if measure in COUNTS or measure == "income":
        said = area.values.get(MADE_OF[measure][0])
        return said * 1000 if said is not None and measure == "income" else said
    given = area.values.get(GIVEN[measure]) if measure in GIVEN else None
    return given if given is not None else _share(area, measure)


def _share(area: Area, measure: Measure) -> float | None:
    share = SHARES.get(measure)
    if share is None:
        return None
    part, whole = area.values.get(share.part), area.values.get(share.whole)
    if part is None or whole is None or whole < share.least or part > whole:
        return None
    return part / whole * 100


def in_words(found: Found, figures: Sequence[Figure], year: str, t: Words) -> list[ToldFigure]:
    """Give figures in words, each with where it comes from."""
    beside = "country" if found.area.code.startswith("GM") else "municipality"
    return [
        ToldFigure(
            what=t(f"figures.what.{figure.measure}"),
            value=_said(figure.measure, figure.here, t),
            source=t("figures.source"),
            year=year,
            area=found.area.name,
            compared=""
            if figure.beside is None
            else t(f"figures.beside.{beside}", value=_said(figure.measure, figure.beside, t)),
        )
        for figure in figures
    ]


def _said(measure: Measure, known: float | None, t: Words) -> str:
    """Give a number as people say it: "19 van de 100 mensen"; nothing where it is not known."""
    if known is None:
        return ""
    if measure in COUNTS:
        return _grouped(known, t)
    if measure == "income":
        return t("figures.income", amount=_grouped(int(known / 100 + 0.5) * 100, t))
    whole = t(f"figures.of.{measure}")
    number = int(known + 0.5)
    if known and not number:
        return t("figures.hardly", whole=whole)
    return t("figures.share", n=number, whole=whole)


def _grouped(known: float, t: Words) -> str:
    return f"{int(known + 0.5):,}".replace(",", t("figures.thousands"))
