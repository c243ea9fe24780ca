"""Lists that use the width of the screen: names in columns, and lanes side by side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Protocol

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.clickable import for_line
from facilitator.ui.kit.rows_beside import LEAST, rows_beside
from facilitator.ui.kit.told_line import ToldLine, told_option, told_row
from facilitator.ui.kit.widgets import MORE, POINTED, Option, Pick, Said, broken, content, hanging, look, mark

DIGITS: Final = "0123456789"
GAP: Final = 3
"""Cells between columns."""
MARK: Final = 2
"""Cells before a line, for the mark of what is pointed at."""
DOT: Final = "· "
"""Before a line in a lane, so that it is seen where the next begins."""


class ColumnPick(Pick):
    """A list that goes on in a next column when the first is full. It takes the height that is left.

    Where a line is too long its end stays away, so that the line itself is whole.
    """

    def __init__(self, options: Sequence[Option] = (), *, name: str | None = None, classes: str = "") -> None:
        super().__init__(options, name=name, classes=classes)
        self.styles.height = "1fr"
        self.styles.min_height = 3

    def render(self) -> Content:
        width, height = self.size.width, max(self.size.height, 1)
        longest = max((_width(option) for option in self.options), default=0)
        across = max((width + GAP) // (min(longest + MARK, width) + GAP), 1)
        rows = max(height, -(-len(self.options) // across))
        first = min(max(self.index % rows - height // 2, 0), rows - height)
        used = max(-(-len(self.options) // rows), 1)
        cell = min(longest + MARK, width - MORE if rows > height else width)
        lines = []
        for row in range(first, first + height):
            here = range(row, len(self.options), rows)
            cells = [self._cell(number, cell) for number in here]
            lines.append(Content(" " * GAP).join(cells))
        return self.saying_more(lines, above=first > 0, below=first + height < rows and used > 0)

    def _cell(self, number: int, width: int) -> Content:
        option = self.options[number]
        text = content(option.text)
        fits = MARK + _width(option) <= width
        end = Content.styled(f"  {option.end}", "$quiet") if option.end and fits else Content("")
        pointed = self.pointing and number == self.index
        room = width - MARK - end.cell_length
        text = text.stylize(look(option, pointed=pointed)).truncate(max(room, 1), ellipsis=True, pad=True)
        return for_line(Content.assemble(mark(pointed=pointed), text, end), option.id)


def _width(option: Option) -> int:
    return content(option.text).cell_length + (cell_len(option.end) + 2 if option.end else 0)


@dataclass(frozen=True)
class Lane:
    """A heading with lines under it. A line that is a heading itself is said, and can't be chosen."""

    heading: Said
    lines: Sequence[Option] = field(default_factory=list)

    @classmethod
    def open(cls, heading: Said, lines: Sequence[Option]) -> Lane:
        """Give a lane that shows with a dash that nothing stands in it yet."""
        return cls(heading, lines or [Option("", "–", heading=True)])

    @classmethod
    def counted(cls, heading: str, lines: Sequence[Option]) -> Lane:
        """Give such a lane with how many lines it has behind its heading."""
        return cls.open(f"{heading}  {len(lines) or ''}", lines)


class Lanes(Widget):
    """Lanes side by side, with whole sentences in them, of which one may be pointed at.

    They take the height that is left; ``close`` ones no more than they need, so that what stands under them
    follows at once.
    """

    can_focus = False

    def __init__(self, *, close: bool = False, name: str | None = None, classes: str = "") -> None:
        super().__init__(name=name, classes=f"pick {classes}")
        self.lanes: list[Lane] = []
        self.at: str | None = None
        self.pointing = True
        self.close = close
        self.styles.height = "auto" if close else "1fr"
        self.styles.min_height = 3

    def put(self, lanes: Sequence[Lane], *, at: str | None = None) -> None:
        """Show other lanes, pointing at the same line as before, or at one near it."""
        before = self._names()
        here = before.index(self.at) if self.at in before else 0
        self.lanes = list(lanes)
        names = self._names()
        wanted = at or self.at
        self.at = wanted if wanted in names else names[min(here, len(names) - 1)] if names else None
        self.refresh(layout=True)

    def _names(self) -> list[str]:
        return [line.id for lane in self.lanes for line in lane.lines if not line.heading]

    @property
    def chosen(self) -> str | None:
        """The line that is pointed at."""
        return self.at if self.pointing else None

    def move(self, by: int) -> None:
        """Point further down or up, on into the next lane, stopping at the ends."""
        names = self._names()
        if self.at in names:
            self.at = names[min(max(names.index(self.at) + by, 0), len(names) - 1)]
        self.refresh()

    def told(self) -> Sequence[ToldLine]:
        lines: list[ToldLine] = []
        for lane in self.lanes:
            lines.append(told_row(content(lane.heading).plain))
            lines += [self._told(line) for line in lane.lines]
        return [line for line in lines if line.text.strip("–")]

    def _told(self, line: Option) -> ToldLine:
        text = content(line.text).plain
        return told_row(text) if line.heading else told_option([text], pointed=line.id == self.chosen)

    def rows_needed(self, width: int) -> int:
        """Give the rows that show all of them, with their headings."""
        room = self._lane_width(width)
        lines = max((len(self._rows(lane, room)[0]) for lane in self.lanes), default=0)
        return max(self._heading_rows(room), 1) + lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        needed = self.rows_needed(width)
        if not self.close:
            return needed
        return min(needed, max(container.height - rows_beside(self, container, viewport, width), LEAST))

    def _lane_width(self, width: int) -> int:
        count = max(len(self.lanes), 1)
        return max((width - GAP * (count - 1)) // count, 6)

    def render(self) -> Content:
        width = self._lane_width(self.size.width)
        if not self.lanes:
            return Content("")
        high = self._heading_rows(width)
        lanes = [self._window(lane, width, high, max(self.size.height - high, 1)) for lane in self.lanes]
        longest = max(len(rows) for rows in lanes)
        blank = Content(" " * width)
        padded = [[*rows, *([blank] * (longest - len(rows)))] for rows in lanes]
        return Content("\n").join(Content(" " * GAP).join(row) for row in zip(*padded, strict=True))

    def _heading_rows(self, width: int) -> int:
        """Give the rows that the headings take, of which the longest may wrap."""
        return max((len(broken(content(lane.heading), width)) for lane in self.lanes), default=0)

    def _window(self, lane: Lane, width: int, high: int, room: int) -> list[Content]:
        """Give the heading in so many rows and the lines that fit, with the pointed one among them."""
        rows, pointed = self._rows(lane, width)
        first = min(max(pointed - room // 2, 0), max(len(rows) - room, 0))
        shown = rows[first : first + room]
        more = f"{'↑' if first else ''}{'↓' if first + room < len(rows) else ''}"
        mark = Content.styled(f" {more}", "$quiet") if more else Content("")
        heading = broken(content(lane.heading).stylize("bold $label"), width)
        heading += [Content("")] * (high - len(heading))
        last = heading.pop().truncate(width - mark.cell_length, ellipsis=True, pad=True)
        above = [row.truncate(width, pad=True) for row in heading]
        return [*above, Content.assemble(last, mark), *shown]

    def _rows(self, lane: Lane, width: int) -> tuple[list[Content], int]:
        """Give the rows of a lane, and which of them is the first of the line that is pointed at."""
        rows: list[Content] = []
        pointed = 0
        for line in lane.lines:
            here = self.pointing and not line.heading and line.id == self.at
            pointed = len(rows) if here else pointed
            rows += [for_line(row, line.id) for row in _wrapped(line, width, here=here)]
        return rows, pointed


def _wrapped(line: Option, width: int, *, here: bool) -> list[Content]:
    text = content(line.text)
    if here:
        text = text.stylize(POINTED)
    elif line.heading or line.quiet:
        text = text.stylize_before("$quiet")  # a style of its own stays
    room = width - MARK
    first = (
        mark(pointed=True) if here else mark(pointed=False) if line.heading else Content.styled(DOT, "$quiet")
    )
    return hanging(first, [row.truncate(room, pad=True) for row in broken(text, room)])


class Pointed(Protocol):
    """A list in which can be pointed."""

    def move(self, by: int) -> None:
        """Point further."""


def pointing(at: Pointed, then: Callable[[], None] = lambda: None, *, tab: bool = False) -> list[Action]:
    """Give the keys that point up and down in a list; ``then`` is done after each.

    ``tab``: whether Tab points down too, where there is no field that it could go to.
    """

    async def up() -> None:
        at.move(-1)
        then()

    async def down() -> None:
        at.move(1)
        then()

    down_keys = ("down", "tab") if tab else ("down",)
    return [Action("up", ("up",), up, "kit", 0), Action("down", down_keys, down, "kit", 0)]


class NumberKeys:
    """Lets the number before a line point at it: 1 and then 2 is the twelfth line, where there is one."""

    def __init__(self, at: Pick) -> None:
        self.at = at
        self._typed = ""
        self._left = -1
        """Where the last digit pointed: who pointed elsewhere since types a number anew."""

    def actions(self, then: Callable[[], None]) -> list[Action]:
        """Give the digits as keys; ``then`` is done after each."""
        return [Action("number", (digit,), partial(self._type, digit, then), "kit", 0) for digit in DIGITS]

    async def _type(self, digit: str, then: Callable[[], None]) -> None:
        lines = [number for number, option in enumerate(self.at.options) if not option.heading]
        before = self._typed if self.at.index == self._left else ""
        wanted = next((text for text in (before + digit, digit) if 0 < int(text) <= len(lines)), "")
        if wanted:
            self.at.point(self.at.options[lines[int(wanted) - 1]].id)
        self._typed, self._left = wanted, self.at.index
        then()


MOST_DIGITS: Final = 9
"""Lines that can be chosen with one digit; those after them have no number."""


def number_tag(number: int) -> str:
    """Give what stands before a line that its number chooses at once."""
    return str(number) if number <= MOST_DIGITS else " "


def number_choices(at: Pick, choose: Callable[[str], Awaitable[None]]) -> list[Action]:
    """Let the number before a line choose it, as Enter does where it is pointed at."""
    names = [option.id for option in at.options if option.tag.strip().isdecimal()]
    return [Action("number", (str(n),), partial(choose, name), "kit", 0) for n, name in enumerate(names, 1)]
