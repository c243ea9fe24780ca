"""Pictures of votes as SVG: readable on a phone, in grey, and by who has not read the text around it.

A picture stands alone: its looks are attributes, so that a browser, an office program, a mail and a program
for slides all draw it the same. At its own width a unit is a CSS pixel, and no letter is smaller than twelve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.document import Bar, Bars, Dots, Row, named
from facilitator.markup import Markup, h
from facilitator.report.page_room import BOLD, em
from facilitator.text import REPLACEMENT

WIDE: Final = 284
"""A phone of 320 pixels has room for so much between its margins."""
BESIDE: Final = 96
"""Room for the name of a group."""
LINE: Final = 15
MOST_LINES: Final = 4
"""Of a name; one that is longer stands whole in the words."""
SIZE: Final = 12
DOT: Final = 6
STEP: Final = 7
FIGURE: Final = 17
"""Room for the figure before its dots."""
MOST_DOTS: Final = 40
"""In one cell; more is told by the figure alone."""
THICK: Final = 12
"""Of a bar."""
APART: Final = 6
"""Between a name and what stands beside it."""
NOT_IN_XML: Final = str.maketrans({"\ufffe": REPLACEMENT, "\uffff": REPLACEMENT})
INK: Final = "#1c2326"
SOFT: Final = "#3f4a4f"
RULE: Final = "#c9d0d2"
DEEP: Final = "#0b4a4f"
FONT: Final = "Arial, Helvetica, 'Liberation Sans', sans-serif"


@dataclass(frozen=True)
class Picture:
    """A picture with its size at one unit per CSS pixel, and all it shows in words."""

    svg: str
    width: int
    height: int
    words: str


def picture(part: Dots | Bars) -> Picture:
    """Draw a part of a report."""
    return _dots(part) if isinstance(part, Dots) else _bars(part)


# -- a dot per answer


def _dots(part: Dots) -> Picture:
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
    return _whole(part.title, told, y + 1, drawn)


def _ends(columns: Sequence[str], column: float) -> tuple[list[Markup], int]:
    """Name both ends of the scale and the opt-out, over their columns; give how high that is."""
    *points, unknown = columns
    right = WIDE - column - 14
    half = (right - BESIDE - APART) / 2
    ends = [_lines(points[0], half), _lines(points[-1], half), _lines(unknown, column + 14 - APART)]
    most = max(map(len, ends))
    places = zip(ends, (BESIDE, right, WIDE), ("start", "end", "end"), strict=True)
    drawn = [line for lines, x, anchor in places for line in _text(lines, x, most, anchor)]
    return drawn, LINE * most + 4


def _text(lines: Sequence[str], x: float, most: int, anchor: str) -> Iterator[Markup]:
    """Give lines that end above the same row."""
    top = LINE * (most - len(lines) + 1) - 3
    for number, line in enumerate(lines):
        yield _said(line, x, top + LINE * number, fill=SOFT, anchor=anchor)


def _row(row: Row, name: str, y: float, column: float) -> tuple[Markup, float]:
    """Draw a group; what it answered at another moment stands under its name, and has no rule above it."""
    names = _lines(name, BESIDE - APART, bold=True) if name else []
    moments = _lines(row.when, BESIDE - APART - 8) if row.when else []
    per_line = max(1, int((column - FIGURE - 2) // STEP))
    dots = max((-(-n // per_line) for n in row.counts if n <= MOST_DOTS), default=1)
    label = LINE * len(names)
    top = y + 3 + (label if moments else 0)
    high = max(LINE, STEP * dots + 4, LINE * len(moments) if moments else label)
    high += 4 + (label if moments else 0)
    last = len(row.counts) - 1
    cells = (
        _cell(n, BESIDE + column * at, top, per_line, row, unknown=at == last)
        for at, n in enumerate(row.counts)
    )
    rule = h("line", x1=0, x2=WIDE, y1=_n(y), y2=_n(y), stroke=RULE) if name else None
    said = (_said(line, 0, y + LINE * (at + 1), bold=True) for at, line in enumerate(names))
    when = (_said(line, 8, top + LINE * (at + 1) - 3, fill=SOFT) for at, line in enumerate(moments))
    return Markup(rule, *said, *when, *cells), high


def _cell(n: int, x: float, y: float, per_line: int, row: Row, *, unknown: bool) -> Markup:
    if not n:
        return Markup()
    if n > MOST_DOTS:
        return _said(str(n), x, y + LINE - 3, bold=not row.faint)
    figure = _said(str(n), x + FIGURE - 4, y + LINE - 3, bold=not row.faint, anchor="end")
    circles = (
        h(
            "circle",
            cx=_n(x + FIGURE + DOT / 2 + STEP * (at % per_line)),
            cy=_n(y + 7 + STEP * (at // per_line)),
            r=_n(DOT / 2 - 0.5),
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


# -- how many of how many


def _bars(part: Bars) -> Picture:
    """Give a bar per group with its figures before it, never added up, and both its ends named."""
    drawn: list[Markup] = []
    y = 0.0
    if any(part.ends):
        low, high = (_lines(end, (WIDE - BESIDE - APART) / 2) for end in part.ends)
        most = max(len(low), len(high))
        drawn += [*_text(low, BESIDE, most, "start"), *_text(high, WIDE, most, "end")]
        y = LINE * most + 4.0
    before = ""
    for bar in part.bars:
        piece, tall = _bar(bar, y, first=bar.label != before)
        before = bar.label
        drawn.append(piece)
        y += tall
    told = " ".join(f"{named(bar)}: {bar.part} / {bar.whole}." for bar in part.bars)
    return _whole(part.title, told, y + 1, drawn)


def _bar(bar: Bar, y: float, *, first: bool) -> tuple[Markup, float]:
    names = _lines(bar.label, WIDE, bold=True) if first else []
    said_of = f"{bar.part}/{bar.whole}"
    moments = _lines(bar.when, BESIDE - 2 * APART - _wide(said_of, bold=True)) if bar.when else []
    top = y + LINE * len(names)
    said = (_said(line, 0, y + LINE * (at + 1) - 3, bold=True) for at, line in enumerate(names))
    room = WIDE - BESIDE
    filled = room * bar.part / bar.whole if bar.whole else 0
    look = {"fill": "#fff", "stroke": SOFT} if bar.faint else {"fill": DEEP, "stroke": DEEP}
    shapes = Markup(
        h("rect", x=BESIDE, y=_n(top + 2), width=_n(room), height=THICK, fill="#fff", stroke=RULE),
        h("rect", x=BESIDE, y=_n(top + 2), width=_n(filled), height=THICK, **look),
        _ticks(bar, top, room),
    )
    figures = _said(said_of, BESIDE - APART, top + LINE - 3, bold=not bar.faint, anchor="end")
    when = (_said(line, 0, top + LINE * (at + 1) - 3, fill=SOFT) for at, line in enumerate(moments))
    high = max(THICK + 8, LINE * len(moments) + 2)
    return Markup(*said, *when, figures, shapes), LINE * len(names) + high


def _ticks(bar: Bar, top: float, room: int) -> Markup:
    """Mark the single answers, as long as they can be told apart."""
    if not 1 < bar.whole <= MOST_DOTS:
        return Markup()
    at = (BESIDE + room * n / bar.whole for n in range(1, bar.whole))
    colours = ((x, RULE if bar.faint or n > bar.part else "#fff") for n, x in enumerate(at, 1))
    return Markup(
        *(
            h("line", x1=_n(x), x2=_n(x), y1=_n(top + 2), y2=_n(top + 2 + THICK), stroke=colour)
            for x, colour in colours
        )
    )


# -- what all have


def _lines(text: str, room: float, *, bold: bool = False) -> list[str]:
    """Break a name into lines that fit, between words where that can be; say so where it goes on."""
    lines: list[str] = []
    for word in text.split():
        if lines and _wide(f"{lines[-1]} {word}", bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, room, bold=bold)
    if len(lines) > MOST_LINES:
        last = _pieces(lines[MOST_LINES - 1], room - _wide("…", bold=bold), bold=bold)[0]
        lines = [*lines[: MOST_LINES - 1], f"{last.rstrip()}…"]
    return lines or [""]


def _pieces(word: str, room: float, *, bold: bool) -> list[str]:
    """Break a word that is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and _wide(pieces[-1] + letter, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _wide(text: str, *, bold: bool) -> float:
    return em(text) * SIZE * (BOLD if bold else 1)


def _said(
    text: str, x: float, y: float, *, fill: str = INK, bold: bool = False, anchor: str = "start"
) -> Markup:
    """Write a line; what is usual is left to the picture as a whole."""
    return h(
        "text",
        _as_xml(text),
        x=_n(x),
        y=_n(y),
        fill=fill if fill != INK else None,
        font_weight="bold" if bold else None,
        text_anchor=anchor if anchor != "start" else None,
    )


def _whole(title: str, told: str, high: float, drawn: Sequence[Markup]) -> Picture:
    height = int(high + 1)
    svg = h(
        "svg",
        h("title", _as_xml(title)),
        h("desc", _as_xml(told)),
        h("g", *drawn, font_family=FONT, font_size=SIZE, fill=INK),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDE,
        height=height,
        viewBox=f"0 0 {WIDE} {height}",
        role="img",
    )
    return Picture(str(svg), WIDE, height, told)


def _as_xml(text: str) -> str:
    """Give a text without the two characters that XML cannot hold and a session can."""
    return text.translate(NOT_IN_XML)


def _n(value: float) -> str:
    """Write a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
