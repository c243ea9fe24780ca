"""Two rows of a page that stand for one row of large letters: the text, and a blank row under it.

The marks go with the text through Textual's layout to the frame, where they are found again. A pair that was
torn apart on the way, by what lies over it or by scrolling, is drawn as it is: in ordinary letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.style import Style

Half = Literal["top", "bottom"]
MARK: Final = "large"


def marked(rows: Iterable[Content]) -> list[Content]:
    """Give for each row of text the two rows that it takes in large letters; of a blank one only that.

    Args:
        rows: texts of at most half as many cells as there is room for.
    """
    found: list[Content] = []
    for row in rows:
        found.append(row.stylize(Style.from_meta({MARK: "top"})))
        if row.plain:
            found.append(Content(" " * row.cell_length).stylize(Style.from_meta({MARK: "bottom"})))
    return found


def half_of(segment: Segment) -> Half | None:
    """Give which half of large letters a piece of a frame is; None: it is not large."""
    return _half_in(segment.style) if segment.style is not None else None


@lru_cache(maxsize=1024)
def _half_in(style: RichStyle) -> Half | None:
    """Look in a style; a screen has few, and many pieces of each."""
    half: Half | None = style.meta.get(MARK)
    return half
