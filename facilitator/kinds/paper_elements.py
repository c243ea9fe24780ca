"""What the paper of all kinds is made of: lists, lines to write on, boxes to tick, empty tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.markup import Child, Markup, broken_lines, h
from facilitator.scenario.model import Perspective, Scenario
from facilitator.words import Words

COLOURS: Final = ("#0b4a6f", "#7a1f3d", "#3a520f", "#55297f", "#6d3500", "#333d42")
"""One per perspective; white letters on each have a contrast over 7:1. The word stands in the bar too."""


def colour(scenario: Scenario, perspective: Perspective) -> str:
    """Give the colour of a perspective: the same on all its paper."""
    return COLOURS[scenario.perspectives.index(perspective) % len(COLOURS)]


def prose(text: str) -> Markup:
    """Give text with its lines, and a paragraph for each part between empty lines."""
    return Markup(*(h("p", broken_lines(part)) for part in text.strip().split("\n\n") if part))


def listing(lines: Sequence[str], *, numbered: bool = True) -> Markup:
    """Give a list of texts; nothing when there are none."""
    return h("ol" if numbered else "ul", *(h("li", line) for line in lines)) if lines else Markup()


def questions(lines: Sequence[str]) -> Markup:
    """Give what is asked one after the other; a single question has no number."""
    return listing(lines, numbered=len(lines) > 1)


def label(line: str) -> Markup:
    """Give a line that says what comes next."""
    return h("p", line, class_="then")


def hint(line: str) -> Markup | None:
    """Give a nudge under a question, where there is one."""
    return h("p", line, class_="hint") if line else None


def in_brackets(text: str, more: str) -> str:
    """Give a text with what can be said of it in brackets, where there is something to say."""
    return f"{text} ({more})" if more else text


def sorts(names: Sequence[str], t: Words) -> Markup:
    """Say which sorts of items a step looks at, where it is not all of them."""
    named = ", ".join(t(f"collect.sort.{name}") for name in names)
    return label(t("report.paper.run.sorts", sorts=named)) if names else Markup()


def card(title: str, body: Markup, length: int) -> Markup:
    """Give a page that the room reads, in letters as large as a text of so many characters allows."""
    size = "huge" if length < 110 else "large" if length < 320 else "long"
    return Markup(h("section", h("h2", title), body, class_=f"page card {size}"), "\n")


def writing(count: int) -> Markup:
    """Give so many lines to write on."""
    return Markup(*[h("div", class_="line")] * count)


def field(label: str, lines: int = 1) -> Markup:
    """Give a word with lines to write on beside or under it."""
    return h("div", h("b", label), h("div", writing(lines), class_="lines"), class_="field")


def tick(label: str) -> Markup:
    """Give a box to tick with its word."""
    return h("span", h("i"), label, class_="tick")


def columns(cells: Sequence[str]) -> Markup:
    """Give the names of columns, as cells of a head row."""
    return Markup(*(h("th", cell, scope="col") for cell in cells))


def grid(head: Sequence[str], rows: int, widths: Sequence[int] = ()) -> Markup:
    """Give an empty table to write in.

    Args:
        head: a name for each column.
        rows: how many empty rows stand under it.
        widths: of the columns, as percentages; empty leaves them to the browser.
    """
    empty = h("tr", *[h("td")] * len(head))
    return h(
        "table",
        h("colgroup", *(h("col", style=f"width:{width}%") for width in widths)),
        h("thead", h("tr", columns(head))),
        h("tbody", *[empty] * rows),
        class_="grid",
    )


def sheet(title: str, *body: Child, kind: str, why: str = "") -> Markup:
    """Give a part that begins on a new page, with its title.

    Args:
        title: what stands above it.
        body: what stands under the title.
        kind: its class in the style sheet of paper, such as ``tall``.
        why: a line under the title about what it is for.
    """
    said = h("p", why, class_="why") if why else None
    return Markup(h("section", h("h2", title), said, *body, class_=f"sheet {kind}"), "\n")
