"""Tables with a column for each session, year or city: as many as a page has room for, then a next table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Table

MOST: Final = 5
"""Columns beside the first."""
FIRST: Final = 40
WIDEST: Final = 20
"""Percent of the width: the first column has at least so much, another at most."""

Row = tuple[str, Sequence[str]]
"""What a row is about, and its cells, one for each column."""


def column_tables(title: str, heads: Sequence[str], rows: Sequence[Row]) -> list[Table]:
    """Give these rows under these heads; ``title`` stands over what the rows are about."""
    return (
        [_table(title, heads, rows, slice(at, at + MOST)) for at in range(0, len(heads), MOST)]
        if rows
        else []
    )


def _table(title: str, heads: Sequence[str], rows: Sequence[Row], these: slice) -> Table:
    shown = heads[these]
    each = min(WIDEST, (100 - FIRST) // len(shown))
    widths = [100 - each * len(shown), *[each] * len(shown)]
    return Table([title, *shown], [[about, *cells[these]] for about, cells in rows], widths=widths)
