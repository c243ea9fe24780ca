"""A text in letters twice as high, where there are such and all that stands beside it is seen as before."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size

from facilitator.ui.kit.large_text import enlarged, enlarges
from facilitator.ui.kit.rows_beside import rows_beside
from facilitator.ui.kit.widgets import Said, Say


class LargeSay(Say):
    """What leads a view, or is all there is to read in it. There is one in a view."""

    def __init__(self, said: Said = "", *, classes: str = "lead") -> None:
        super().__init__(said, classes=classes)
        self._room: tuple[Size, Size, int] | None = None
        """What it stands in, the screen, and its width, when it was laid out last."""
        self._measured: tuple[Content, int] | None = None
        """The text and the width of which the rows are known."""
        self._ordinary = 0
        self._large: list[Content] = []
        """How many rows it takes in ordinary letters, and those in large ones."""
        self._shown: list[Content] = []
        """The large rows that are shown; without any it is in ordinary letters."""

    def fit(self) -> None:
        """Take large letters, or ordinary ones again, when what stands beside it changed."""
        if self.display and bool(self._rows_that_fit()) != bool(self._shown):
            self.refresh(layout=True)

    def rows_needed(self, width: int) -> int:
        """Give the rows that it takes in ordinary letters."""
        self._measure(width)
        return self._ordinary

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._room = (container, viewport, width)
        self._shown = self._rows_that_fit()
        return len(self._shown) or self.rows_needed(width)

    def render(self) -> RenderResult:
        return Content("\n").join(self._shown) if self._shown else super().render()

    def _rows_that_fit(self) -> list[Content]:
        """Give its large rows; nothing where there are none, or where something else needs the room."""
        if self._room is None or not enlarges(self):
            return []
        container, viewport, width = self._room
        self._measure(width)
        room = container.height - rows_beside(self, container, viewport, width)
        return self._large if len(self._large) <= room else []

    def _measure(self, width: int) -> None:
        if self._measured is None or self._measured[0] is not self.said or self._measured[1] != width:
            self._measured = (self.said, width)
            self._ordinary = self.visual.get_height(self.styles.get_rules(), width) if width else 0
            self._large = enlarged(self.said, width)
