"""The elements of paper as strings, for `asked.py` and `sheets.py`, which do not use the builder yet."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds import paper_elements
from facilitator.markup import Markup, _element


def markup(html: str) -> Markup:
    """Give HTML that was written by hand as markup; goes with the last that is."""
    return _element(html)


def listing(lines: Sequence[str], *, numbered: bool = True) -> str:
    return str(paper_elements.listing(lines, numbered=numbered))


def writing(count: int) -> str:
    return str(paper_elements.writing(count))


def field(label: str, lines: int = 1) -> str:
    return str(paper_elements.field(label, lines))


def tick(label: str) -> str:
    return str(paper_elements.tick(label))


def grid(head: Sequence[str], rows: int, widths: Sequence[int] = ()) -> str:
    return str(paper_elements.grid(head, rows, widths))


def sheet(title: str, body: str, *, kind: str, why: str = "") -> str:
    return str(paper_elements.sheet(title, markup(body), kind=kind, why=why))
