"""What goes onto paper: sheets that are laid out on pages, whole pages, and pages that stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.kinds.paper_faces import AGAIN, TITLE, WHY
from facilitator.kinds.paper_letters import count_lines
from facilitator.kinds.paper_strips import WIDE, Strip, text, together, under
from facilitator.markup import Markup, broken_lines, h
from facilitator.scenario.model import Step

CARD_WIDE: Final = 170.0
CARD_HIGH: Final = 250.0
CARD_POINTS: Final = (44.0, 38.0, 33.0, 29.0, 25.0, 21.0, 17.0, 14.0, 12.0)
"""How large a card can be set, in points; the largest that fits is taken."""
CARD_TITLE: Final = 44.0
SPACED: Final = 0.48
"""Millimetres from one line of a card to the next, for each point of its letters."""


@dataclass(frozen=True)
class WritingSheet:
    """A sheet to write on, laid out on as many pages as it needs."""

    strips: Sequence[Strip]
    of: Step | None = None
    """The step in which it is written on, or the first of these; None: at any moment."""
    given_out: bool = False
    """Whether a small group gets it: then nothing else stands on its leaf."""
    copies: int = 1


@dataclass(frozen=True)
class PaperSide:
    """One side of a leaf of A4, in pieces that are cut apart; in one piece where nothing is cut."""

    layout: str
    """Its class in the style sheet, which says where the pieces lie."""
    pieces: Sequence[Markup]
    empty: bool = False


@dataclass(frozen=True)
class Bundle:
    """Sides that are printed on both sides of the same leaves, from the first of a leaf on."""

    sides: Sequence[PaperSide]
    copies: int = 1
    blind: bool = False
    """Whether people vote on it: then no copy may be told from another, by a number either."""
    handed_out: bool = False
    """Whether a small group gets it."""
    of: str = ""
    """Whose it is, where each perspective has its own."""


def sheet(
    title: str,
    strips: Sequence[Strip],
    *,
    of: Step | None = None,
    why: str = "",
    again: Sequence[Strip] = (),
    given_out: bool = False,
    copies: int = 1,
) -> WritingSheet:
    """Give a sheet with its title.

    Args:
        title: what stands above it.
        strips: what stands under the title.
        of: the step in which it is written on, or the first of these.
        why: a line under the title about what it is for.
        again: what stands under the title on a next page as well.
        given_out: whether a small group gets it.
        copies: how many of it are printed.
    """
    head = [text(TITLE, title, WIDE, tag="h2"), *([text(WHY, why, WIDE)] if why else [])]
    on_next = together([text(AGAIN, f"… {title}", WIDE), *again])
    return WritingSheet(under(head, strips, on_next), of, given_out, copies)


def card(title: str, said: str) -> PaperSide:
    """Give a page that the room reads, in letters as large as its text allows."""
    parts = said.strip().split("\n\n")
    fitting = (points for points in CARD_POINTS if _card_high(title, parts, points) <= CARD_HIGH)
    return card_of(
        title, Markup(*(h("p", broken_lines(part)) for part in parts)), next(fitting, CARD_POINTS[-1])
    )


def card_of(title: str, body: Markup, points: float) -> PaperSide:
    """Give a page that the room reads, in letters of so many points."""
    said = h(
        "div",
        h("h2", title, style=f"font-size:{_title_points(points)}pt"),
        body,
        style=f"font-size:{points}pt",
    )
    return PaperSide("card", [said])


def _title_points(points: float) -> float:
    return min(CARD_TITLE, points * 1.6)


def _card_high(title: str, parts: Sequence[str], points: float) -> float:
    above = _title_points(points)
    lines = sum(count_lines(part, points, CARD_WIDE) for part in parts)
    heading = count_lines(title, above, CARD_WIDE, bold=True) * above * SPACED
    return heading + (lines + len(parts)) * points * SPACED
