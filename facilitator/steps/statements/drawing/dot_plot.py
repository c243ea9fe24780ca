"""Results as rows of dots. Pure: shown results in, rows of text out, as large as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from facilitator.scenario.model import Scale
from facilitator.steps.statements.drawing.row_blocks import wrapped
from facilitator.steps.statements.drawing.scales import ends_row, head_rows, number_row
from facilitator.ui.kit.told_line import ALOUD
from facilitator.ui.kit.widgets import hanging

WIDEST_CELL: Final = 26


@dataclass(frozen=True)
class Dot:
    """How an answer is drawn: rows of equal width, with the blank after it."""

    filled: Sequence[str]
    hollow: Sequence[str]

    @property
    def wide(self) -> int:
        return len(self.filled[0])


HUGE: Final = Dot(("██████ ",) * 3, ("┌────┐ ", "│    │ ", "└────┘ "))
BIG: Final = Dot(("████ ", "████ "), ("┌──┐ ", "└──┘ "))
"""A square, because whatever the font, blocks meet; a round one of blocks looks like a cross."""
WIDE: Final = Dot(("● ",), ("○ ",))
SMALL: Final = Dot(("●",), ("○",))


@dataclass(frozen=True)
class DotLine:
    """A group's answers: ballots per point from low to high, and last the opt-out."""

    title: str
    counts: Sequence[int]
    faint: bool = False
    """An earlier vote, under the later one."""
    said: str = ""
    """Words instead of dots, for a group that is of one mind and small."""
    end: str = ""
    """What stands at the right end: a few characters."""


def titled(title: str, width: int, style: str) -> Content:
    """Give a title in exactly this width, cut where it has to."""
    return Content(title).truncate(width - 1, ellipsis=True).truncate(width, pad=True).stylize(style)


# -- one statement: a column per point


@dataclass(frozen=True)
class DotColumns:
    """Widths of the labels at the left and of every column."""

    label: int
    cell: int


def columns_of(titles: Sequence[str], points: int, width: int) -> DotColumns:
    """Divide the width: labels as wide as they are, while the columns keep what dots need."""
    longest = max(map(cell_len, titles), default=8) + 2
    label = min(max(longest, 10), max(width // 4, 14))
    return DotColumns(label, max(min((width - label) // (points + 1), WIDEST_CELL), 3))


def picture(
    lines: Sequence[DotLine], scale: Scale, width: int, height: int, *, numbers: bool = True, ends: str = ""
) -> list[Content]:
    """Draw where each answer stands, with the largest dots that fit; what can't fit can be scrolled.

    With ``numbers`` a cell that is too full is a number with one dot, if nothing else fits. ``ends`` is what
    stands above the ends of the lines.
    """
    if width == ALOUD:
        return [_aloud(line, scale) for line in lines]
    end = max((max(cell_len(line.end), cell_len(ends)) + 1 for line in lines if line.end), default=0)
    columns = columns_of([line.title for line in lines], len(scale.points), width - end)
    named = head_rows(scale, columns.label, columns.cell)
    head = named or [number_row(scale, columns.label, columns.cell)]
    if end:
        head[-1] = Content.assemble(head[-1], (f" {ends}", "$quiet"))
    foot = [] if named else ends_row(scale, width)
    rows: list[Content] = []
    for dot, most, air in _STYLES[: None if numbers else -1]:
        rows = _drawn(lines, columns, dot, most, air) or rows
        over = height - len(rows) - len(head) - len(foot)
        if over >= int(air > 1) and rows:
            blank = [Content("")] if air and over >= 1 + bool(foot) else []
            return [*head, *blank, *rows, *(blank if foot else []), *foot]
    return [*head, *rows, *foot] if rows else [Content("")] * (height + 1)


def _aloud(line: DotLine, scale: Scale) -> Content:
    """Say how many answers stand where; nobody is told of the points that nobody chose."""
    names = zip(line.counts, [*scale.points, scale.unknown], strict=False)
    counts = ", ".join(f"{count} {name}" for count, name in names if count)
    return Content(f"{line.title.strip()}: {line.said or counts or 0}")


_STYLES: Final = [
    (HUGE, 1, 3),
    (BIG, 6, 3),
    (BIG, 6, 2),
    (BIG, 1, 1),
    (WIDE, 3, 2),
    (WIDE, 3, 1),
    (SMALL, 3, 1),
    (SMALL, 3, 0),
    (SMALL, 2, 0),
    (SMALL, 1, 0),
]
"""From large to small: the dot, the most rows of dots in a cell, and the blank rows between groups."""


def _drawn(lines: Sequence[DotLine], columns: DotColumns, dot: Dot, most: int, air: int) -> list[Content]:
    """Draw the groups in one style; nothing when a cell is too full for it and a smaller style may do."""
    rows: list[Content] = []
    for number, line in enumerate(lines):
        size = dot if not line.faint else WIDE if dot in {HUGE, BIG} else dot
        found = _line(line, columns, size, most)
        if found is None:
            return []
        if number and not line.faint:
            rows += [Content("")] * air
        rows += found
    return rows


def _line(line: DotLine, columns: DotColumns, dot: Dot, most: int) -> list[Content] | None:
    title = titled(line.title, columns.label, "$quiet" if line.faint else "bold")
    if line.said:
        return [Content.assemble(title, (line.said, "$quiet" if line.faint else "$accent"))]
    per_row = max((columns.cell - 1) // dot.wide, 1)
    high = max((-(-count // per_row) for count in line.counts), default=0) or 1
    if high > most:
        if most > 1 or dot is not SMALL:
            return None
        end = f" {line.end}" if line.end else ""
        return [Content.assemble(title, *_numbers(line, columns.cell, per_row), end)]
    shapes = dot.hollow if line.faint else dot.filled
    rows: list[Content] = []
    for level in range(high):
        rows += [Content("")] * (level > 0 and len(shapes) > 1)
        for shape in shapes:
            cells = [
                _cell(shape, min(max(count - level * per_row, 0), per_row), columns.cell)
                for count in line.counts
            ]
            rows.append(Content.assemble("".join(cells)).stylize("$quiet" if line.faint else "$ink"))
    blank = Content(" " * columns.label)
    at = (len(shapes) - 1) // 2
    drawn = [Content.assemble(title if number == at else blank, row) for number, row in enumerate(rows)]
    drawn[at] = Content.assemble(drawn[at], f" {line.end}") if line.end else drawn[at]
    return drawn


def _cell(shape: str, count: int, width: int) -> str:
    drawn = (shape * count).rstrip()
    left = max(width - len(drawn), 0) // 2
    return (" " * left + drawn).ljust(width)


def _numbers(line: DotLine, width: int, per_row: int) -> list[Content]:
    """Draw full cells as a number with one dot: the last way out."""
    mark = "○" if line.faint else "●"
    drawn = [mark * count if count <= per_row else f"{count} {mark}" for count in line.counts]
    style = "$quiet" if line.faint else "$ink"
    return [Content.styled(_cell(each, 1, width), style) for each in drawn]


# -- the overview: a bar per group


@dataclass(frozen=True)
class StackedBar:
    """How many of the answers of a group agree."""

    title: str
    agree: int
    of: int
    said: str
    """The numbers in words, or why there are none."""
    below: str = ""
    """What stands quietly under it: an earlier session."""
    short: str = ""
    """The title in fewer characters, for where there is too little room."""


def bars(rows: Sequence[StackedBar], width: int, height: int) -> list[Content]:
    """Draw a bar per group: a dot per answer while all fit, and otherwise shares of one length."""
    longest = max((cell_len(row.title) for row in rows), default=8) + 2
    label = min(longest, max(width // 3, 14))
    if label < longest:
        rows = [replace(row, title=row.short or row.title) for row in rows]
    said = max((cell_len(row.said) for row in rows if row.of), default=0)
    room = width - label - said - 3
    most = max((row.of for row in rows), default=0)
    height -= sum(len(_words(row, width - label)) - (not row.of) for row in rows)
    for dot, air in (
        (HUGE, 3),
        (HUGE, 2),
        (BIG, 3),
        (BIG, 2),
        (BIG, 1),
        (WIDE, 2),
        (WIDE, 1),
        (SMALL, 1),
        (SMALL, 0),
    ):
        if most * dot.wide <= room and len(rows) * (len(dot.filled) + air) - air <= height:
            return _bars(rows, label, width, most, dot, air)
    shares = [_share(row, room // 2) for row in rows]
    air = 1 if 2 * len(rows) - 1 <= height else 0
    return _bars(shares, label, width, room // 2, _SHARE, air)


_SHARE: Final = Dot(("█▌",), ("▁▁",))
"""Not a dot: it stands for a part of the answers, not for one of them."""


def _share(row: StackedBar, length: int) -> StackedBar:
    """Give the bar at a set length; some and not all is never drawn as none or as all."""
    if not row.of:
        return row
    agree = round(length * row.agree / row.of)
    agree = min(max(agree, int(row.agree > 0)), length - int(row.agree < row.of))
    return replace(row, agree=agree, of=length)


def _bars(rows: Sequence[StackedBar], label: int, width: int, most: int, dot: Dot, air: int) -> list[Content]:
    found: list[Content] = []
    said = max((cell_len(row.said) for row in rows if row.of), default=0)
    for number, row in enumerate(rows):
        found += [Content("")] * (air if number else 0)
        title, words = titled(row.title, label, "bold"), _words(row, width - label)
        if not row.of:
            found += hanging(title, words)
            continue
        pad = " " * ((most - row.of) * dot.wide)
        middle = (len(dot.filled) - 1) // 2
        for level, (filled, hollow) in enumerate(zip(dot.filled, dot.hollow, strict=True)):
            first = level == middle
            found.append(
                Content.assemble(
                    title if first else " " * label,
                    (filled * row.agree, "$accent"),
                    (hollow * (row.of - row.agree), "$quiet"),
                    f"{pad}   {row.said:>{said}}" if first else "",
                )
            )
        found += [Content.assemble(" " * label, line) for line in words]
    return found


def _words(row: StackedBar, room: int) -> list[Content]:
    """Give what is said right of the titles, instead of a bar and under it."""
    return [*wrapped("" if row.of else row.said, room, "$accent"), *wrapped(row.below, room, "$quiet")]
