"""How much of a page of A4 something takes, in lines of 12 points: an estimate that is rather too high.

Between margins of 18 mm a line is 41 em wide: 41 times the size of its letters. Letters are as wide as in
Arial, or in a font that was made to its measure. A line takes 5.7 mm, and 43 have room under the title.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Table

ROOM: Final = 45.0
"""Lines under the title of the first page, by an estimate that is a tenth too high."""
WIDE: Final = 41.0
"""Em between the margins."""
INDENT: Final = 1.5
"""Em before the text of a list."""
CELL: Final = 0.8
"""Em between two columns."""
HEADING: Final = 1.7
"""Lines for a heading with the air around it."""
BETWEEN: Final = 0.2
"""Lines between two paragraphs, or two rows of a table."""

NARROW: Final = frozenset("fijlrtI.,:;!'’‘|()[]/ -")
BROAD: Final = frozenset("mwMWO@%—…&")


def em(text: str) -> float:
    """Give how wide a text is, in em."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.31
    if letter in BROAD or letter.isupper():
        return 0.9 if letter in BROAD else 0.72
    return 1.0 if unicodedata.east_asian_width(letter) in {"W", "F"} else 0.54


def lines_of(text: str, room: float = WIDE) -> float:
    """Give how many lines a text takes in so many em."""
    return sum(_wrapped(line, room) for line in text.split("\n")) + BETWEEN


def _wrapped(text: str, room: float) -> int:
    """Count the lines of a paragraph: words stay whole, but for those that are longer than a line."""
    lines, used = 1, 0.0
    for word in text.split():
        wide = em(word)
        if used and used + em(" ") + wide > room:
            lines, used = lines + 1, 0.0
        used += wide + (em(" ") if used else 0.0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def lines_of_row(table: Table, number: int) -> float:
    """Give how many lines a row takes, the first one with the head of the table."""
    row = _lines_of_cells(table.rows[number], table.widths)
    return row if number else row + _lines_of_cells(table.head, table.widths)


def _lines_of_cells(cells: Sequence[str], widths: Sequence[int]) -> float:
    shares = widths or [100 // len(cells)] * len(cells)
    rooms = [max(WIDE * share / 100 - CELL, 1.0) for share in shares]
    return max(lines_of(cell, room) for cell, room in zip(cells, rooms, strict=True)) + BETWEEN


def lines_of_parts(parts: Sequence[Part]) -> float:
    """Give how many lines these take; pictures are not among them."""
    return sum(_lines_of_part(part) for part in parts)


def _lines_of_part(part: Part) -> float:
    match part:
        case Paragraph():
            return lines_of(part.text)
        case Items():
            return sum(lines_of(line, WIDE - INDENT) for line in part.lines)
        case Heading():
            return HEADING
        case Table():
            return sum(lines_of_row(part, number) for number in range(len(part.rows)))
        case _:
            raise TypeError(f"a picture has no lines: {part.title}")
