"""How wide the columns of a table are on paper, where the report does not say: as much as their words ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Table
from facilitator.report.page_room import em

MOST: Final = 24.0
"""Em from which a column of longer texts gets no wider: they are wrapped anyway."""
LEAST: Final = 2.5
"""Em of a column in which hardly anything stands."""


def column_widths(table: Table) -> list[int]:
    """Give a share for each column, 1,000 in all: those of the report, or else by what stands in them."""
    shares: Sequence[float] = table.widths or [_wanted(column) for column in _columns(table)]
    whole = sum(shares)
    given = [round(1000 * share / whole) for share in shares]
    given[given.index(max(given))] += 1000 - sum(given)
    return given


def _columns(table: Table) -> list[list[str]]:
    return [list(column) for column in zip(table.head, *table.rows, strict=True)]


def _wanted(cells: Sequence[str]) -> float:
    """Give how wide a column would like to be: its longest word whole, and long texts in a few lines."""
    words = max((em(word) for cell in cells for word in cell.split()), default=0)
    texts = max((em(cell) for cell in cells), default=0)
    return max(LEAST, min(words + 1, MOST), min(texts + 1, MOST))
