"""The few things a view is composed of, besides fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget
from textual.widgets import Static

from facilitator.line_breaks import rows
from facilitator.ui.kit.clickable import for_line
from facilitator.ui.kit.told_line import ToldLine, told_option, told_row, told_rows

Said = str | Content

POINTED: Final = "bold $accent"
"""How looks what is pointed at, or chosen."""


def content(said: Said) -> Content:
    """Give text as it is: a bracket in it never becomes markup."""
    return Content(said) if isinstance(said, str) else said


class Say(Static):
    """A text. Classes give it its weight: ``lead``, ``ask``, ``quiet``."""

    can_focus = False

    def __init__(self, said: Said = "", *, name: str | None = None, classes: str = "") -> None:
        super().__init__(content(said), name=name, classes=f"say {classes}")
        self.said = content(said)
        self.display = bool(self.said.plain)

    def say(self, said: Said) -> None:
        """Show another text; without text it takes no room."""
        said = content(said)
        if said.is_same(self.said):  # == looks at the text alone
            return
        self.said = said
        self.display = bool(said.plain)
        self.update(said)

    def told(self) -> Sequence[ToldLine]:
        return told_rows(self.said.plain)


@dataclass(frozen=True)
class Option:
    """A line to choose: what is meant by it, what stands there, and what stands at its right end.

    What does not fit on a row wraps, and its end stands under it then.
    """

    id: str
    text: Said
    end: str = ""
    quiet: bool = False
    heading: bool = False
    """A line between options, which can't be chosen."""
    tag: str = ""
    """What stands before the text, such as a number; what wraps stands to the right of it."""
    below: str = ""
    """What stands quietly under the text."""


BLANK: Final = Option("", "", heading=True)
"""A blank row between options."""


MORE: Final = 2
"""Columns at the right for an arrow, where a list is longer than is shown."""


class Pick(Widget):
    """A list of lines of which one is pointed at."""

    can_focus = False

    def __init__(self, options: Sequence[Option] = (), *, name: str | None = None, classes: str = "") -> None:
        super().__init__(name=name, classes=f"pick {classes}")
        self.options: list[Option] = []
        self.index = 0
        self.pointing = True
        self.put(options)

    @property
    def chosen(self) -> Option | None:
        """The option that is pointed at."""
        if self.options and not self.options[self.index].heading:
            return self.options[self.index]
        return None

    def put(self, options: Sequence[Option], *, at: str | None = None) -> None:
        """Show other options, pointing at the same one as before where it is still there."""
        wanted = at or (self.chosen.id if self.chosen else None)
        self.options = list(options)
        ids = [option.id for option in self.options if not option.heading]
        if wanted in ids:
            self.point(wanted)
        else:
            self.index = min(self.index, max(len(self.options) - 1, 0))
            if self.options and self.options[self.index].heading:
                self.move(1)
        self.refresh(layout=True)

    def point(self, name: str | None) -> None:
        for number, option in enumerate(self.options):
            if option.id == name and not option.heading:
                self.index = number
        self.refresh()
        self.call_after_refresh(self._stay_in_sight)

    def move(self, by: int) -> None:
        """Point further up or down, past headings, stopping at the ends."""
        at = self.index
        while 0 <= at + by < len(self.options):
            at += by
            if not self.options[at].heading:
                self.index = at
                break
        self.refresh()
        self._stay_in_sight()

    def _stay_in_sight(self) -> None:
        """Let what it stands in scroll to the option that is pointed at; to the top where it is seen so."""
        container = self.parent
        if not (self.pointing and self.options and isinstance(container, Widget) and container.is_scrollable):
            return
        options = self._by_option(self.size.width)
        here, row = self.virtual_region, sum(len(option) for option in options[: self.index])
        if row >= here.height:
            return  # it has less room than its options: then it shows the right ones itself
        shown = Region(here.x, here.y + row, here.width, len(options[self.index]))
        if shown.bottom <= container.size.height:
            container.scroll_to(y=0, animate=False, immediate=True)
        else:
            container.scroll_to_region(shown, animate=False, immediate=True)

    def told(self) -> Sequence[ToldLine]:
        lines = [
            told_row(f"{option.tag} {content(option.text).plain}".strip())
            if option.heading
            else self._told(option, number)
            for number, option in enumerate(self.options)
        ]
        return [line for line in lines if line.text]

    def _told(self, option: Option, number: int) -> ToldLine:
        tag, pointed = option.tag.strip(), self.pointing and number == self.index
        said = [content(option.text).plain, option.end, option.below]
        key = any(part.isdecimal() for part in tag.split())  # such a number chooses, one of the list points
        return told_option([tag, *said], pointed=pointed, number=self.numbered_as(number), at_once=key)

    def numbered_as(self, _index: int) -> str:
        """Give the number that is painted before an option by the list itself; empty without one."""
        return ""

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return sum(len(option) for option in self._by_option(width))

    def render(self) -> Content:
        width, height = self.size.width, self.size.height
        options = self._by_option(width)
        if not 0 < height < sum(len(option) for option in options):
            return Content("\n").join(line for option in options for line in option)
        options = self._by_option(width - MORE)
        lines = [line for option in options for line in option]
        starts = list(accumulate((len(option) for option in options), initial=0))
        wanted = min(max(starts[self.index] - height // 2, 0), len(lines) - height)
        first = next(start for start in starts if start >= wanted)  # no option begins halfway
        return self.saying_more(
            lines[first : first + height], above=first > 0, below=first + height < len(lines)
        )

    def saying_more(self, lines: list[Content], *, above: bool, below: bool) -> Content:
        """Give the rows that are shown, saying that there are more."""
        return Content("\n").join(with_arrows(lines, self.size.width, "$quiet", above=above, below=below))

    def _by_option(self, width: int) -> list[list[Content]]:
        """Give the rows of each option."""
        return [
            [for_line(row, option.id) for row in self._lines(option, number, width)]
            for number, option in enumerate(self.options)
        ]

    def _lines(self, option: Option, number: int, width: int) -> list[Content]:
        if option.heading:
            return broken(content(option.text).stylize("$quiet"), width)
        pointed = self.pointing and number == self.index
        if option.below:
            return self._whole(option, width, pointed=pointed)
        if _length(option) > width:
            return self._whole(replace(option, below=option.end, end=""), width, pointed=pointed)
        return [self._line(option, width, pointed=pointed)]

    def _line(self, option: Option, width: int, *, pointed: bool) -> Content:
        text = content(option.text).stylize(look(option, pointed=pointed))
        end = Content.styled(f"  {option.end}", "$quiet") if option.end else Content("")
        blank = " " * (width - _length(option))
        return Content.assemble(_before(option, pointed=pointed), text, blank, end)

    def _whole(self, option: Option, width: int, *, pointed: bool) -> list[Content]:
        """Give an option as a text with another one under it, both wrapped, right of its tag."""
        style = look(option, pointed=pointed)
        first = _before(option, pointed=pointed)
        room = width - first.cell_length
        text = [row.stylize(style) for row in broken(content(option.text), room)]
        below = broken(Content.styled(option.below, "$quiet"), room) if option.below else []
        return hanging(first, [*text, *below])


def _length(option: Option) -> int:
    """Give the cells that a line takes on one row."""
    end = cell_len(option.end) + 2 if option.end else 0
    return _before(option, pointed=False).cell_length + content(option.text).cell_length + end


def _before(option: Option, *, pointed: bool) -> Content:
    """Give what stands before the text of a line: its mark and its tag."""
    tag = f"{option.tag}  " if option.tag else ""
    return Content.assemble(mark(pointed=pointed), (tag, look(option, pointed=pointed)))


# -- how a line of a list looks, whichever list it stands in


def look(option: Option, *, pointed: bool) -> str:
    """Give the style of a line."""
    return POINTED if pointed else "$quiet" if option.quiet else ""


def mark(*, pointed: bool) -> Content:
    """Give what stands before a line, so that it is seen without colour too which one is pointed at."""
    return Content.styled("▸ ", POINTED) if pointed else Content("  ")


def broken(text: Content, room: int) -> list[Content]:
    """Give a text in rows of at most so many cells; each of its lines begins a row."""
    lines = text.split("\n", allow_blank=True)
    return [line[start:end] for line in lines for start, end in rows(line.plain, room)]


def hanging(first: Content, pieces: Sequence[Content]) -> list[Content]:
    """Give rows of which the first begins with ``first``, and the others with as much blank."""
    heads = [first, *[Content(" " * first.cell_length)] * (len(pieces) - 1)]
    return [Content.assemble(head, piece) for head, piece in zip(heads, pieces, strict=True)]


def with_arrows(
    lines: Sequence[Content], width: int, style: str, *, above: bool, below: bool
) -> list[Content]:
    """Give rows with an arrow at the right end of the first and of the last, where there are more."""
    shown = list(lines)
    for number, arrow, there in ((0, "↑", above), (len(shown) - 1, "↓", below)):
        if there and shown:
            row = shown[number].truncate(width - MORE, pad=True)
            shown[number] = Content.assemble(row, " ", (arrow, style))
    return shown


def flowing(pieces: Sequence[Content], between: str, room: int) -> list[Content]:
    """Put pieces beside each other on as few rows as they need; only one longer than a row is broken."""
    lines: list[Content] = []
    for piece in pieces:
        longer = Content.assemble(lines[-1], between, piece) if lines else piece
        if lines and longer.cell_length <= room:
            lines[-1] = longer
        else:
            lines += broken(piece, room)
    return lines


def spread(left: Content, right: Content, width: int) -> Content:
    """Put two texts at the ends of a row; the left one gives way when they don't fit."""
    room = width - right.cell_length - (2 if right.cell_length else 0)
    return Content.assemble(
        left.truncate(max(room, 0), ellipsis=True, pad=True), "  " if right else "", right
    )
