"""Sets or statements under each other, with per group a bar and its numbers. Pure; as large as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from facilitator.steps.statements.drawing.row_blocks import wrapped
from facilitator.ui.kit.told_line import ALOUD, joined

LONGEST_BAR: Final = 48
GAP: Final = 2
"""Blank cells between columns."""
NARROWEST: Final = 16
"""Cells below which there is no room for a title."""


@dataclass(frozen=True)
class Cell:
    """The answers of one group. Without answers only words stand there."""

    agree: int
    of: int
    said: str
    """The numbers in words, or why there are none."""
    short: str
    """The same in as few characters as can be."""


@dataclass(frozen=True)
class TableRow:
    """A set or a statement."""

    title: str
    cells: Sequence[Cell]
    end: str = ""
    """A word at the right end."""
    below: str = ""
    """What stands quietly under it."""
    here: bool | None = None
    """Whether it is pointed at; None where nothing can be."""


@dataclass(frozen=True)
class Style:
    """How large a table is drawn."""

    high: int
    """Rows of a bar."""
    air: int
    """Blank rows between the rows of the table."""
    bar: int
    """The shortest bar, in cells."""
    short: bool = False
    """Whether the numbers are as short as can be."""


_STYLES: Final = [
    Style(2, 2, 8),
    Style(2, 1, 8),
    Style(1, 2, 8),
    Style(1, 1, 8),
    Style(1, 1, 6, short=True),
    Style(1, 0, 8),
    Style(1, 0, 4, short=True),
    Style(1, 0, 3, short=True),
]
"""From large to small."""


@dataclass(frozen=True)
class TableColumns:
    """Widths: of the title, per group of the bar and of all, and of the word at the end."""

    title: int
    bar: int
    group: Sequence[int]
    end: int


def table(
    rows: Sequence[TableRow], heads: Sequence[str], width: int, height: int, *, tall: bool
) -> list[Content]:
    """Draw the rows, as roomily as fits; what can't fit in this height can be scrolled.

    ``heads`` are the names of the groups; one group needs none. Bars get shorter before titles go on at a
    next row, where titles are short enough for that. Where there is no room for all groups beside each other
    they stand under each other. On a ``tall`` page a bar may be two rows high.
    """
    if width == ALOUD:
        return [_aloud(row, heads) for row in rows]
    styles = [style for style in _STYLES if style.high == 1 or tall]
    found = [(style, _columns(rows, heads, style, width)) for style in styles]
    roomy = [each for each in found if each[1].title >= NARROWEST]
    if not roomy and len(heads) > 1:
        return table(_under_each_other(rows, heads), [""], width, height, tall=tall)
    longest = _longest_title(rows)
    whole = [each for each in roomy if each[1].title >= longest]
    drawn: list[Content] = []
    for style, columns in [*whole, *(roomy or found[-1:])]:
        drawn = _drawn(rows, heads, style, columns, width)
        if len(drawn) <= height:
            return drawn
    return drawn


def _aloud(row: TableRow, heads: Sequence[str]) -> Content:
    """Say a row with the name of each group before its numbers, where there are more than one."""
    title = row.title if row.title.endswith((".", "?", "!")) else f"{row.title}:"
    names = heads if len(heads) > 1 else [""]
    cells = [f"{name} {cell.said}".strip() for name, cell in zip(names, row.cells, strict=True)]
    said = joined(part for part in (title, *cells, row.end, row.below) if part)
    return Content(f"▸ {said}" if row.here else said)


def _under_each_other(rows: Sequence[TableRow], heads: Sequence[str]) -> list[TableRow]:
    """Give a row per title, and under it one per group."""
    found: list[TableRow] = []
    for row in rows:
        here = None if row.here is None else False
        found.append(TableRow(row.title, [Cell(0, 0, "", "")], row.end, here=row.here))
        found += [
            TableRow(f"  {head}", [cell], here=here) for head, cell in zip(heads, row.cells, strict=True)
        ]
        found[-1] = replace(found[-1], below=row.below)
    return found


def _longest_title(rows: Sequence[TableRow]) -> int:
    mark = 2 if any(row.here is not None for row in rows) else 0
    return max((cell_len(row.title) for row in rows), default=0) + mark


def _drawn(
    rows: Sequence[TableRow], heads: Sequence[str], style: Style, columns: TableColumns, width: int
) -> list[Content]:
    drawn = _head(heads, columns) if len(heads) > 1 else []
    for number, row in enumerate(rows):
        drawn += [Content("")] * (style.air if number else 0)
        drawn += _row(row, columns, style, width)
    return drawn


def _columns(rows: Sequence[TableRow], heads: Sequence[str], style: Style, width: int) -> TableColumns:
    """Give the titles what they need; bars get what is left, and no bar is shorter than the style wants."""
    cells = [[row.cells[n] for row in rows] for n in range(len(heads))]
    numbers = [max((cell_len(_said(cell, style)) for cell in own if cell.of), default=0) for own in cells]
    words = [max((cell_len(_said(cell, style)) for cell in own if not cell.of), default=0) for own in cells]
    names = [max(map(cell_len, name.split()), default=0) if len(heads) > 1 else 0 for name in heads]
    end = max((cell_len(row.end) for row in rows), default=0)
    end += GAP if end else 0
    longest = max(_longest_title(rows), NARROWEST)

    def widths(bar: int) -> list[int]:
        sizes = zip(names, words, numbers, strict=True)
        return [GAP + max(name, said, bar + 1 + count) for name, said, count in sizes]

    bar = style.bar
    while bar < LONGEST_BAR and width - end - sum(widths(bar + 1)) >= longest:
        bar += 1
    return TableColumns(width - end - sum(widths(bar)), bar, widths(bar), end)


def _said(cell: Cell, style: Style) -> str:
    return cell.short if style.short else cell.said


def _head(heads: Sequence[str], columns: TableColumns) -> list[Content]:
    """Give the names of the groups above their columns, a word on its own row where it has to."""
    names = [
        [row.plain for row in wrapped(name, room - GAP)]
        for name, room in zip(heads, columns.group, strict=True)
    ]
    high = max(map(len, names))
    rows: list[Content] = []
    for number in range(high):
        cells = ""
        for name, room in zip(names, columns.group, strict=True):
            at = number - (high - len(name))
            cells += " " * GAP + _pad(name[at] if at >= 0 else "", room - GAP)
        rows.append(Content.styled((" " * columns.title + cells).rstrip(), "$quiet"))
    return rows


def _row(row: TableRow, columns: TableColumns, style: Style, width: int) -> Iterator[Content]:
    """Give the title beside the bars, the higher of both, and under them what stands below."""
    mark = {None: "", True: "▸ ", False: "  "}[row.here]
    look = "" if row.here is False else "bold"
    titles = [content.plain for content in wrapped(row.title, columns.title - cell_len(mark))]
    for number in range(max(len(titles), style.high)):
        title = titles[number] if number < len(titles) else ""
        before = mark if number == 0 else " " * cell_len(mark)
        drawn = Content.assemble(
            (before, "bold $accent"), (_pad(title, columns.title - cell_len(before)), look)
        )
        if number < style.high:
            drawn = Content.assemble(drawn, *_cells(row, columns, style, number))
        yield drawn.rstrip()
    yield from (Content.assemble("  ", content) for content in wrapped(row.below, width - 2, "$quiet"))


def _cells(row: TableRow, columns: TableColumns, style: Style, level: int) -> Iterator[Content]:
    """Give one row of the bars; the numbers stand on the first, beside the title."""
    first, last = level == 0, level + 1 == style.high
    for cell, room in zip(row.cells, columns.group, strict=True):
        said = _said(cell, style) if first else ""
        blank = Content(" " * GAP)
        if not cell.of:
            yield Content.assemble(blank, (_pad(said, room - GAP), "$quiet"))
            continue
        full = _filled(cell, columns.bar)
        mark = "▆" if first else "█"  # not quite a whole cell: bars under each other stay apart
        rest = ("▁" if last else " ") * (columns.bar - full)
        yield Content.assemble(
            blank,
            (mark * full, "$accent"),
            (rest, "$quiet"),
            _pad(f" {said}", room - GAP - columns.bar),
        )
    if columns.end:
        yield Content.styled(" " * GAP + (row.end if first else ""), "$ink")


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - cell_len(text), 0)


def _filled(cell: Cell, length: int) -> int:
    """Give how much of a bar is filled; some and not all is never drawn as none or as all."""
    full = round(length * cell.agree / cell.of)
    return min(max(full, int(cell.agree > 0)), length - int(cell.agree < cell.of))
