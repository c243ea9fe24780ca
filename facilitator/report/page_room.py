"""How much of a page of A4 something takes, in lines of 12 points.

Between margins of 18 mm a line is 41 em wide: 41 times the size of its letters. Letters are as wide as in
Arial, or in a font that was made to its measure. What is counted here is what ``style.css`` makes of it; a
test prints pages, and looks whether they hold what was counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Table

ROOM: Final = 44.6
"""Lines on a page, of 16.2 points each; half a line is left free."""
WIDE: Final = 41.0
"""Em between the margins."""
INDENT: Final = 1.9
"""Em before the text of a list."""
CELL: Final = 0.75
"""Em between two columns."""
BOLD: Final = 1.1
"""How much wider bold letters are."""
MILLIMETRE: Final = 72 / 25.4 / 16.2
"""In lines."""
CLOSE: Final = 15 / 16.2
"""Of a line in a heading or a table, where lines are closer together."""
HEAD: Final = 10.5 / 12
"""Size of the letters in the head of a table."""
ROW: Final = 2.1 * MILLIMETRE
"""Air in a row of a table, and the rule under it."""
TITLE: Final = 20 / 12
"""Size of the letters of a title; one that would take more lines than these has those of the text."""
TITLE_LINES: Final = 3

LETTERS: Final[Mapping[str, float]] = {
    letter: width
    for width, letters in (
        *((0.20, "'"), (0.23, "ijl‘’"), (0.27, "|"), (0.28, " !,./:;I[\\]ft"), (0.34, "()-r`“”{}")),
        *((0.36, '"'), (0.39, "*"), (0.47, "^"), (0.50, "Jckszvxy"), (0.73, "CDHNRUw"), (0.78, "GOQ")),
        *((0.59, "+<=>~"), (0.61, "FTZ"), (0.67, "&ABEKPSVXY"), (0.84, "Mm"), (0.95, "W"), (0.89, "%")),
        (1.02, "@—…"),
    )
    for letter in letters
}
"""How wide letters are, in em; others of our own alphabet are as wide as a figure."""
FIGURE: Final = 0.56
FOREIGN: Final = 0.80
FULL: Final = 1.05
"""Of letters of another alphabet, and of Chinese."""


@lru_cache(maxsize=4096)
def em(text: str) -> float:
    """Give how wide a text is, in em. Remembered: a page is laid out anew with each line that it gets."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in LETTERS:
        return LETTERS[letter]
    if letter.isascii():
        return FIGURE
    if unicodedata.combining(letter):
        return 0.0
    plain = unicodedata.normalize("NFKD", letter)
    if plain[0] != letter and plain[0].isascii():
        return em(plain)
    return FULL if unicodedata.east_asian_width(letter) in {"W", "F"} else FOREIGN


def lines_of(text: str, room: float = WIDE) -> int:
    """Count the lines of a text in so many em: words stay whole, but for those that are longer than a line.

    Such a word begins on a line of its own, and nothing stands after it.
    """
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(text: str, room: float) -> int:
    lines, used = 0, room
    for word in text.split():
        wide = em(word)
        if wide > room:
            lines, used = lines + _lines_of_long(word, wide, room), room
        elif used + em(" ") + wide > room:
            lines, used = lines + 1, wide
        else:
            used += em(" ") + wide
    return max(lines, 1)


def _lines_of_long(word: str, wide: float, room: float) -> int:
    """Count the lines of a long word: full ones, unless it can be broken after signs in it.

    Then a line may be short, because what follows does not fit on it: two together are more than full.
    """
    in_one = re.fullmatch(r"\W*\w+\W*", word)
    return ceil(wide / max(room - 1, 1)) if in_one else ceil(2 * wide / room)


def is_long(title: str) -> bool:
    """Tell whether the title of a report has to be set in the letters of its text."""
    return lines_of(title, WIDE / TITLE / BOLD) > TITLE_LINES


def lines_of_title(title: str) -> float:
    """Give how much room the title of a report takes, with the air under it."""
    if is_long(title):
        return lines_of(title, WIDE / BOLD) + MILLIMETRE
    return lines_of(title, WIDE / TITLE / BOLD) * TITLE * 14.4 / 16.2 + 2 * MILLIMETRE


@dataclass(frozen=True)
class Height:
    """How much room a part takes, in lines; of the air between two parts only the larger counts."""

    lines: float
    above: float = 0.0
    below: float = 0.0


def lines_of_parts(parts: Sequence[Part]) -> float:
    """Give how much room these take under the title; pictures are not among them."""
    following = [*parts[1:], None]
    found = [_height(part, after) for part, after in zip(parts, following, strict=True)]
    between = (max(one.below, other.above) for one, other in pairwise(found))
    return sum(each.lines for each in found) + sum(between) + sum(each.below for each in found[-1:])


def _height(part: Part, after: Part | None) -> Height:
    match part:
        case Paragraph():
            return Height(
                lines_of(part.text, WIDE / BOLD if isinstance(after, Items) else WIDE), below=MILLIMETRE
            )
        case Items():
            between = (len(part.lines) - 1) * MILLIMETRE
            lines = sum(lines_of(line, WIDE - INDENT) for line in part.lines)
            return Height(lines + between, below=1.5 * MILLIMETRE)
        case Heading():
            high = lines_of(part.text, WIDE / BOLD / 12.5 * 12) * CLOSE
            return Height(high, above=4 * MILLIMETRE, below=MILLIMETRE)
        case Table():
            head = _lines_of_cells(part.head, part.widths, WIDE / HEAD / BOLD) * HEAD
            rows = sum(_lines_of_cells(row, part.widths, WIDE) + ROW for row in part.rows)
            return Height(head + ROW + rows, above=MILLIMETRE, below=3 * MILLIMETRE)
        case _:
            raise TypeError(f"a picture has no lines: {part.title}")


def _lines_of_cells(cells: Sequence[str], widths: Sequence[int], wide: float) -> float:
    shares = widths or [100 // len(cells)] * len(cells)
    rooms = [max(wide * share / 100 - CELL, 1.0) for share in shares]
    rooms[0] = max(rooms[0] / BOLD, 1.0)
    return max(lines_of(cell, room) for cell, room in zip(cells, rooms, strict=True)) * CLOSE
