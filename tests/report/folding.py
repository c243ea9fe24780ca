"""Printed paper in the hand: leaves with two sides, turned over along the long edge, and cut into pieces.

It reads the HTML that is printed, and the places of the pieces in its style sheet, in millimetres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

WIDE, HIGH = 210.0, 297.0
Point = tuple[float, float]
UP: Final[Point] = (0.0, -1.0)
NEAR: Final = 0.01
"""Millimetres that make no difference."""


@dataclass
class Piece:
    """What is printed on one side of a piece of paper."""

    group: str = ""
    numbers: list[str] = field(default_factory=list)
    """Of the statements on it."""
    folio: str = ""
    html: str = ""


@dataclass
class Sheet:
    """One side of a leaf, as it is printed."""

    layout: str
    turn: str
    part: str
    blank: bool
    pieces: list[Piece] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Lying:
    """Where a piece lies on its side, and where its head points."""

    left: float
    top: float
    right: float
    bottom: float
    head: Point

    @property
    def seen_through(self) -> Lying:
        """As it lies for who looks at the other side: the leaf was turned over along its long edge."""
        x, y = self.head
        return replace(self, left=WIDE - self.right, right=WIDE - self.left, head=(-x, y))

    def covers(self, other: Lying) -> bool:
        """Tell whether both lie in the same place with their heads at the same edge."""
        return all(abs(mine - its) < NEAR for mine, its in zip(self.numbers, other.numbers, strict=True))

    @property
    def numbers(self) -> Sequence[float]:
        return (self.left, self.top, self.right, self.bottom, *self.head)


class Reader(HTMLParser):
    """Reads the pages of a printed file."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self.open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        classes = said.get("class", "").split()
        if tag == "section" and "page" in classes:
            self.sheets.append(Sheet(classes[1], classes[2], said["data-part"], "blank" in classes))
        elif "piece" in classes:
            self.sheets[-1].pieces.append(Piece())
        if self.sheets and self.sheets[-1].pieces:
            self.sheets[-1].pieces[-1].html += self.get_starttag_text() or ""
        if tag not in {"meta", "col"}:
            self.open.append((tag, said.get("class", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Shapes hold nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.sheets or not self.sheets[-1].pieces:
            return
        piece, inside = self.sheets[-1].pieces[-1], [name for _, name in self.open]
        tag = self.open[-1][0] if self.open else ""
        piece.html += data.strip()
        if tag == "b" and "bar" in inside:
            piece.group += data
        elif tag == "b" and "statement" in inside:
            piece.numbers.append(data)
        elif "folio" in inside:
            piece.folio += data
        elif tag == "h2":
            self.sheets[-1].titles.append(data)


def sheets(html: str) -> list[Sheet]:
    """Give the sides of a printed file, in the order in which they come out of the printer."""
    return Reader(html).sheets


def leaves(sides: Sequence[Sheet]) -> list[tuple[Sheet, Sheet | None]]:
    """Give each leaf, front and back, as a printer makes them that prints on both sides."""
    return [(side, sides[n + 1] if n + 1 < len(sides) else None) for n, side in enumerate(sides) if not n % 2]


# -- where pieces lie


def rules(html: str) -> Mapping[str, Mapping[str, str]]:
    """Give the declarations of the style sheet by their selector."""
    css = re.sub(r"/\*.*?\*/", "", html[html.index("<style>") : html.index("</style>")], flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        said = dict(re.findall(r"([\w-]+):\s*([^;]+)", body))
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(said)
    return found


def lying(sheet: Sheet, css: Mapping[str, Mapping[str, str]]) -> list[Lying]:
    """Give where each piece of a side lies."""
    return [_place(n, sheet, css) for n in range(len(sheet.pieces))]


def _place(number: int, sheet: Sheet, css: Mapping[str, Mapping[str, str]]) -> Lying:
    said: dict[str, str] = {}
    for earlier in range(number + 1):
        said |= css.get(f".{sheet.layout} {' + '.join(['.piece'] * (earlier + 1))}", {})
    left, top, wide, high = (_millimetres(said[name]) for name in ("left", "top", "width", "height"))
    transform = said.get("transform", "")
    moved = re.search(r"translateY\(([^)]+)\)", transform)
    top += _millimetres(moved[1]) if moved else 0
    if "rotate" not in transform:
        return Lying(left, top, left + wide, top + high, UP)
    x, y = left + wide / 2, top + high / 2
    quarter = {"90deg": (1.0, 0.0), "-90deg": (-1.0, 0.0)}
    return Lying(
        x - high / 2, y - wide / 2, x + high / 2, y + wide / 2, quarter[css[f".{sheet.turn}"]["--turn"]]
    )


def _millimetres(said: str) -> float:
    return float(said.removesuffix("mm"))


# -- what has to be so


def fold_and_cut(html: str) -> None:
    """Print on both sides, turn over, cut apart: see that every leaf and every piece is right."""
    css, sides = rules(html), sheets(html)
    assert css["@page"] == {"size": "A4", "margin": "0"}
    for number, (front, back) in enumerate(leaves(sides)):
        where = f"leaf {number + 1}: {front.part}, {back.part if back else ''}"
        assert not front.blank, f"{where}: an empty front is a wasted leaf"
        assert front.turn == "front", where
        assert front.part != "handouts" or len(front.titles) <= 1, f"{where}: a small group gets one sheet"
        _are_apart(lying(front, css), where)
        if back is not None:
            assert back.turn == "back", where
            _belong_together(front, back, css, where)
    _begin_on_a_front(sides)
    for part in ("ballots", "slips", "easy-ballots"):
        _are_alike([side for side in sides if side.part == part])


def _are_apart(places: Sequence[Lying], where: str) -> None:
    """One cut across the leaf, all of it, parts two pieces, and nothing is printed where printers cannot."""
    for place in places:
        assert min(place.left, WIDE - place.right) >= 5 - NEAR, where
        assert min(place.top, HIGH - place.bottom) >= 5 - NEAR, where
    for upper, lower in pairwise(places):
        assert lower.top - upper.bottom > 4, where
    for n, place in enumerate(places):
        share = HIGH / len(places)
        assert share * n <= place.top, where
        assert place.bottom <= share * (n + 1), where


def _belong_together(front: Sheet, back: Sheet, css: Mapping[str, Mapping[str, str]], where: str) -> None:
    assert back.part == front.part, f"{where}: two parts on one leaf"
    assert back.layout == front.layout, f"{where}: cut on one side alone"
    if front.part == "slips":
        assert back.blank, f"{where}: who votes again votes on one side"
    if front.part == "handouts" and not back.blank:
        assert not back.titles, f"{where}: another sheet begins on the back of one"
    backs = [place.seen_through for place in lying(back, css)]
    assert len(backs) == len(front.pieces), where
    for place, behind, piece, other in zip(lying(front, css), backs, front.pieces, back.pieces, strict=True):
        if len(front.pieces) > 1:
            assert place.covers(behind), f"{where}: the back lies elsewhere, or on its head"
        assert back.blank or piece.group == other.group, f"{where}: {piece.group} has {other.group} behind it"


def _begin_on_a_front(sides: Sequence[Sheet]) -> None:
    for n, side in enumerate(sides):
        if n and side.part != sides[n - 1].part:
            assert n % 2 == 0, f"{side.part} begins on a back"


def _are_alike(sides: Sequence[Sheet]) -> None:
    """Of a perspective no ballot can be told from another, and whoever takes some has all statements."""
    stacks: dict[str, list[tuple[Piece, ...]]] = {}
    for front, back in leaves(sides):
        assert back is not None
        assert len({piece.html for piece in front.pieces}) == len({piece.html for piece in back.pieces}) == 1
        stacks.setdefault(front.pieces[0].group, []).append((front.pieces[0], back.pieces[0]))
    for group, stack in stacks.items():
        for ballots in _ballots(stack):
            kinds = {tuple(piece.html for piece in ballot) for ballot in ballots}
            assert len(kinds) == 1, f"{group}: a ballot can be told from another"


def _ballots(stack: Sequence[tuple[Piece, ...]]) -> Iterator[list[list[Piece]]]:
    """Give the ballots of each vote, taken from a stack that was cut: the leaves of one lie on each other."""
    by_vote: dict[str, list[Piece]] = {}
    for pieces in stack:
        for piece in pieces:
            by_vote.setdefault(piece.folio, []).append(piece)
    for sides in by_vote.values():
        begins = [n for n, side in enumerate(sides) if side.html == sides[0].html]
        yield [sides[start:end] for start, end in pairwise([*begins, len(sides)])]
