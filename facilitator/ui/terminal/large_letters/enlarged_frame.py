"""A frame of Textual in which marked rows are written in large letters.

A double-height line is a property of a whole row of the terminal, and Textual knows of no such thing: it
would write over half of one, or leave a line large that has another text by now. So a frame that touches
large rows, or brings others, is written whole, and says of each row what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from facilitator.ui.terminal.large_letters.known_terminals import KnownTerminal
from facilitator.ui.terminal.large_letters.large_letters import (
    BOTTOM,
    ERASE_FROM_HERE,
    ORDINARY,
    TOP,
    LargeLetters,
)
from facilitator.ui.terminal.large_letters.marked_rows import half_of

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

Row = Sequence[Segment]


class LargeRow(NamedTuple):
    """A text in large letters, and what is left and right of it."""

    before: Row
    text: Row
    after: Row


def frame_to_write(
    frame: RenderableType | None, letters: LargeLetters, whole: Callable[[], LayoutUpdate]
) -> RenderableType | None:
    """Give what is written instead of a frame; mostly it is that frame.

    Args:
        frame: what Textual is about to write.
        letters: what is large in the terminal now; the new frame puts it right when it is written.
        whole: gives the whole screen as it is now.
    """
    if letters.terminal is None or not (letters.wanted or letters.rows):
        return frame
    if isinstance(frame, ChopsUpdate) and _touches(frame, letters.rows):
        frame = whole()
    return EnlargedFrame(frame, letters, letters.terminal) if isinstance(frame, LayoutUpdate) else frame


def _touches(frame: ChopsUpdate, rows: frozenset[int]) -> bool:
    """Tell whether a frame writes in a row that is large, or that should be."""
    touched = {row for row, _, _ in frame.spans}
    return not rows.isdisjoint(touched) or any(
        half_of(segment) for row in touched for segment in _segments(frame.chops[row].values())
    )


def _segments(strips: Iterable[Strip | None]) -> list[Segment]:
    return [segment for strip in strips if strip is not None for segment in strip]


class EnlargedFrame(CompositorUpdate):
    """The whole screen. Once written, the letters know which rows are large."""

    def __init__(self, frame: LayoutUpdate, letters: LargeLetters, terminal: KnownTerminal) -> None:
        self.frame = frame
        self.letters = letters
        self.terminal = terminal
        self.lines = [_segments(line) for line in frame.strips]
        self.large = _large_rows(self.lines) if letters.wanted else {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the screen as Textual would draw it: for a picture, without large letters."""
        yield from self.frame.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """Give what is written to the terminal; from now on it is what stands there."""
        before, after = self.letters.rows, frozenset(row + half for row in self.large for half in (0, 1))
        self.letters.rows = after
        erased = self.terminal.lets_go_when_erased and before - after
        written = [f"{Control.move_to(0, min(before))}{ERASE_FROM_HERE}"] if erased else []
        write = self._sized_rows if self.terminal.way == "sizing" else self._lines
        return "".join([*written, *write(console)])

    def _sized_rows(self, console: Console) -> Iterator[str]:
        """Give ordinary rows, and after these the large ones over them."""
        for row in range(len(self.lines)):
            yield f"{Control.move_to(0, row)}{_said(self._without(row), console)}"
        for row, found in self.large.items():
            yield _sized(row, found, console)

    def _without(self, row: int) -> Row:
        """Give a row, blank where large letters come."""
        found = self.large.get(row)
        if found is None:
            return self.lines[row]
        blank = [Segment(" " * segment.cell_length, segment.style) for segment in found.text]
        return [*found.before, *blank, *found.after]

    def _lines(self, console: Console) -> Iterator[str]:
        """Give each row as a line of the terminal: ordinary, or half of a double-height one."""
        for row, line in enumerate(self.lines):
            size: str = ORDINARY
            shown: Row = line
            for half, sequence in enumerate((TOP, BOTTOM)):
                if found := self.large.get(row - half):
                    size, shown = sequence, _at_half_width(found)
            yield f"{Control.move_to(0, row)}{size}{_said(shown, console)}"


def _large_rows(lines: Sequence[Row]) -> Mapping[int, LargeRow]:
    """Find marked rows that have both halves, by the row of the upper one."""
    found = {}
    for row, line in enumerate(lines):
        large = _large_row(line)
        below = lines[row + 1] if row + 1 < len(lines) else []
        if large and any(half_of(segment) == "bottom" for segment in below):
            found[row] = large
    return found


def _large_row(line: Row) -> LargeRow | None:
    marked = [number for number, segment in enumerate(line) if half_of(segment) == "top"]
    if not marked:
        return None
    first, end = marked[0], marked[-1] + 1
    return LargeRow(line[:first], line[first:end], line[end:])


def _at_half_width(found: LargeRow) -> Row:
    """Give a row for columns that are twice as wide."""
    left, text = _length(found.before), Strip(found.text)
    columns = (left + text.cell_length + _length(found.after)) // 2
    begin = (left + 1) // 2
    text = text.crop(0, max(columns - begin, 0))
    end = columns - begin - text.cell_length
    return [*_blank(begin, found.before), *text, *_blank(end, found.after or found.before)]


def _blank(count: int, beside: Row) -> list[Segment]:
    """Give blanks that look as what stood there."""
    return [Segment(" " * count, beside[0].style if beside else None)]


def _length(row: Row) -> int:
    return sum(segment.cell_length for segment in row)


def _sized(row: int, found: LargeRow, console: Console) -> str:
    """Give a text with kitty's text sizing (OSC 66), each cell of it two columns wide and two rows high."""
    text = [Segment(f"\x1b]66;s=2;{segment.text}\x1b\\", segment.style) for segment in found.text]
    return f"{Control.move_to(_length(found.before), row)}{_said(text, console)}"


def _said(row: Row, console: Console) -> str:
    """Give a row as it is written, with its colours."""
    return Strip(row).render(console)
