"""Pictures of votes as SVG: readable on a phone, in black and white, and to who does not see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.document import Bar, Bars, Dots, Row
from facilitator.markup import Markup, h

WIDE: Final = 360
"""Units; a phone shows them one to one, paper a third larger."""
LINE: Final = 13
DOT: Final = 8
STEP: Final = 10
SMALL: Final = 6.1
BOLD: Final = 7.7
"""Units for a letter of a head and of a label, in the widest of the fonts a system may have."""
MOST_DOTS: Final = 60
"""In one cell; more is told by a figure alone."""


def dots(picture: Dots, name: str) -> Markup:
    """Give a dot per answer, a row per group and a column per point; ``name`` is unique on the page."""
    column = WIDE / len(picture.columns)
    heads = [_split(name, column, SMALL) for name in picture.columns]
    top = LINE * max(map(len, heads)) + 6
    drawn = [_head(lines, n, column, top) for n, lines in enumerate(heads)]
    y = float(top)
    for row in picture.rows:
        high = _height(row, column)
        drawn.append(_row(row, y, column))
        y += high
    return _svg(name, picture.title, _told(picture), y, drawn)


def _told(picture: Dots) -> str:
    """Say the counts in words: the text alternative."""
    rows = [(row.label, zip(picture.columns, row.counts, strict=True)) for row in picture.rows]
    return " ".join(f"{label}: {', '.join(f'{name} {n}' for name, n in cells)}." for label, cells in rows)


def _head(lines: Sequence[str], n: int, column: float, top: int) -> Markup:
    first = top - 6 - LINE * (len(lines) - 1)
    x = _n(n * column + 4)
    return Markup(*(h("text", line, class_="c", x=x, y=first + LINE * at) for at, line in enumerate(lines)))


def _split(text: str, room: float, letter: float) -> list[str]:
    """Break a name into lines that fit, between words where that can be."""
    most = max(4, int((room - 6) / letter))
    lines: list[str] = []
    for whole in text.split():
        pieces = [whole[at : at + most] for at in range(0, len(whole), most)]
        for word in pieces:
            if lines and len(lines[-1]) + 1 + len(word) <= most:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
    return lines[:4] or [""]


def _per_line(column: float) -> int:
    """Give how many dots stand next to each other, leaving room for the figure."""
    return max(2, int((column - 20) // STEP))


def _labels(row: Row) -> list[str]:
    return _split(row.label, WIDE, BOLD)


def _height(row: Row, column: float) -> float:
    lines = max((-(-count // _per_line(column)) for count in row.counts if count <= MOST_DOTS), default=1)
    return LINE * len(_labels(row)) + 13 + STEP * max(1, lines) + 6


def _row(row: Row, y: float, column: float) -> Markup:
    line = None if row.faint else h("line", class_="r", x1=0, x2=WIDE, y1=_n(y), y2=_n(y))
    look = "f" if row.faint else "g"
    labels = (
        h("text", label, class_=look, x=0, y=_n(y + LINE * (n + 1) + 3))
        for n, label in enumerate(_labels(row))
    )
    top = y + LINE * len(_labels(row)) + 11
    last = len(row.counts) - 1
    cells = (
        _cell(count, n * column + 4, top, _per_line(column), _look(row, unknown=n == last))
        for n, count in enumerate(row.counts)
        if count
    )
    return Markup(line, *labels, *cells)


def _look(row: Row, *, unknown: bool) -> str:
    """Give the look of a dot: an earlier vote and the opt-out are open, so that colour carries nothing."""
    if row.faint:
        return "e"
    return "u" if unknown else "d"


def _cell(count: int, x: float, y: float, per_line: int, look: str) -> Markup:
    if count > MOST_DOTS:
        return h("text", str(count), class_="n", x=_n(x), y=_n(y + DOT))
    circles = (
        h(
            "circle",
            class_=look,
            cx=_n(x + DOT / 2 + STEP * (n % per_line)),
            cy=_n(y + DOT / 2 + STEP * (n // per_line)),
            r=_n(DOT / 2 - 0.4),
        )
        for n in range(count)
    )
    beside = x + STEP * min(count, per_line) + 3
    return Markup(*circles, h("text", str(count), class_="n", x=_n(beside), y=_n(y + DOT - 0.5)))


def bars(picture: Bars, name: str) -> Markup:
    """Give a bar per group with its figures beside it, never added up."""
    drawn: list[Markup] = []
    y = 0.0
    for bar in picture.bars:
        drawn.append(_bar(bar, y))
        y += LINE * 3 + 2
    told = " ".join(f"{bar.label}: {bar.part} / {bar.whole}." for bar in picture.bars)
    return _svg(name, picture.title, told, y, drawn)


def _bar(bar: Bar, y: float) -> Markup:
    """Draw how many of how many as squares side by side, or as one filled bar when they are many."""
    room = WIDE - 62
    filled = room * bar.part / bar.whole if bar.whole else 0
    return Markup(
        h("text", bar.label, class_="g", x=0, y=_n(y + LINE)),
        _box("o", y, room),
        _box("d", y, filled),
        _ticks(bar, y, room),
        h("text", f"{bar.part} / {bar.whole}", class_="m", x=WIDE, y=_n(y + LINE + 17)),
    )


def _box(look: str, y: float, width: float) -> Markup:
    return h("rect", class_=look, x="0.75", y=_n(y + LINE + 6), width=_n(width), height=14, rx=2)


def _ticks(bar: Bar, y: float, room: int) -> Markup:
    """Mark the single answers, as long as they can be told apart."""
    if not 1 < bar.whole <= 40:
        return Markup()
    at: Iterator[float] = (room * n / bar.whole + 0.75 for n in range(1, bar.whole))
    top = y + LINE + 6
    return Markup(*(h("line", class_="k", x1=_n(x), x2=_n(x), y1=_n(top), y2=_n(top + 14)) for x in at))


def _svg(name: str, title: str, told: str, high: float, drawn: Sequence[Markup]) -> Markup:
    return h(
        "svg",
        h("title", title, id=f"{name}-t"),
        h("desc", told, id=f"{name}-d"),
        *drawn,
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        viewBox=f"0 0 {WIDE} {_n(high + 2)}",
    )


def _n(value: float) -> str:
    """Write a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
