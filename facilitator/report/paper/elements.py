"""Small pieces of paper: escaped text, writing lines, boxes to tick, the colour bar of a perspective."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from facilitator.scenario.model import Perspective, Scenario

COLOURS: Final = ("#0b4a6f", "#7a1f3d", "#3a520f", "#55297f", "#6d3500", "#333d42")
"""One per perspective; white letters on each have a contrast over 7:1. The word stands in the bar too."""


def colour(scenario: Scenario, perspective: Perspective) -> str:
    """Give the colour of a perspective: the same on all its paper."""
    return COLOURS[scenario.perspectives.index(perspective) % len(COLOURS)]


def prose(text: str) -> str:
    """Give text with its lines and paragraphs."""
    return "".join(
        f"<p>{'<br>'.join(escape(line) for line in each.split(chr(10)))}</p>"
        for each in text.strip().split("\n\n")
        if each
    )


def listing(lines: Sequence[str], *, numbered: bool = True) -> str:
    tag = "ol" if numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</{tag}>" if lines else ""


def writing(count: int) -> str:
    """Give lines to write on."""
    return '<div class="line"></div>' * count


def field(label: str, lines: int = 1) -> str:
    """Give a word with lines to write on beside or under it."""
    return f'<div class="field"><b>{escape(label)}</b><div class="lines">{writing(lines)}</div></div>'


def tick(label: str) -> str:
    """Give a box to tick with its word."""
    return f'<span class="tick"><i></i>{escape(label)}</span>'


def grid(head: Sequence[str], rows: int, widths: Sequence[int] = ()) -> str:
    """Give an empty table to write in; ``widths`` are percentages."""
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    empty = f"<tr>{'<td></td>' * len(head)}</tr>" * rows
    head_row = f"<colgroup>{columns}</colgroup><thead><tr>{cells}</tr></thead>"
    return f'<table class="grid">{head_row}<tbody>{empty}</tbody></table>'


def sheet(title: str, body: str, *, kind: str, why: str = "") -> str:
    """Give a part that begins on a new page, with its title."""
    said = f'<p class="why">{escape(why)}</p>' if why else ""
    return f'<section class="sheet {kind}"><h2>{escape(title)}</h2>{said}{body}</section>\n'
