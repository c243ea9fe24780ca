"""Blocks of rows under each other on a page, with as much air between them as there is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from facilitator.line_breaks import even_rows, rows
from facilitator.ui.kit.told_line import ALOUD

TALL = 26
"""Rows of a page from which it can be laid out for a large screen."""
LONGEST_ROW = 90
"""Columns that are read at once."""
BROAD = 100
"""Columns of a page from which it can be laid out for a large screen."""


@dataclass(frozen=True)
class Block:
    """Rows that belong together. Without rows it takes no room and no air."""

    rows: Sequence[Content]
    gap: int = 1
    """Blank rows above it where there is room: so many, and on a tall page two or three times as many."""
    needed: bool = True
    """Whether it stays where there is too little room for all."""


def stack(blocks: Sequence[Block], height: int) -> list[Content]:
    """Give the rows of a page of this height; air goes first, then what is not needed, from the last on."""
    kept = [block for block in blocks if block.rows]
    while sum(len(block.rows) for block in kept) > height and not all(block.needed for block in kept):
        kept.remove(next(block for block in reversed(kept) if not block.needed))
    gaps = _gaps(kept, height - sum(len(block.rows) for block in kept), _air(height))
    page: list[Content] = []
    for block, gap in zip(kept, gaps, strict=True):
        page += [Content("")] * gap
        page += block.rows
    return page


def roomiest(ways: Sequence[Sequence[Block]], height: int) -> list[Content]:
    """Give the rows of a page: of its ways the first that stands there whole and with air, else the last."""
    whole = (blocks for blocks in ways[:-1] if _needed(blocks) <= height)
    return stack(next(whole, ways[-1]), height)


def larger(
    page: Callable[[Sequence[Content]], list[Content]],
    large: Sequence[Sequence[Content]],
    ordinary: Sequence[Content],
    height: int,
) -> Sequence[Content]:
    """Give the rows of a text: the larger ones where all else on its page is drawn as large as before.

    Args:
        page: draws the page with these rows as the text.
        large: the rows in larger letters, if there are such.
        ordinary: those in ordinary letters.
        height: rows of the page.
    """
    for wanted in large:
        found = page(wanted)
        whole = len(found) <= height and _apart(found, wanted)
        if whole and _without(found, wanted) == _without(page(ordinary), ordinary):
            return wanted
    return ordinary


def _apart(page: Sequence[Content], text: Sequence[Content]) -> bool:
    """Tell whether a text stands on top of a page, or under a blank row."""
    at = page.index(text[0])
    return at == 0 or not page[at - 1].plain.strip()


def _without(page: Sequence[Content], text: Sequence[Content]) -> list[str]:
    """Give the rows of a page in which something else stands than a text."""
    return [row.plain for row in page if row.plain.strip() and row not in text]


def _needed(blocks: Sequence[Block]) -> int:
    """Give the rows of a page with one blank row where there is air."""
    kept = [block for block in blocks if block.rows]
    return sum(len(block.rows) for block in kept) + sum(min(block.gap, 1) for block in kept[1:])


def left_for(blocks: Sequence[Block], height: int, *, air: bool = False) -> int:
    """Give the rows that are left on a page beside what these blocks need; with ``air`` also between them."""
    kept = [block for block in blocks if block.needed and block.rows]
    gaps = sum(block.gap for block in kept[1:]) + 1 if air else 0
    return max(height - sum(len(block.rows) for block in kept) - gaps, 1)


def _air(height: int) -> int:
    return 1 + (height >= 18) + (height >= TALL + 8)


def _gaps(blocks: Sequence[Block], room: int, air: int) -> list[int]:
    """Spread the blank rows that there are: each block its first one before any has its second."""
    wanted = [block.gap * (air if number else 1) for number, block in enumerate(blocks)]
    gaps = [0] * len(blocks)
    for level in range(1, max(wanted, default=0) + 1):
        for number, most in enumerate(wanted):
            if room > 0 and level <= most:
                gaps[number] += 1
                room -= 1
    return gaps


def balanced(text: str, width: int, style: str = "") -> list[Content]:
    """Give a text in as few rows as ``wrapped`` does, of about the same length: no word is left alone."""
    return [Content.styled(text[start:end].rstrip(), style) for start, end in even_rows(text, width)]


def question_rows(question: str, width: int) -> list[Content]:
    """Give the question to the room, in rows that are read at once."""
    return wrapped(question, width if width == ALOUD else min(width, LONGEST_ROW), "bold $accent")


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """Give a text in rows of at most ``width`` cells, broken at blanks and at its own line ends."""
    if not text:
        return []
    found = [line[start:end].rstrip() for line in text.split("\n") for start, end in rows(line, width)]
    return [Content.styled(row, style) if style else Content(row) for row in found]
