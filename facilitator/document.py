"""What reports are made of: parts that every format (text, Markdown, HTML) can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Row:
    """One group in a picture: how many answers fall in each column."""

    label: str
    counts: Sequence[int]
    faint: bool = False
    """An earlier vote, under the later one."""


@dataclass(frozen=True)
class Dots:
    """A dot per answer, per group and per point of the scale; the last column is the opt-out."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    words: str
    """The same in a sentence, for who does not see the picture."""


@dataclass(frozen=True)
class Bar:
    """How many of how many."""

    label: str
    part: int
    whole: int


@dataclass(frozen=True)
class Bars:
    """Groups side by side, never added up."""

    title: str
    bars: Sequence[Bar]
    words: str


Part = Heading | Paragraph | Items | Table | Dots | Bars


@dataclass(frozen=True)
class Section:
    """A part of a report under one heading; left out when it holds nothing."""

    title: str
    parts: Sequence[Part] = field(default_factory=list)
