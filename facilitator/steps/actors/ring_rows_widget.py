"""The four rings as rows, for a screen too narrow for columns. Each ring always has its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from facilitator.ui.kit.widgets import flowing

LABELS: Final = 18
BETWEEN: Final = " · "
CAPS: Final = (50, 4, 3, 2, 1)
"""How many lines a ring may take: all it needs, or fewer where there is no room."""


@dataclass(frozen=True)
class RingRow:
    """A ring: its digit and name, who is in it, and who of them is at hand."""

    label: str
    names: Sequence[str]
    at_hand: str = ""


class RingRows(Widget):
    """Rows that go on under the names. Without room for everyone, a row says how many more there are."""

    can_focus = False

    def __init__(self, more: Callable[[int], str]) -> None:
        super().__init__(classes="pick")
        self.more = more
        self.rings: list[RingRow] = []
        self.styles.height = "1fr"
        self.styles.min_height = 4

    def put(self, rings: Sequence[RingRow]) -> None:
        self.rings = list(rings)
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return sum(len(self._lines(ring, width, CAPS[0])) for ring in self.rings)

    def render(self) -> Content:
        width, height = self.size.width, self.size.height
        shown: list[Content] = []
        for cap in CAPS:
            shown = [line for ring in self.rings for line in self._lines(ring, width, cap)]
            if len(shown) <= height:
                break
        return Content("\n").join(shown)

    def _lines(self, ring: RingRow, width: int, cap: int) -> list[Content]:
        room = max(width - LABELS, 10)
        lines = flowing(self._names(ring, len(ring.names)), BETWEEN, room)
        for count in range(len(ring.names) - 1, -1, -1):
            if len(lines) <= cap:
                break
            lines = flowing(self._names(ring, count), BETWEEN, room)
        head = Content.assemble((f"{ring.label:<{LABELS}}", "bold"))
        blank = Content(" " * LABELS)
        return [Content.assemble(blank if number else head, line) for number, line in enumerate(lines[:cap])]

    def _names(self, ring: RingRow, count: int) -> list[Content]:
        """Give so many names, and how many more there are; who is at hand is always among them."""
        names = list(ring.names)
        if ring.at_hand and names.index(ring.at_hand) >= count:
            names.remove(ring.at_hand)
            names.insert(max(count - 1, 0), ring.at_hand)
        said = [
            Content.styled(f"▸ {name}", "bold $accent") if name == ring.at_hand else Content(name)
            for name in names[:count]
        ]
        if count < len(names):
            said.append(Content.styled(self.more(len(names) - count), "$quiet"))
        return said or [Content.styled("–", "$quiet")]
