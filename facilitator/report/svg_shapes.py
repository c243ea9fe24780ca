"""What pictures are drawn with: their measures, lines of text, and the frame around what was drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

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
MOST_DOTS: Final = 40
"""In one cell; more is told by the figure alone."""
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
    drawn: Markup
    """What is in it, without its frame."""


def over_a_row(lines: Sequence[str], x: float, most: int, anchor: str) -> Iterator[Markup]:
    """Give lines that end above the same row."""
    top = LINE * (most - len(lines) + 1) - 3
    for at, line in enumerate(lines):
        yield said(line, x, top + LINE * at, fill=SOFT, anchor=anchor)


def lines_of(text: str, room: float, *, bold: bool = False, most: int = MOST_LINES) -> list[str]:
    """Break a name into lines that fit, between words where that can be; say so where it goes on."""
    lines: list[str] = []
    for word in text.split():
        if lines and wide_as(f"{lines[-1]} {word}", bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, room, bold=bold)
    if len(lines) > most:
        last = _pieces(lines[most - 1], room - wide_as("…", bold=bold), bold=bold)[0]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return lines or [""]


def _pieces(word: str, room: float, *, bold: bool) -> list[str]:
    """Break a word that is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide_as(pieces[-1] + letter, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def wide_as(text: str, *, bold: bool) -> float:
    """Give how wide a text is, in units."""
    return em(text) * SIZE * (BOLD if bold else 1)


def said(
    text: str, x: float, y: float, *, fill: str = INK, bold: bool = False, anchor: str = "start"
) -> Markup:
    """Write a line; what is usual is left to the picture as a whole."""
    return h(
        "text",
        _as_xml(text),
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
        h("title", _as_xml(title)),
        h("desc", _as_xml(told)),
        ground,
        h("g", *drawn, font_family=FONT, font_size=SIZE, fill=INK),
        xmlns="http://www.w3.org/2000/svg",
        width=wide,
        height=height,
        viewBox=f"{-margin} {-margin} {wide} {height}",
        role="img",
    )
    return Picture(str(svg), wide, height, told, Markup(*drawn))


def _as_xml(text: str) -> str:
    """Give a text without the two characters that XML cannot hold and a session can."""
    return text.translate(NOT_IN_XML)


def number(value: float) -> str:
    """Write a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
