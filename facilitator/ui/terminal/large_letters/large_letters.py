"""What this terminal can, whether it may be used, and which of its rows are large now."""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.control import Control

from facilitator.ui.terminal.large_letters.known_terminals import KnownTerminal, Way

ORDINARY, TOP, BOTTOM = "\x1b#5", "\x1b#3", "\x1b#4"
"""DECSWL and DECDHL: what the row with the cursor is from now on."""
ERASE_FROM_HERE = "\x1b[J"


@dataclass
class LargeLetters:
    """Nothing is ever written for large letters that nobody wants."""

    terminal: KnownTerminal | None = None
    """None: it is not known to draw them."""
    wanted: bool = False
    """Whether somebody saw them in this terminal, and said so."""
    rows: frozenset[int] = field(default=frozenset(), init=False)
    """The rows that are large now, from 0."""

    @property
    def way(self) -> Way | None:
        """How large letters are written; None: they are not."""
        return self.terminal.way if self.terminal and self.wanted else None

    def let_go(self) -> str:
        """Give what makes every row ordinary again: before another program has the terminal."""
        rows, self.rows = sorted(self.rows), frozenset()
        if self.terminal is None or self.terminal.way == "sizing":
            return ""
        return "".join(f"{Control.move_to(0, row)}{ORDINARY}" for row in rows)
