"""How many cells a text takes on a screen, and where it breaks into rows, with every character in its place.

It stands this low so that a scenario is checked against the same rows as it is shown in, without a screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_NO_CELL: Final = re.compile(
    "[\u1160-\u11ff\u3164\ud7b0-\ud7fb\uffa0\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
"""Korean vowels and finals, hieroglyphs, shorthand and music: drawn in the cells of what stands before."""
_TWO_CELLS: Final = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d376]")
"""Wide since Unicode 16, which Python's own tables may not know yet."""


@lru_cache(maxsize=4096)
def _cells_of(char: str) -> int:
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cc" or _NO_CELL.match(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "FW" or _TWO_CELLS.match(char) else 1


def cells(text: str) -> int:
    """Give how many cells a terminal takes for a text without line ends."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells_of, text))


def rows(text: str, width: int) -> list[tuple[int, int]]:
    """Give the start and end of each row; together they cover the text. An empty text has one row."""
    width = max(width, 2)
    if cells(text) <= width:
        return [(0, len(text))]
    row_end = _plain_row_end if text.isascii() and text.isprintable() else _row_end
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end = row_end(text, start, width)
        found.append((start, end))
        if end >= len(text):
            return found
        start = end


def even_rows(text: str, width: int) -> list[tuple[int, int]]:
    """Give as few rows as ``rows`` does, of about the same length: no word is left alone."""
    found = rows(text, width)
    for narrower in range(width - 1, 1, -1):
        others = rows(text, narrower)
        if len(others) > len(found):
            break
        found = others
    return found


def _row_end(text: str, start: int, width: int) -> int:
    """Give where the row ends that begins at ``start``: after a blank if it has one, else full."""
    used = 0
    after_blank = 0
    for at in range(start, len(text)):
        used += _cells_of(text[at])
        if used > width:
            if text[at] == " ":
                return at + 1
            return after_blank or max(at, start + 1)
        if text[at] == " ":
            after_blank = at + 1
    return len(text)


def _plain_row_end(text: str, start: int, width: int) -> int:
    """Give the same of a text in which every character takes one cell."""
    full = start + width
    if full >= len(text):
        return len(text)
    if text[full] == " ":
        return full + 1
    return text.rfind(" ", start, full) + 1 or full


def count_rows(text: str, width: int) -> int:
    """Give how many rows a text of several lines takes; nothing takes none."""
    if len(text) <= width and text.isascii() and text.isprintable():
        return 1 if text else 0
    return sum(len(rows(line, width)) for line in text.split("\n")) if text else 0


def packed(parts: Sequence[str], width: int, gap: str = "   ") -> list[str]:
    """Put texts one after the other in rows, each of them whole; one that is wider has a row of its own."""
    found: list[str] = []
    for part in parts:
        if found and cells(found[-1]) + cells(gap) + cells(part) <= width:
            found[-1] = f"{found[-1]}{gap}{part}"
        else:
            found.append(part)
    return found
