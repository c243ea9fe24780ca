"""From strips to pages: as few as can be, evenly full, and broken where something begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.kinds.paper_sheets import PaperSide, WritingSheet
from facilitator.kinds.paper_strips import Strip
from facilitator.markup import Markup, h

ROOM: Final = 269.0
"""Millimetres on a page above its number, with some to spare for letters that a browser sets wider."""
SEAM: Final = 0.2
"""What it costs to break where nothing begins; a page that stays empty altogether costs 1."""
STRAY: Final = 0.6
"""What it costs when only the last of something comes on a next page."""
GAP: Final = 9.0
"""Between two sheets on one page."""
MORE: Final = 16
"""Lines that a strip gets at most besides its own, to fill a page."""


@dataclass(frozen=True)
class _Unit:
    """Strips that stay together."""

    strips: Sequence[Strip]

    @property
    def high(self) -> float:
        return sum(strip.high for strip in self.strips)

    @property
    def first(self) -> Strip:
        return self.strips[0]

    @property
    def said_again(self) -> list[Strip]:
        return [self.first.again] if self.first.again else []


@dataclass(frozen=True, order=True)
class _Way:
    """A way to lay out what comes before: better with fewer pages, and then when it costs less."""

    pages: int
    cost: float
    start: int
    """The unit with which its last page begins."""


def paginate(strips: Sequence[Strip], room: float = ROOM) -> list[list[Strip]]:
    """Give the strips of each page. What is higher than a page has one to itself."""
    units = _units(strips)
    ways = [_Way(0, 0.0, 0)]
    for end in range(1, len(units) + 1):
        ways.append(min(_ways(units, end, ways, room)))
    pages: list[list[Strip]] = []
    end = len(units)
    while end:
        start = ways[end].start
        head = units[start].said_again if start else []
        pages.insert(0, [*head, *(strip for unit in units[start:end] for strip in unit.strips)])
        end = start
    return pages


def _units(strips: Iterable[Strip]) -> list[_Unit]:
    units: list[_Unit] = []
    held: list[Strip] = []
    for strip in strips:
        held.append(strip)
        if not strip.clings:
            units.append(_Unit(held))
            held = []
    return [*units, _Unit(held)] if held else units


def _ways(units: Sequence[_Unit], end: int, ways: Sequence[_Way], room: float) -> Iterator[_Way]:
    """Give each way in which a page can end before a unit."""
    high = 0.0
    for start in range(end - 1, -1, -1):
        high += units[start].high
        again = sum(strip.high for strip in units[start].said_again) if start else 0.0
        if start < end - 1 and high > room:
            return
        if start < end - 1 and high + again > room:
            continue
        empty = max(1 - (high + again) / room, 0.0)
        cost = ways[start].cost + empty**2 + _seam(units, start)
        yield _Way(ways[start].pages + 1, cost, start)


def _seam(units: Sequence[_Unit], start: int) -> float:
    """Give what it costs that a page begins with a unit."""
    if not start or units[start].first.opens:
        return 0.0
    alone = start + 1 == len(units) or units[start + 1].first.opens
    return STRAY if alone else SEAM


def sides_of(sheets: Iterable[WritingSheet]) -> list[PaperSide]:
    """Give the pages of sheets, one after the other; what still fits stands on the page of the one before."""
    pages: list[list[Strip]] = []
    for sheet in sheets:
        first, *more = paginate(sheet.strips)
        if pages and not more and _high(pages[-1]) + GAP + _high(first) <= ROOM:
            pages[-1] += [_gap(), *first]
        else:
            pages += [first, *more]
    return [side_of(filled(page)) for page in pages]


def _high(page: Iterable[Strip]) -> float:
    return sum(strip.high for strip in page)


def _gap() -> Strip:
    return Strip(h("div", class_="gap"), GAP)


def filled(page: Sequence[Strip]) -> list[Strip]:
    """Give the rest of a page to what can have more lines, as evenly as can be."""
    spare = ROOM - _high(page)
    more = [0] * len(page)
    while fitting := [at for at, strip in enumerate(page) if 0 < strip.line <= spare and more[at] < MORE]:
        at = min(fitting, key=more.__getitem__)
        more[at] += 1
        spare -= page[at].line
    return [strip.grown(lines) for strip, lines in zip(page, more, strict=True)]


def side_of(page: Iterable[Strip]) -> PaperSide:
    """Give a side with these strips under each other."""
    return PaperSide("flow", [Markup(*(strip.html for strip in page))])
