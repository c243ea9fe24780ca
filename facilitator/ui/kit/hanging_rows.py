"""Rows of which what wraps stands under where their text begins, such as answers behind their digit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size

from facilitator.ui.kit.clickable import for_key
from facilitator.ui.kit.widgets import POINTED, Said, Say, content, flowing, hanging

BETWEEN: Final = "   "
"""Between texts beside each other."""


class HangingRow(NamedTuple):
    """What stands before a text, and the text: one, or several beside each other as long as there is room."""

    head: Content
    texts: Sequence[Content]

    def whole(self) -> Content:
        """Give it as one row, however long."""
        return Content.assemble(self.head, Content(BETWEEN).join(self.texts))

    def wrapped(self, width: int) -> list[Content]:
        """Give it in rows of this width; of texts beside each other only one longer than a row is broken."""
        return hanging(self.head, flowing(self.texts, BETWEEN, max(width - self.head.cell_length, 1)))


class HangingRows(Say):
    """Such rows under each other."""

    def __init__(self, rows: Sequence[HangingRow] = (), *, classes: str = "") -> None:
        self.rows: Sequence[HangingRow] = []
        super().__init__(classes=classes)
        self.put(rows)

    def say(self, said: Said = "") -> None:
        """Show a text, as any other shows it."""
        self.rows = [HangingRow(Content(""), [line]) for line in content(said).split("\n", allow_blank=True)]
        super().say(said)

    def put(self, rows: Sequence[HangingRow]) -> None:
        """Show other rows; without any it takes no room."""
        self.rows = list(rows)
        super().say(Content("\n").join(row.whole() for row in rows))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._wrapped(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._wrapped(self.size.width))

    def _wrapped(self, width: int) -> list[Content]:
        return [piece for row in self.rows for piece in row.wrapped(width)]


def answer_row(key: int | str, text: str, *, chosen: bool) -> HangingRow:
    """Give a line of what can be answered, behind its key; what was answered has a full dot."""
    style, pressed = POINTED if chosen else "", str(key)
    head = for_key(Content.assemble("  ", (f"{'●' if chosen else '○'} {key}  ", style)), pressed)
    return HangingRow(head, [for_key(Content.styled(text, style), pressed)])
