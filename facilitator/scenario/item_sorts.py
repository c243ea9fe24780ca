"""What a group brings up, by sort."""

from __future__ import annotations

from typing import Final, Literal, get_args

ItemSort = Literal["worry", "ambition", "pride", "asset", "chance", "unsaid"]
ITEM_SORTS: Final[tuple[ItemSort, ...]] = get_args(ItemSort)
