"""Columns and rows of the screen from which, or under which, pages are laid out otherwise."""

from __future__ import annotations

from typing import Final

SMALLEST: Final = (64, 18)
"""Columns and rows below which one cannot prepare; what people at ten metres can read."""
SMALLEST_ROOM: Final = (40, 12)
"""Columns and rows below which a room can't be served; what people at fifteen metres can read."""
WIDE: Final = 100
"""Columns of the screen from which things stand beside each other, and all is said of what is in a list."""
SHORT: Final = 24
"""Rows of the screen under which what is only good to know makes room for what is asked."""
ROOMY: Final = 28
"""Rows from which there is room below for what was said of the others."""
TALL: Final = 30
"""Rows from which a list has air between its lines."""
NARROW: Final = 56
"""Columns of a list under which a line that is too long wraps: one then reads it from afar."""
