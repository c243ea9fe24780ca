"""A QR code on the wall, to see whether a phone in the back row reads it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import zip_longest
from typing import Final

from textual.content import Content

BORDER: Final = 2
"""Blank modules around it: two are enough on a wall that is blank itself."""
MODULES: Final = 25
"""Modules of the smallest code with its border, from side to side."""
_LIGHT, _DARK = "on #ffffff", "on #000000"
"""The same in every theme: many phones read no light code on a dark ground."""
_HALVES: Final = {
    (1, 1): (" ", _DARK),
    (0, 0): (" ", _LIGHT),
    (1, 0): ("▀", f"#000000 {_LIGHT}"),
    (0, 1): ("▄", f"#000000 {_LIGHT}"),
}
"""Two modules over each other. Grounds are used where they can be: blocks leave lines between them in some
terminals."""


def can_be_drawn() -> bool:
    """Tell whether there is what makes codes: an extra, ``pip install ".[phones]"``."""
    return find_spec("segno") is not None


def code_rows(text: str, height: int) -> list[Content]:
    """Give a QR code, as large as a number of rows has room for.

    Args:
        text: at most 25 capitals, digits and blanks, which is the smallest code (version 1, level L).
        height: rows; of fewer than 13 a part is out of sight.
    """
    return [Content.assemble(*row) for row in code_cells(text, height)]


def code_cells(text: str, height: int) -> list[list[tuple[str, str]]]:
    """Give the cells of such a code, each a character and its style."""
    import segno

    code = segno.make(text, error="l", boost_error=False, micro=False)
    modules = [list(row) for row in code.matrix_iter(border=BORDER)]
    if height >= MODULES:
        return [[("  ", _DARK if dark else _LIGHT) for dark in row] for row in modules]
    pairs = zip_longest(modules[::2], modules[1::2], fillvalue=[0] * MODULES)
    return [[_HALVES[pair] for pair in zip(*both, strict=True)] for both in pairs]


def beside(code: Sequence[Content], said: Sequence[Content]) -> Content:
    """Put a code and rows of text beside each other, the text in the middle of its height."""
    above = [Content("")] * ((len(code) - len(said)) // 2)
    pairs = zip_longest(code, [*above, *said], fillvalue=Content(""))
    return Content("\n").join(Content.assemble(left, "   ", right) for left, right in pairs)
