"""Lines that wrap, so that the room can read all of them; a part of them where there is no room for all."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from facilitator.ui.kit.clickable import for_line
from facilitator.ui.kit.rows_beside import LEAST, rows_beside
from facilitator.ui.kit.screen_sizes import SMALLEST
from facilitator.ui.kit.widgets import Option, Pick, broken, content, hanging, look, mark


class Lines(Pick):
    """A list of whole lines, numbered if asked; what is said in a heading stands in under the line before.

    While nothing is pointed at (``pointing``), the end of a long list is shown: there lines are added.
    """

    def __init__(
        self, options: Sequence[Option] = (), *, numbered: bool = False, name: str | None = None
    ) -> None:
        self.numbered = numbered
        super().__init__(options, name=name, classes="lines")

    @property
    def indent(self) -> int:
        """Columns before the text: the mark, and the number."""
        return 6 if self.numbered else 2

    def numbered_as(self, index: int) -> str:
        before = sum(not option.heading for option in self.options[: index + 1])
        return str(before) if self.numbered else ""

    def rows_needed(self, width: int) -> int:
        """Give the rows that show all of them."""
        return len(self._rows(width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        needed = self.rows_needed(width)
        if viewport.height < SMALLEST[1]:  # so few rows that the page scrolls, and its list with it
            return needed
        room = container.height - rows_beside(self, container, viewport, width)
        return min(needed, max(room, LEAST))

    def _by_option(self, width: int) -> list[list[Content]]:
        found: list[list[Content]] = [[] for _ in self.options]
        for index, row in self._rows(width):
            found[index].append(row)
        return found

    def render(self) -> Content:
        found = self._rows(self.size.width)
        height = self.size.height
        shown = [row for _, row in found]
        if 0 < height < len(found):
            at = self._at(found)
            first = min(max(at - height // 2, 0), len(found) - height)
            shown = shown[first : first + height]
            if first:
                shown[0] = Content.styled("  ↑ …", "$quiet")
            if first + height < len(found):
                shown[-1] = Content.styled("  ↓ …", "$quiet")
        return Content("\n").join(shown)

    def _at(self, found: list[tuple[int, Content]]) -> int:
        """Give the row that has to be seen."""
        if not self.pointing:
            return len(found)
        return next((row for row, (number, _) in enumerate(found) if number == self.index), 0)

    def _rows(self, width: int) -> list[tuple[int, Content]]:
        found: list[tuple[int, Content]] = []
        count = 0
        for index, option in enumerate(self.options):
            count += not option.heading
            pointed = self.pointing and index == self.index and not option.heading
            wrapped = self._wrapped(option, count, width, pointed=pointed)
            found += [(index, for_line(row, option.id)) for row in wrapped]
        return found

    def _wrapped(self, option: Option, number: int, width: int, *, pointed: bool) -> list[Content]:
        """Give the rows of a line, each behind the same blank; its end follows where there is room for it."""
        style = look(option, pointed=pointed)
        tag = f"{'  ' if option.heading else ''}{option.tag}{'  ' if option.tag else ''}"
        indent = self.indent + cell_len(tag)
        room = max(width - indent, 8)
        pieces = [row.stylize(style) for row in broken(content(option.text), room)]
        if option.end:
            end = Content.styled(option.end, "$quiet")
            if pieces[-1].cell_length + 2 + cell_len(option.end) <= room:
                pieces[-1] = Content.assemble(pieces[-1].rstrip(), "  ", end)
            else:
                pieces += broken(end, room)
        count = f"{number:>2}  " if self.numbered and not option.heading else ""
        first = Content.assemble(mark(pointed=pointed), (count, "" if pointed else "$quiet"))
        first = first.pad_right(self.indent - first.cell_length)
        return hanging(Content.assemble(first, (tag, style)), pieces)
