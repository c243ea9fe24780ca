"""What pictures are drawn with: their measures, lines of text, and the frame around what was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.markup import Markup, h

WIDE: Final = 284
"""A phone of 320 pixels has room for so much between its margins."""
BESIDE: Final = 96
"""Room for the name of a group."""
LINE: Final = 15
LETTER: Final = 6.3
BOLD: Final = 6.8
"""Width of a letter, and of a bold one, in the widest of the fonts a system may have."""
SIZE: Final = 12
MOST_DOTS: Final = 40
"""In one cell; more is told by the figure alone."""
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
    drawn: Markup
    """What is in it, without its frame."""


def lines_of(text: str, room: float, letter: float, most_lines: int = 4) -> list[str]:
    """Break a name into lines that fit, between words where that can be."""
    most = max(4, int(room / letter))
    lines: list[str] = []
    for whole in text.split():
        for word in (whole[at : at + most] for at in range(0, len(whole), most)):
            if lines and len(lines[-1]) + 1 + len(word) <= most:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
    return lines[:most_lines] or [""]


def said(
    text: str, x: float, y: float, *, fill: str = INK, bold: bool = False, anchor: str = "start"
) -> Markup:
    """Write a line; what is usual is left to the picture as a whole."""
    return h(
        "text",
        text,
        x=number(x),
        y=number(y),
        fill=fill if fill != INK else None,
        font_weight="bold" if bold else None,
        text_anchor=anchor if anchor != "start" else None,
    )


def whole(title: str, told: str, high: float, drawn: Sequence[Markup], margin: int = 0) -> Picture:
    """Put a frame around what was drawn; with a margin it stands on white."""
    wide, height = WIDE + 2 * margin, int(high + 1) + 2 * margin
    ground = h("rect", x=-margin, y=-margin, width=wide, height=height, fill="#fff") if margin else None
    svg = h(
        "svg",
        h("title", title),
        h("desc", told),
        ground,
        h("g", *drawn, font_family=FONT, font_size=SIZE, fill=INK),
        xmlns="http://www.w3.org/2000/svg",
        width=wide,
        height=height,
        viewBox=f"{-margin} {-margin} {wide} {height}",
        role="img",
    )
    return Picture(str(svg), wide, height, told, Markup(*drawn))


def number(value: float) -> str:
    """Write a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
