"""The points of a scale: named in a line, on cards, or above columns. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.line_breaks import packed
from facilitator.scenario.model import Scale
from facilitator.steps.statements.drawing.row_blocks import BROAD, TALL, wrapped
from facilitator.ui.kit.told_line import ALOUD

UNKNOWN_MARK = "?"
WIDEST_CARD = 26


def scale_rows(scale: Scale, width: int, height: int) -> list[Content]:
    """Give all points with their numbers: on cards where there is much room, else in lines."""
    points = [(str(number), name) for number, name in enumerate(scale.points, 1)]
    points.append((UNKNOWN_MARK, scale.unknown))
    inner = min((width - len(points) + 1) // len(points), WIDEST_CARD) - 2
    words = [word for _, name in points for word in name.split()]
    if BROAD <= width < ALOUD and height >= TALL and max(map(cell_len, words)) <= inner - 2:
        return _cards(points, inner)
    return _lines([f"{mark} {name}" for mark, name in points], width)


def _lines(points: Sequence[str], width: int) -> list[Content]:
    """Put points one after the other, each of them whole on a row."""
    return [row for each in packed(points, width) for row in wrapped(each, width)]


def _cards(points: Sequence[tuple[str, str]], inner: int) -> list[Content]:
    """Draw a card per point, this wide inside."""
    names = [wrapped(name, inner - 2) for _, name in points]
    high = max(len(name) for name in names)
    rows = [_card_row([("┌" + "─" * inner + "┐", "$rule")] * len(points))]
    rows.append(_inside([mark for mark, _ in points], inner, "bold"))
    for number in range(high):
        row = [name[number].plain if number < len(name) else "" for name in names]
        rows.append(_inside(row, inner, ""))
    rows.append(_card_row([("└" + "─" * inner + "┘", "$rule")] * len(points)))
    return rows


def _inside(texts: Sequence[str], inner: int, style: str) -> Content:
    side = Content.styled("│", "$rule")
    cards = [Content.assemble(side, (_centred(text, inner), style), side) for text in texts]
    return Content(" ").join(cards)


def _card_row(cards: Sequence[tuple[str, str]]) -> Content:
    return Content(" ").join([Content.styled(text, style) for text, style in cards])


def _centred(text: str, width: int) -> str:
    left = max(width - cell_len(text), 0) // 2
    return " " * left + text + " " * max(width - cell_len(text) - left, 0)


def head_rows(scale: Scale, label: int, cell: int) -> list[Content] | None:
    """Give the names of the points above their columns, on at most two rows; None when one doesn't fit."""
    names = [*scale.points, scale.unknown]
    columns = [wrapped(name, cell - 1) for name in names]
    high = max(len(column) for column in columns)
    if high > 2 or any(cell_len(word) >= cell for name in names for word in name.split()):
        return None
    rows: list[Content] = []
    for number in range(high):
        cells = ""
        for column in columns:
            at = number - (high - len(column))
            cells += _centred(column[at].plain if at >= 0 else "", cell)
        rows.append(Content.styled(" " * label + cells, "$quiet"))
    return rows


def number_row(scale: Scale, label: int, cell: int) -> Content:
    """Give the numbers of the points above their columns."""
    marks = [*map(str, range(1, len(scale.points) + 1)), UNKNOWN_MARK]
    return Content.styled(" " * label + "".join(_centred(mark, cell) for mark in marks), "$quiet")


def ends_row(scale: Scale, width: int) -> list[Content]:
    """Give what the lowest and the highest number mean, and the opt-out."""
    last = len(scale.points)
    points = [f"1 {scale.points[0]}", f"{last} {scale.points[-1]}", f"{UNKNOWN_MARK} {scale.unknown}"]
    return [row.stylize("$quiet") for row in _lines(points, width)]
