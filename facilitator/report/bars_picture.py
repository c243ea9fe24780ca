"""A picture with a bar for each group: how many of how many."""

from __future__ import annotations

from typing import Final

from facilitator.document import Bar, Bars, named
from facilitator.markup import Markup, h
from facilitator.report.svg_shapes import (
    BESIDE,
    BOLD,
    DEEP,
    LINE,
    MOST_DOTS,
    RULE,
    SOFT,
    WIDE,
    Picture,
    lines_of,
    number,
    said,
    whole,
)

THICK: Final = 12
"""Of a bar."""


def bars_picture(part: Bars) -> Picture:
    """Give a bar per group with its figures before it, never added up, and both its ends named."""
    drawn: list[Markup] = []
    y = 0.0
    if any(part.ends):
        low, high = part.ends
        drawn.append(said(low, BESIDE, LINE - 3, fill=SOFT))
        drawn.append(said(high, WIDE, LINE - 3, fill=SOFT, anchor="end"))
        y = LINE + 4
    before = ""
    for bar in part.bars:
        piece, tall = _bar(bar, y, first=bar.label != before)
        before = bar.label
        drawn.append(piece)
        y += tall
    told = " ".join(f"{named(bar)}: {bar.part} / {bar.whole}." for bar in part.bars)
    return whole(part.title, told, y + 1, drawn)


def _bar(bar: Bar, y: float, *, first: bool) -> tuple[Markup, float]:
    names = lines_of(bar.label, WIDE, BOLD) if first else []
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
    figures = said(f"{bar.part}/{bar.whole}", BESIDE - 6, top + LINE - 3, bold=not bar.faint, anchor="end")
    when = said(bar.when, 0, top + LINE - 3, fill=SOFT) if bar.when else None
    return Markup(*label, when, figures, shapes), LINE * len(names) + THICK + 8


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
