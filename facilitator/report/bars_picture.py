"""A picture with a bar for each group: how many of how many."""

from __future__ import annotations

from typing import Final

from facilitator.document import Bar, Bars, named
from facilitator.markup import Markup, h
from facilitator.report.svg_shapes import (
    APART,
    BESIDE,
    DEEP,
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
    wide_as,
)

THICK: Final = 12
"""Of a bar."""


def bars_picture(part: Bars) -> Picture:
    """Give a bar per group with its figures before it, never added up, and both its ends named."""
    drawn: list[Markup] = []
    y = 0.0
    if any(part.ends):
        low, high = (lines_of(end, (WIDE - BESIDE - APART) / 2) for end in part.ends)
        most = max(len(low), len(high))
        drawn += [*over_a_row(low, BESIDE, most, "start"), *over_a_row(high, WIDE, most, "end")]
        y = LINE * most + 4.0
    before = ""
    for bar in part.bars:
        piece, tall = _bar(bar, y, first=bar.label != before)
        before = bar.label
        drawn.append(piece)
        y += tall
    told = " ".join(f"{named(bar)}: {bar.part} / {bar.whole}." for bar in part.bars)
    return whole(part.title, told, y + 1, drawn)


def _bar(bar: Bar, y: float, *, first: bool) -> tuple[Markup, float]:
    names = lines_of(bar.label, WIDE, bold=True) if first else []
    said_of = f"{bar.part}/{bar.whole}"
    moments = lines_of(bar.when, BESIDE - 2 * APART - wide_as(said_of, bold=True)) if bar.when else []
    top = y + LINE * len(names)
    label = (said(line, 0, y + LINE * (at + 1) - 3, bold=True) for at, line in enumerate(names))
    room = WIDE - BESIDE
    filled = room * bar.part / bar.whole if bar.whole else 0
    look = {"fill": "#fff", "stroke": SOFT} if bar.faint else {"fill": DEEP, "stroke": DEEP}
    shapes = Markup(
        h("rect", x=BESIDE, y=number(top + 2), width=number(room), height=THICK, fill="#fff", stroke=RULE),
        h("rect", x=BESIDE, y=number(top + 2), width=number(filled), height=THICK, **look),
        _ticks(bar, top, room),
    )
    figures = said(said_of, BESIDE - APART, top + LINE - 3, bold=not bar.faint, anchor="end")
    when = (said(line, 0, top + LINE * (at + 1) - 3, fill=SOFT) for at, line in enumerate(moments))
    high = max(THICK + 8, LINE * len(moments) + 2)
    return Markup(*label, *when, figures, shapes), LINE * len(names) + high


def _ticks(bar: Bar, top: float, room: int) -> Markup:
    """Mark the single answers, as long as they can be told apart."""
    if not 1 < bar.whole <= MOST_DOTS:
        return Markup()
    at = (BESIDE + room * n / bar.whole for n in range(1, bar.whole))
    colours = ((x, RULE if bar.faint or n > bar.part else "#fff") for n, x in enumerate(at, 1))
    return Markup(
        *(
            h(
                "line",
                x1=number(x),
                x2=number(x),
                y1=number(top + 2),
                y2=number(top + 2 + THICK),
                stroke=colour,
            )
            for x, colour in colours
        )
    )
