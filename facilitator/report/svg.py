"""Pictures of votes as SVG: readable on a phone, in grey, and by who has not read the text around it.

A picture stands alone: its looks are attributes, so that a browser, an office program, a mail and a program
for slides all draw it the same. At its own width a unit is a CSS pixel, and no letter is smaller than twelve.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Bars, Dots
from facilitator.markup import Markup, h
from facilitator.report.bars_picture import bars_picture
from facilitator.report.dots_picture import dots_picture
from facilitator.report.svg_shapes import LINE, SOFT, WIDE, Picture, lines_of, said, whole

GAP: Final = 8
"""Between a picture and the words over and under it."""
MARGIN: Final = 16


def picture(part: Dots | Bars) -> Picture:
    """Draw a part of a report."""
    return dots_picture(part) if isinstance(part, Dots) else bars_picture(part)


def framed(part: Dots | Bars, under: Sequence[str]) -> Picture:
    """Draw a part with its title over it and lines under it, on white, for where nothing stands around it."""
    inner = picture(part)
    over = lines_of(part.title, WIDE, bold=True, most=8)
    below = [row for line in under for row in lines_of(line, WIDE)]
    top = LINE * len(over) + GAP
    foot = top + inner.height + GAP
    height = foot + LINE * len(below)
    drawn = Markup(
        *(said(line, 0, LINE * (at + 1) - 3, bold=True) for at, line in enumerate(over)),
        h("g", inner.drawn, transform=f"translate(0 {top})"),
        *(said(line, 0, foot + LINE * (at + 1) - 3, fill=SOFT) for at, line in enumerate(below)),
    )
    return whole(part.title, inner.words, height, [drawn], margin=MARGIN)
