"""A report as plain text, 76 columns wide: for a mail, a terminal, or a printer that knows nothing else."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.document import (
    Bar,
    Bars,
    Dots,
    Heading,
    Items,
    Paragraph,
    Part,
    Report,
    Row,
    Section,
    Table,
    named,
)
from facilitator.words import Words

WIDTH: Final = 76
GAP: Final = 2
NARROWEST: Final = 9
FEW_COLUMNS: Final = 4
"""With so few, rows of several lines are set apart by an empty line."""
MOST_DOTS: Final = 40
"""Longer rows are told in figures alone."""


def render(report: Report, _t: Words) -> str:
    """Give the report as lines of at most 76 columns, with a line break at the end of each."""
    return _PlainText(WIDTH).whole(report)


def text_of(part: Part, columns: int) -> str:
    """Give one part of a report in so many columns."""
    return "\n".join(_PlainText(columns).part(part))


def width(text: str) -> int:
    """Give how many columns a text takes: none for a combining mark, two for a wide character."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _pad(text: str, columns: int) -> str:
    return text + " " * max(0, columns - width(text))


@dataclass(frozen=True)
class _PlainText:
    """Writes the parts of a report in so many columns."""

    width: int

    def whole(self, report: Report) -> str:
        blocks = [[*self._wrap(report.title), "=" * min(self.width, width(report.title))]]
        blocks += [list(self.part(part)) for part in [*report.lead, *report.page_one]]
        for section in report.sections:
            blocks += self._section(section)
        return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

    def _section(self, section: Section) -> list[list[str]]:
        return [self._head(section.title), *(list(self.part(part)) for part in section.parts)]

    def _head(self, title: str) -> list[str]:
        return [*self._wrap(title.upper()), "-" * min(self.width, width(title))]

    def part(self, part: Part) -> Iterator[str]:
        match part:
            case Heading(level=2):
                yield from self._head(part.text)
            case Heading():
                yield from self._wrap(part.text)
                yield "." * min(self.width, width(part.text))
            case Paragraph():
                yield from self._wrap(part.text)
            case Items():
                for line in part.lines:
                    yield from self._wrap(line, "  - ")
            case Table():
                yield from self._table(part)
            case Dots():
                yield from self._dots(part)
            case Bars():
                yield from self._bars(part)

    def _wrap(self, text: str, first: str = "", *, room: int = 0) -> list[str]:
        """Give lines that fit; a text that is wider than it is long (Chinese) is wrapped at half of it."""
        room = room or self.width
        wide = width(text) > len(text)
        room = (room - len(first)) // 2 + len(first) if wide else room
        lines: list[str] = []
        for line in text.split("\n"):
            lead = first if not lines else " " * len(first)
            lines += textwrap.wrap(line, room, initial_indent=lead, subsequent_indent=" " * len(first)) or [
                ""
            ]
        return [line.rstrip() for line in lines]

    # -- tables

    def _table(self, table: Table) -> Iterator[str]:
        """Give columns, narrowed until they fit; a block per row when they cannot."""
        if table.caption:
            yield from self._wrap(table.caption)
            yield ""
        rows = [list(table.head), *(list(row) for row in table.rows)]
        columns = self._columns_that_fit([max(width(row[n]) for row in rows) for n in range(len(table.head))])
        if not columns:
            yield from self._blocks(table)
            return
        tall = any(
            len(self._wrap(cell, room=room)) > 1
            for row in rows
            for cell, room in zip(row, columns, strict=True)
        )
        yield from self._line(rows[0], columns)
        yield from self._line(["-" * column for column in columns], columns)
        for n, row in enumerate(rows[1:]):
            if tall and n and len(rows) > 3 and len(columns) <= FEW_COLUMNS:
                yield ""
            yield from self._line(row, columns)

    def _columns_that_fit(self, wanted: Sequence[int]) -> list[int]:
        """Take from the widest columns until the table fits; nothing when they would become too narrow."""
        columns = [max(1, width) for width in wanted]
        room = self.width - GAP * (len(columns) - 1)
        while sum(columns) > room:
            widest = max(columns)
            if widest <= NARROWEST:
                return []
            columns[columns.index(widest)] -= 1
        return columns

    def _line(self, row: Sequence[str], columns: Sequence[int]) -> Iterator[str]:
        cells = [self._wrap(cell, room=room) for cell, room in zip(row, columns, strict=True)]
        for n in range(max(map(len, cells))):
            parts = [cell[n] if n < len(cell) else "" for cell in cells]
            padded = [_pad(part, column) for part, column in zip(parts, columns, strict=True)]
            yield (" " * GAP).join(padded).rstrip()

    def _blocks(self, table: Table) -> Iterator[str]:
        for n, row in enumerate(table.rows):
            if n:
                yield ""
            for name, cell in zip(table.head, row, strict=True):
                if cell:
                    yield from self._hang(f"{name}: ", cell)

    def _hang(self, name: str, cell: str) -> list[str]:
        """Give a cell after its name, later lines two columns in."""
        first, *rest = self._wrap(f"{name}{cell}", room=self.width - 2)
        return [first, *(f"  {line}" for line in rest)]

    # -- pictures

    def _dots(self, dots: Dots) -> Iterator[str]:
        yield from self._wrap(dots.title)
        if dots.rows:
            yield ""
            label = max(width(named(row)) for row in dots.rows)
            beside = label if label <= 16 else 0
            cell = (self.width - beside - GAP) // len(dots.columns)
            yield from self._heads(dots.columns, beside, cell)
            for row in dots.rows:
                yield from self._row(row, beside, cell)
        if dots.words:
            yield ""
            yield from self._wrap(dots.words)
        if dots.notes:
            yield ""
            for line in dots.notes:
                yield from self._wrap(line, "  - ")
        if dots.asked:
            yield ""
            yield from self._wrap(dots.asked)

    def _heads(self, columns: Sequence[str], beside: int, cell: int) -> Iterator[str]:
        heads = [self._wrap(column, room=cell - 1) for column in columns]
        for n in range(max(map(len, heads))):
            cells = "".join(_pad(head[n] if n < len(head) else "", cell) for head in heads)
            yield (" " * (beside + GAP) + cells).rstrip()

    def _row(self, row: Row, beside: int, cell: int) -> Iterator[str]:
        """Give the dots of a group under the heads, each with its figure; an earlier vote as open circles."""
        if not beside:
            yield from self._wrap(named(row))
        cells = [self._cell(count, row, cell - 1) for count in row.counts]
        for n in range(max(map(len, cells))):
            lead = _pad(named(row) if beside and n == 0 else "", beside) + " " * GAP
            line = "".join(_pad(lines[n] if n < len(lines) else "", cell) for lines in cells)
            yield (lead + line).rstrip()

    def _cell(self, count: int, row: Row, room: int) -> list[str]:
        if not count:
            return [""]
        if count > MOST_DOTS:
            return [str(count)]
        dot = "○" if row.faint else "●"
        return textwrap.wrap(f"{dot * count} {count}", room)

    def _bars(self, bars: Bars) -> Iterator[str]:
        yield from self._wrap(bars.title)
        yield ""
        label = min(24, max((width(named(bar)) for bar in bars.bars), default=0))
        for bar in bars.bars:
            yield from self._bar(bar, label)
        yield ""
        yield from self._wrap(bars.words)

    def _bar(self, bar: Bar, label: int) -> Iterator[str]:
        figures = f"{bar.part}/{bar.whole}"
        picture = "●" * bar.part + "○" * (bar.whole - bar.part) if bar.whole <= MOST_DOTS else ""
        name = named(bar)
        if width(name) > label:
            yield from self._wrap(name)
            name = ""
        yield f"{_pad(name, label)}  {picture}{'  ' if picture else ''}{figures}"
