"""A vote on paper: ballots, slips to vote again, the points of the scale, and tables to count in."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import label, listing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import PaperSide, card_of
from facilitator.kinds.paper_strips import Strip
from facilitator.markup import h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.steps.statements.paper.answer_row import marks
from facilitator.steps.statements.paper.ballot_sheets import ballots, bring, votes
from facilitator.steps.statements.paper.vote_slips import slips
from facilitator.steps.statements.paper.vote_tally import tallies
from facilitator.words import Words

SCALE_POINTS: Final = 34.0
"""How large the points of the scale stand on their card."""
SCALE_HIGH: Final = 190.0
"""Millimetres for all of them."""
SCALE_ROW: Final = 33.0
"""For one of them at most."""


def _asked(use: Use, step: StatementsStep, scenario: Scenario, t: Words) -> list[Strip]:
    """Give the statements by number, and what to ask where answers differ."""
    found = statements_of(vote_of(step, use), scenario)
    if step.part == "result":
        asks = [f"{statement.text} {statement.ask}" for statement in found if statement.ask]
        return listing(asks, numbered=False)
    read = listing([statement.text for statement in found])
    asks = [f"{n}. {statement.ask}" for n, statement in enumerate(found, 1) if statement.ask]
    if step.part == "vote" or not asks:
        return read
    return [*read, label(t("statements.paper.differ")), *listing(asks, numbered=False)]


def _cards(printing: Printing[StatementsStep]) -> list[PaperSide]:
    """Give the points of the scale, when there is a vote."""
    if not votes(printing):
        return []
    points = marks(printing.scenario.scale)
    row = min(SCALE_ROW, SCALE_HIGH / len(points))
    rows = [h("li", h("i", mark), word) for mark, word in points]
    said = h("ul", *rows, class_="scale", style=f"--row:{row:.1f}mm")
    return [card_of(printing.t("statements.paper.scale"), said, SCALE_POINTS)]


PAPER: Final = KindPaper[StatementsStep](
    asked=_asked, bring=bring, ballots=ballots, slips=slips, cards=_cards, tallies=tallies
)
