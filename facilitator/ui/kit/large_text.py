"""Texts in letters twice as high: whether there may be any, and the rows that they take."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget

from facilitator.line_breaks import even_rows
from facilitator.ui.terminal.large_letters.marked_rows import marked

ENLARGED: Final = "-enlarged"
"""The class of a stage on which letters may be twice as high."""


def enlarges(widget: Widget) -> bool:
    """Tell whether a widget that is on a stage may use letters twice as high, where it has room for them."""
    return widget.screen.has_class(ENLARGED)


def enlarged(text: Content, width: int) -> list[Content]:
    """Give a text in letters twice as high, and so twice as wide: two rows for each row of it."""
    return marked(
        line[start:end].rstrip()
        for line in text.split("\n", allow_blank=True)
        for start, end in even_rows(line.plain, width // 2)
    )
