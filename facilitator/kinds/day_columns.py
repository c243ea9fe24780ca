"""Tables with a column for each session: as many as have room on a page, and then a next table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from facilitator.document import Table
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 5
"""Sessions in one table."""
FIRST: Final = 40
WIDEST: Final = 20
"""Percent of the width: the first column has at least so much, that of a session at most."""

Row = tuple[str, Callable[[State], str]]
"""What a row is about, and what it says of a session."""


def day_tables(title: str, states: Sequence[State], rows: Sequence[Row], t: Words) -> list[Table]:
    """Give a row for each of these with what it says of each session, the oldest session first."""
    if not rows:
        return []
    return [_table(title, states[at : at + MOST], rows, t) for at in range(0, len(states), MOST)]


def _table(title: str, states: Sequence[State], rows: Sequence[Row], t: Words) -> Table:
    days = [say_date(state.about.day, t.language, short=True) for state in states]
    told = [[name, *(of(state) for state in states)] for name, of in rows]
    each = min(WIDEST, (100 - FIRST) // len(states))
    return Table([title, *days], told, widths=[100 - each * len(states), *[each] * len(states)])
