"""What reports are made of: parts that every format (text, Markdown, HTML) can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; 3 stands under the section's own 2."""

    text: str
    level: Literal[2, 3] = 3


@dataclass(frozen=True)
class Paragraph:
    text: str
    quiet: bool = False
    """How it was measured, who was there: smaller where a format can."""


@dataclass(frozen=True)
class Items:
    """A list."""

    lines: Sequence[str]


@dataclass(frozen=True)
class Table:
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str = ""
    widths: Sequence[int] = ()
    """Of the columns, as percentages; empty leaves them to what shows it."""


@dataclass(frozen=True)
class Row:
    """One group in a picture: how many answers fall in each column."""

    label: str
    counts: Sequence[int]
    when: str = ""
    """Of which moment, where a group has a row for several: "nu", "in maart"."""
    faint: bool = False
    """An earlier vote, under the later one."""


@dataclass(frozen=True)
class Dots:
    """A dot per answer, per group and per point of the scale; the last column is the opt-out."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    words: str
    """What it shows in a few sentences, and what a difference is worth."""
    notes: Sequence[str] = ()
    """What was said of it."""
    asked: str = ""
    """The question that it made the app ask; only in the facilitator's own copy."""


@dataclass(frozen=True)
class Bar:
    """How many of how many."""

    label: str
    part: int
    whole: int
    when: str = ""
    """Of which moment, as of a row."""
    faint: bool = False


def named(row: Row | Bar) -> str:
    """Say of whom a row or a bar is, and of when where that has to be said."""
    return f"{row.label}, {row.when}" if row.when else row.label


@dataclass(frozen=True)
class Bars:
    """Groups side by side, never added up."""

    title: str
    bars: Sequence[Bar]
    words: str
    ends: tuple[str, str] = ("", "")
    """What nothing and everything stand for: the two ends of each bar."""


@dataclass(frozen=True)
class Backstage:
    """What only the facilitator's own copy has: coaching, and questions that nobody answered yet."""

    parts: Sequence[Heading | Paragraph | Items | Table]


Part = Heading | Paragraph | Items | Table | Dots | Bars
"""What every format can show."""

Told = Part | Backstage
"""What a report is told by those who know what was done in it."""


@dataclass(frozen=True)
class Section:
    """A part of a report under one heading; left out when it holds nothing."""

    title: str
    parts: Sequence[Part] = field(default_factory=list)
    folded: bool = False
    """Whether a reader on a screen opens it first; on paper it is open."""
    short_lines: bool = False
    """Whether it holds so many short lines that a page prints them in two columns, if no table is in it."""


@dataclass(frozen=True)
class DataSheet:
    """Rows for a program that calculates or keeps a list: a number is a number there, None is empty."""

    head: Sequence[str]
    rows: Sequence[Sequence[str | int | None]]


@dataclass(frozen=True)
class Report:
    """What every format shows, in the order in which it is read."""

    title: str
    lead: Sequence[Part]
    """Where, when, with whom; and first of all whose voice is not in it."""
    page_one: Sequence[Part] = ()
    """What fills the first page with the lead, and answers by itself. What follows begins on the next."""
    sections: Sequence[Section] = ()


def side_by_side(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Give the parts in order, each alone; but pictures that follow each other together, two to a row."""
    found: list[Sequence[Part]] = []
    for drawn, run in groupby(parts, key=lambda part: isinstance(part, Dots)):
        here = [*run]
        found += [here] if drawn else [[part] for part in here]
    return found
