"""A vote on paper: ballots, slips to vote again, the points of the scale, and tables to count in."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import card, label, listing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.steps.statements.paper.ballot_sheets import ballots, bring, votes
from facilitator.steps.statements.paper.vote_tally import tallies
from facilitator.words import Words

SCALE_LENGTH: Final = 200
"""Characters that the points of a scale count for, when the size of their card is chosen."""


def _asked(use: Use, step: StatementsStep, scenario: Scenario, t: Words) -> Markup:
    """Give the statements by number, and what to ask where answers differ."""
    found = statements_of(vote_of(step, use), scenario)
    if step.part == "result":
        asks = [f"{statement.text} {statement.ask}" for statement in found if statement.ask]
        return listing(asks, numbered=False)
    read = listing([statement.text for statement in found])
    asks = [f"{n}. {statement.ask}" for n, statement in enumerate(found, 1) if statement.ask]
    if step.part == "vote" or not asks:
        return read
    return Markup(read, label(t("statements.paper.differ")), listing(asks, numbered=False))


def _cards(printing: Printing[StatementsStep]) -> Markup:
    """Give the points of the scale, when there is a vote."""
    if not votes(printing):
        return Markup()
    scale = printing.scenario.scale
    marks = [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]
    rows = [h("li", h("i", mark), word) for mark, word in marks]
    return card(printing.t("statements.paper.scale"), h("ul", *rows, class_="scale"), SCALE_LENGTH)


PAPER: Final = KindPaper[StatementsStep](
    asked=_asked, bring=bring, ballots=ballots, cards=_cards, tallies=tallies
)
