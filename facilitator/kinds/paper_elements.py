"""What the paper of all kinds is made of: lists, lines to write on, boxes to tick, empty tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.paper_faces import HEADING, ITEM, ITEM_END, LEAD, PLAIN, STRONG, Face
from facilitator.kinds.paper_letters import rows, width
from facilitator.kinds.paper_strips import COLUMN, WIDE, Strip, clinging, text, together
from facilitator.markup import Markup, h
from facilitator.words import Words

LINE: Final = 10.0
"""Millimetres from one line to write on to the next."""
LABEL: Final = 40.0
"""For the word before a field, with the gap behind it."""
HANGING: Final = 8.0
"""For the number or the dot before a line of a list."""
BOX: Final = 7.0
"""For a box to tick, with the gap before its word."""
TICKS: Final = 8.0
"""For a row of these."""
APART: Final = 6.0
"""Between boxes to tick."""
ROW: Final = 12.0
"""For a row of a table to write in."""
CELL: Final = 4.0
"""For what stands beside the words in a cell at both sides, and above and below them in a head."""
QUESTION: Final = 5.0
"""Under a question with its lines."""


def prose(said: str, line: Face, last: Face, wide: float = COLUMN) -> list[Strip]:
    """Give text line by line; ``last`` is for the last line of each part between empty lines."""
    strips: list[Strip] = []
    for part in said.strip().split("\n\n"):
        *lines, end = part.strip().split("\n")
        strips += [*(text(line, each, wide) for each in lines), text(last, end, wide)]
    return strips if said.strip() else []


def listing(lines: Sequence[str], *, numbered: bool = True) -> list[Strip]:
    """Give a list of texts; nothing when there are none."""
    return [
        _item(f"{n}." if numbered else "", line, ITEM_END if n == len(lines) else ITEM)
        for n, line in enumerate(lines, 1)
    ]


def _item(mark: str, line: str, face: Face) -> Strip:
    said = h("p", h("b", mark), h("span", line), class_=f"{face.name} hanging")
    return Strip(said, face.high(line, COLUMN - HANGING))


def questions(lines: Sequence[str]) -> list[Strip]:
    """Give what is asked one after the other; a single question has no number."""
    return listing(lines, numbered=len(lines) > 1)


def label(line: str) -> Strip:
    """Give a line that says what comes next."""
    return clinging(text(LEAD, line))


def hint(line: str) -> list[Strip]:
    """Give a nudge under a question, where there is one."""
    return [text(PLAIN, line, WIDE)] if line else []


def in_brackets(said: str, more: str) -> str:
    """Give a text with what can be said of it in brackets, where there is something to say."""
    return f"{said} ({more})" if more else said


def sorts(names: Sequence[str], t: Words) -> list[Strip]:
    """Say which sorts of items a step looks at, where it is not all of them."""
    named = ", ".join(t(f"collect.sort.{name}") for name in names)
    return [label(t("report.paper.run.sorts", sorts=named))] if names else []


def heading(said: str) -> Strip:
    """Give the name of a part of a sheet."""
    return clinging(text(HEADING, said, WIDE, tag="h3"))


def writing(count: int, *, grows: bool = False) -> Strip:
    """Give so many lines to write on; ``grows``: more where the page has room."""

    def drawn(more: int) -> Markup:
        return h("div", *[h("div", class_="line")] * (count + more), class_="lines")

    whole = Strip(drawn(0), count * LINE)
    return Strip(whole.html, whole.high, line=LINE, longer=drawn) if grows else whole


def field(name: str, lines: int = 1) -> Strip:
    """Give a word with lines to write on beside it."""
    said = h("b", name, class_=STRONG.name)
    beside = max(lines * LINE, STRONG.high(name, LABEL - CELL) + CELL)
    return Strip(h("div", said, writing(lines).html, class_="field"), beside)


def question(asked: str, *strips: Strip) -> Strip:
    """Give a question with what stands under it, as one."""
    return together([text(HEADING, asked, WIDE, tag="h3"), *strips], "question", more=QUESTION)


def tick(word: str) -> Markup:
    """Give a box to tick with its word."""
    return h("span", h("i"), word, class_="tick")


def tick_width(word: str) -> float:
    """Give how wide a box is with its word."""
    return BOX + width(word, PLAIN.points)


def ticks(words: Sequence[str], asked: str = "") -> Strip:
    """Give boxes to tick beside each other, after what is asked."""
    before = [width(asked, STRONG.points, bold=True)] if asked else []
    count = rows([*before, *map(tick_width, words)], WIDE, APART)
    said = h("b", asked, class_=STRONG.name) if asked else None
    return Strip(h("div", said, *map(tick, words), class_="ticks plain"), count * TICKS)


def columns(cells: Sequence[str]) -> Markup:
    """Give the names of columns, as cells of a head row."""
    return Markup(*(h("th", cell, scope="col", class_=STRONG.name) for cell in cells))


def grid(head: Sequence[str], count: int, widths: Sequence[int] = (), *, grows: bool = False) -> Strip:
    """Give an empty table to write in.

    Args:
        head: a name for each column.
        count: how many empty rows stand under it.
        widths: of the columns, as percentages; empty makes them equal.
        grows: whether it gets more rows where the page has room.
    """
    shares = widths or [100 // len(head)] * len(head)
    lines = [STRONG.lines(name, WIDE * share / 100 - CELL) for name, share in zip(head, shares, strict=True)]
    empty = h("tr", *[h("td")] * len(head))

    def drawn(more: int) -> Markup:
        return h(
            "table",
            h("colgroup", *(h("col", style=f"width:{share}%") for share in shares)),
            h("thead", h("tr", columns(head))),
            h("tbody", *[empty] * (count + more)),
            class_="grid",
        )

    high = max(lines) * STRONG.line + CELL + count * ROW
    return Strip(drawn(0), high, line=ROW, longer=drawn) if grows else Strip(drawn(0), high)


def boxed(lines: Sequence[str]) -> Strip:
    """Give lines in a box, to be read before anything is written."""
    return together([text(PLAIN, line, WIDE - 2 * CELL) for line in lines], "boxed", more=3 * CELL)
