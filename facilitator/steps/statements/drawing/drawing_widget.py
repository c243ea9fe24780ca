"""A page that is drawn: as large as there is room for, and of which only what changed is painted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from facilitator.ui.kit.told_line import ALOUD, ToldLine, told_rows


class Drawing(Widget):
    """Rows of text, made anew for the room that there is."""

    can_focus = False

    def __init__(self, draw: Callable[[int, int], Sequence[Content]]) -> None:
        """``draw`` gives the rows for a width and a height; more rows than that can be scrolled."""
        super().__init__(classes="say")
        self._draw = draw
        self._rows: list[Content] = []
        self._room = Size(0, 0)

    def redraw(self) -> None:
        """Draw again what is shown, and paint the rows that are different."""
        if not self._room.width:
            self.refresh(layout=True)
            return
        before, self._rows = self._rows, self._drawn()
        if len(before) != len(self._rows):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(before, self._rows, strict=True))
        changed = [number for number, (old, new) in pairs if not new.is_same(old)]
        if changed:
            self.refresh(*[Region(0, number, self._room.width, 1) for number in changed])

    def told(self) -> Sequence[ToldLine]:
        return told_rows("\n".join(row.plain for row in self._draw(ALOUD, ALOUD)))

    def on_resize(self) -> None:
        self.refresh(layout=True)  # the height that was asked for before may be remembered, the rows are not

    def get_content_height(self, container: Size, _viewport: Size, width: int) -> int:
        self._room = Size(width, container.height)
        self._rows = self._drawn()
        return len(self._rows)

    def render(self) -> Content:
        return Content("\n").join(self._rows)

    def _drawn(self) -> list[Content]:
        """Give the rows, as many as fill the room: then a page can change without a new layout."""
        width, height = self._room
        rows = list(self._draw(width, height))
        return [*rows, *[Content("")] * (height - len(rows))]
