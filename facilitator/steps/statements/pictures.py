"""Results as rows of dots. Pure: shown results in, lines of text out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

DOT = "●"
HOLLOW = "○"
WIDEST_BAR = 36


@dataclass(frozen=True)
class Line:
    """A group's answers: ballots per point from low to high, and last the opt-out."""

    title: str
    counts: Sequence[int]
    faint: bool = False
    """An earlier vote, under the later one."""
    said: str = ""
    """Words instead of dots, for a group that is of one mind and small."""


def scale_head(points: Sequence[str], unknown: str, label: int, cell: int) -> list[Content]:
    """Give the names of the points above their columns, each on at most two rows."""
    columns = [_two_rows(name, cell) for name in [*points, unknown]]
    rows: list[Content] = []
    for number in (0, 1):
        row = " " * label + "".join(f"{column[number]:^{cell}}" for column in columns)
        rows.append(Content.styled(row, "$quiet"))
    return rows


def _two_rows(name: str, width: int) -> tuple[str, str]:
    """Break a name in two rows that fit; a short name stands on the lower one."""
    words = name.split()
    upper = ""
    while len(words) > 1:
        upper = f"{upper} {words.pop(0)}".strip()
        if cell_len(" ".join(words)) < width:
            break
    lower = " ".join(words)
    return upper[: width - 1], lower[: width - 1]


def dots(lines: Sequence[Line], points: int, width: int) -> tuple[list[Content], int, int]:
    """Give rows of dots per group, with the widths used for labels and cells."""
    label = max((cell_len(line.title) for line in lines), default=8) + 2
    label = min(max(label, 12), 24)
    cell = max(min((width - label) // (points + 1), 18), 7)
    rows: list[Content] = []
    for line in lines:
        rows += _rows_of(line, label, cell)
        if not line.faint:
            rows.append(Content(""))
    return rows, label, cell


def _rows_of(line: Line, label: int, cell: int) -> list[Content]:
    style = "$quiet" if line.faint else ""
    title = (
        Content(line.title)
        .truncate(label, ellipsis=True, pad=True)
        .stylize("$quiet" if line.faint else "bold")
    )
    if line.said:
        return [Content.assemble(title, (line.said, "$accent"))]
    room = cell - 2
    dot = HOLLOW if line.faint else DOT
    high = max((min(-(-count // room), 3) for count in line.counts), default=1) or 1
    rows: list[Content] = []
    for number in range(high):
        cells = "".join(f"{_cell(count, number, room, dot):^{cell}}" for count in line.counts)
        rows.append(Content.assemble(title if number == 0 else " " * label, (cells, style)))
    return rows


def _cell(count: int, row: int, room: int, dot: str) -> str:
    """Give the dots of one cell on one row; more than three rows of dots become a number."""
    if count > 3 * room:
        return f"{count} {dot}" if row == 0 else ""
    return dot * max(min(count - row * room, room), 0)


def bar(agree: int, of: int, width: int) -> Content:
    """Give how many of how many agree, a dot each while they fit."""
    if of == 0:
        return Content("")
    room = min(width, WIDEST_BAR)
    full, whole = (agree, of) if of <= room else (round(room * agree / of), room)
    return Content.assemble((DOT * full, "$accent"), (HOLLOW * (whole - full), "$quiet"))
