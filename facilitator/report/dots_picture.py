"""A picture with a dot per answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.document import Dots, Row, named
from facilitator.markup import Markup, h
from facilitator.report.svg_shapes import (
    APART,
    BESIDE,
    DEEP,
    INK,
    LINE,
    MOST_DOTS,
    RULE,
    SOFT,
    WIDE,
    Picture,
    lines_of,
    number,
    over_a_row,
    said,
    whole,
)

DOT: Final = 6
STEP: Final = 7
FIGURE: Final = 17
"""Room for the figure before its dots."""


def dots_picture(part: Dots) -> Picture:
    """Give a row per group and a column per point, the figure before its dots."""
    column = (WIDE - BESIDE) / len(part.columns)
    drawn, top = _ends(part.columns, column)
    y = float(top)
    before = ""
    for row in part.rows:
        name = row.label if row.label != before else ""
        before = row.label
        piece, high = _row(row, name, y, column)
        drawn.append(piece)
        y += high
    rows = ((named(row), zip(part.columns, row.counts, strict=True)) for row in part.rows)
    told = " ".join(f"{name}: {', '.join(f'{point} {n}' for point, n in cells)}." for name, cells in rows)
    return whole(part.title, told, y + 1, drawn)


def _ends(columns: Sequence[str], column: float) -> tuple[list[Markup], int]:
    """Name both ends of the scale and the opt-out, over their columns; give how high that is."""
    *points, unknown = columns
    right = WIDE - column - 14
    half = (right - BESIDE - APART) / 2
    ends = [lines_of(points[0], half), lines_of(points[-1], half), lines_of(unknown, column + 14 - APART)]
    most = max(map(len, ends))
    places = zip(ends, (BESIDE, right, WIDE), ("start", "end", "end"), strict=True)
    drawn = [line for lines, x, anchor in places for line in over_a_row(lines, x, most, anchor)]
    return drawn, LINE * most + 4


def _row(row: Row, name: str, y: float, column: float) -> tuple[Markup, float]:
    """Draw a group; what it answered at another moment stands under its name, and has no rule above it."""
    names = lines_of(name, BESIDE - APART, bold=True) if name else []
    moments = lines_of(row.when, BESIDE - APART - 8) if row.when else []
    per_line = max(1, int((column - FIGURE - 2) // STEP))
    dots = max((-(-n // per_line) for n in row.counts if n <= MOST_DOTS), default=1)
    tall = LINE * len(names)
    top = y + 3 + (tall if moments else 0)
    high = max(LINE, STEP * dots + 4, LINE * len(moments) if moments else tall)
    high += 4 + (tall if moments else 0)
    last = len(row.counts) - 1
    cells = (
        _cell(n, BESIDE + column * at, top, per_line, row, unknown=at == last)
        for at, n in enumerate(row.counts)
    )
    rule = h("line", x1=0, x2=WIDE, y1=number(y), y2=number(y), stroke=RULE) if name else None
    label = (said(line, 0, y + LINE * (at + 1), bold=True) for at, line in enumerate(names))
    when = (said(line, 8, top + LINE * (at + 1) - 3, fill=SOFT) for at, line in enumerate(moments))
    return Markup(rule, *label, *when, *cells), high


def _cell(n: int, x: float, y: float, per_line: int, row: Row, *, unknown: bool) -> Markup:
    if not n:
        return Markup()
    if n > MOST_DOTS:
        return said(str(n), x, y + LINE - 3, bold=not row.faint)
    figure = said(str(n), x + FIGURE - 4, y + LINE - 3, bold=not row.faint, anchor="end")
    circles = (
        h(
            "circle",
            cx=number(x + FIGURE + DOT / 2 + STEP * (at % per_line)),
            cy=number(y + 7 + STEP * (at // per_line)),
            r=number(DOT / 2 - 0.5),
        )
        for at in range(n)
    )
    return Markup(figure, _group(circles, faint=row.faint, unknown=unknown))


def _group(shapes: Iterator[Markup], *, faint: bool, unknown: bool) -> Markup:
    """Let an earlier vote and the opt-out be open, each in its own way: colour carries nothing."""
    if faint:
        return h("g", *shapes, fill="#fff", stroke=SOFT, stroke_width=1)
    if unknown:
        return h("g", *shapes, fill="#fff", stroke=INK, stroke_width=1, stroke_dasharray="1.6 1.2")
    return h("g", *shapes, fill=DEEP, stroke=DEEP, stroke_width=1)
