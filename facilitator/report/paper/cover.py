"""The first page: which pages there are, on how many leaves, and how each part is printed and cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from facilitator.kinds.paper_elements import CELL, boxed, columns
from facilitator.kinds.paper_faces import HEADLINE, PLAIN, WHERE
from facilitator.kinds.paper_plan import Plan
from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.kinds.paper_strips import WIDE, Strip, text
from facilitator.markup import Markup, h
from facilitator.report.paper.booklet import Page, Part, leaves
from facilitator.report.paper.flow import side_of
from facilitator.report.paper.runsheet import where_and_when
from facilitator.scenario.model import Scenario
from facilitator.words import Words

SHARES: Final = (34, 19, 11, 36)
"""Of the columns of the table, as percentages."""
CUT: Final = {"halves": "in_two", "quarters": "in_four"}
"""How the catalogue calls it that a leaf is cut."""


def cover(scenario: Scenario, plan: Plan, pages: Sequence[Page], t: Words) -> PaperSide:
    """Give the first page of paper of which the other pages are known."""
    where = where_and_when(plan, t)
    total = pages[-1].number
    strips = [
        text(HEADLINE, t("report.paper.title", title=scenario.title), WIDE, tag="h1"),
        *([text(WHERE, where, WIDE)] if where else []),
        text(WHERE, t("report.paper.cover.count", pages=total, n=-(-total // 2)), WIDE),
        boxed([*how_to_print(pages, t), *for_all_alike(plan, pages, t)]),
        _table(pages, t),
    ]
    return side_of(strips)


def how_to_print(pages: Sequence[Page], t: Words) -> list[str]:
    """Say how all of it is printed, and what may be printed on one side."""
    both = [_pages(held, t) for held in _by_part(pages) if _turned(held[0].part)]
    one = "must_be_both" if both else "may_be_one"
    return [*t.lines("report.paper.how_to_print"), t(f"report.paper.cover.{one}", pages=", ".join(both))]


def how_of_parts(pages: Sequence[Page], t: Words) -> list[str]:
    """Say of each part, in a sentence, which pages it has and how these are printed and cut."""
    rows = (_row(held, t) for held in _by_part(pages))
    return [t("report.paper.cover.line", part=row.part, pages=row.pages, how=row.how) for row in rows]


def for_all_alike(plan: Plan, pages: Sequence[Page], t: Words) -> list[str]:
    """Say of ballots that look otherwise than usual that all get the same: else they tell whose they are."""
    language = plan.language
    easy = any(page.part.name == "easy-ballots" for page in pages)
    told = (
        [t("report.paper.language.checked", name=language.file.name, who=language.file.checked)]
        if language
        else []
    )
    return [*told, *([t("report.paper.cover.alike")] if language or easy else [])]


@dataclass(frozen=True)
class PartRow:
    """What the cover says of a part."""

    part: str
    meant: str
    """Who it is for, or how many there are for whom."""
    pages: str
    leaves: str
    how: str

    @property
    def cells(self) -> Sequence[str]:
        return (f"{self.part}\n{self.meant}", self.pages, self.leaves, self.how)

    @property
    def drawn(self) -> Markup:
        name = h("td", h("b", self.part), h("br"), self.meant)
        return h("tr", name, *(h("td", cell) for cell in (self.pages, self.leaves, self.how)))


def _table(pages: Sequence[Page], t: Words) -> Strip:
    heads = t.lines("report.paper.cover.head")
    rows = [_row(held, t) for held in _by_part(pages)]
    wide = [WIDE * share / 100 - CELL for share in SHARES]
    high = sum(max(map(PLAIN.high, cells, wide)) + CELL for cells in [heads, *(row.cells for row in rows)])
    table = h(
        "table",
        h("colgroup", *(h("col", style=f"width:{share}%") for share in SHARES)),
        h("thead", h("tr", columns(heads))),
        h("tbody", *(row.drawn for row in rows)),
        class_="parts plain",
    )
    return Strip(table, high)


def _by_part(pages: Sequence[Page]) -> Iterator[list[Page]]:
    return (list(held) for _, held in groupby(pages, key=lambda page: page.part.name))


def _row(pages: Sequence[Page], t: Words) -> PartRow:
    part = pages[0].part
    counts = ", ".join(f"{of} {count}" for of, count in _pieces(part.bundles).items())
    return PartRow(
        part=t(f"report.paper.part.{part.name}"),
        meant=counts or t(f"report.paper.cover.for.{part.name}"),
        pages=_pages(pages, t),
        leaves=str(leaves(pages)),
        how=" ".join(_how(part, t)),
    )


def _pages(pages: Sequence[Page], t: Words) -> str:
    first, last = pages[0].number, pages[-1].number
    return t("report.paper.cover.pages", n=last - first + 1, first=first, last=last)


def _pieces(bundles: Sequence[Bundle]) -> dict[str, int]:
    """Give how many pieces there are for each perspective at one vote."""
    return {bundle.of: bundle.copies * len(bundle.sides[0].pieces) for bundle in bundles if bundle.of}


def _turned(part: Part) -> bool:
    """Tell whether the backs of a part belong to its fronts, so that these share a leaf."""
    return any(len(bundle.sides) > 1 for bundle in part.bundles if bundle.blind or bundle.handed_out)


def _how(part: Part, t: Words) -> Iterator[str]:
    """Say of a part on which sides it is printed, and what is done with its leaves."""
    both = any(len(bundle.sides) > 1 for bundle in part.bundles)
    yield t(f"report.paper.cover.{'both' if both else 'front'}")
    for layout in dict.fromkeys(bundle.sides[0].layout for bundle in part.bundles):
        if layout in CUT:
            yield t(f"report.paper.cover.{CUT[layout]}")
    if any(bundle.handed_out for bundle in part.bundles):
        yield t("report.paper.cover.each")
