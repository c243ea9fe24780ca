"""From parts to numbered pages, so that all of it comes out right when everything is printed on both sides.

Page 1 is the front of the first leaf and page 2 its back. Every part, every ballot and every sheet for a
small group begins on a front, and a side stays empty where that needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.markup import Markup, h
from facilitator.words import Words


@dataclass(frozen=True)
class Part:
    """Paper with a name of its own, such as the run sheet."""

    name: str
    bundles: Sequence[Bundle]


@dataclass(frozen=True)
class Page:
    """A side with its place."""

    side: PaperSide
    part: Part
    number: int
    alike: tuple[int, int]
    """The first and the last page that carry the same numbers."""


def bind(parts: Sequence[Part], begins: int = 1) -> list[Page]:
    """Give the pages of all parts in order, with their numbers."""
    pages: list[Page] = []
    for part in parts:
        for bundle in part.bundles:
            first = begins + len(pages)
            sides = list(_leaves(bundle))
            last = first + len(sides) - 1
            pages += [
                Page(side, part, number, (first, last) if bundle.blind else (number, number))
                for number, side in enumerate(sides, first)
            ]
    while pages and pages[-1].side.empty and pages[-1].alike == (pages[-1].number, pages[-1].number):
        pages.pop()  # nothing comes after it that has to begin on a front
    return pages


def _leaves(bundle: Bundle) -> Iterator[PaperSide]:
    """Give fronts and backs in turn."""
    for _ in range(bundle.copies):
        yield from bundle.sides
        if len(bundle.sides) % 2:
            last = bundle.sides[-1]
            yield replace(last, pieces=[Markup()] * len(last.pieces), empty=True)


def leaves(pages: Sequence[Page]) -> int:
    """Give how many leaves of paper pages take when they are printed on both sides."""
    return len({(page.number - 1) // 2 for page in pages})


def drawn(page: Page, total: int, t: Words) -> Markup:
    """Give a page in HTML: its pieces, each with its number."""
    folio = h("footer", _folio(page, total, t), class_="folio")
    empty = h("p", t("report.paper.empty"), class_="empty") if page.side.empty else None
    pieces = (h("div", piece, empty, folio, class_="piece") for piece in page.side.pieces)
    turn = "front" if page.number % 2 else "back"
    shown = f"page {page.side.layout} {turn}{' blank' if page.side.empty else ''}"
    return Markup(h("section", *pieces, class_=shown, data_part=page.part.name), "\n")


def _folio(page: Page, total: int, t: Words) -> str:
    first, last = page.alike
    part = t(f"report.paper.part.{page.part.name}")
    if first == last:
        return t("report.paper.folio", part=part, n=first, total=total)
    return t("report.paper.folio_alike", part=part, first=first, last=last, total=total)
