"""How large letters have to be in a room. Pure.

A capital is read at 150 times its height, and takes six tenths of a row: from a picture two metres high 18
rows are read at ten metres, and 12 at fifteen.
"""

from __future__ import annotations

from typing import Final

TIMES_ITS_HEIGHT: Final = 150
OF_A_ROW: Final = 0.6


def most_rows(distance: float, height: float) -> int:
    """Give how many rows may be on the screen.

    Args:
        distance: from the back row to the picture, in metres, above 0.
        height: of the picture, in metres.
    """
    return int(height * OF_A_ROW * TIMES_ITS_HEIGHT / distance + 1e-9)


def farthest(rows: int, height: float) -> float:
    """Give from how many metres so many rows are read in a picture of this height in metres."""
    return height * OF_A_ROW * TIMES_ITS_HEIGHT / rows
