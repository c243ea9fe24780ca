"""A vote on paper: ballots, slips to vote again, the points of the scale, and tables to count in."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import label, listing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import PaperSide, card_of
from facilitator.kinds.paper_strips import Strip
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.scenario.paper_language import PaperLanguage
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.steps.statements.paper.answer_row import marks
from facilitator.steps.statements.paper.ballot_sheets import ballots, bring, votes
from facilitator.steps.statements.paper.easy_sheets import easy_ballots
from facilitator.steps.statements.paper.reading_cards import reading_cards
from facilitator.steps.statements.paper.second_language import say_line, second, untranslated
from facilitator.steps.statements.paper.vote_slips import slips
from facilitator.steps.statements.paper.vote_tally import tallies
from facilitator.words import Words

SCALE_POINTS: Final = 34.0
"""How large the points of the scale stand on their card."""
SCALE_HIGH: Final = 190.0
"""Millimetres for all of them."""
SCALE_ROW: Final = 33.0
"""For one of them at most."""
CARD_OTHER: Final = "card-other"
"""The class of what a card says in a second language."""
TWO_LINES: Final = 0.95
"""Points for each millimetre of a row, so that a line fits under another."""


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
    points, language = marks(printing.scenario.scale), printing.plan.language
    row = min(SCALE_ROW, SCALE_HIGH / len(points))
    large = SCALE_POINTS if language is None else min(SCALE_POINTS, row * TWO_LINES)
    title = printing.t("statements.paper.scale")
    other = say_line("statements.paper.scale", language, printing.t)
    rows = [h("li", h("i", mark), _point(word, language)) for mark, word in points]
    said = h("ul", *rows, class_="scale", style=f"--row:{row:.1f}mm")
    return [card_of(title, Markup(second(other, language, CARD_OTHER), said), large)]


def _point(word: str, language: PaperLanguage | None) -> Markup:
    """Give a point of the scale, with the second language under it where there is one."""
    if language is None:
        return Markup(word)
    return h("span", word, second(language.say(word), language, CARD_OTHER))


PAPER: Final = KindPaper[StatementsStep](
    asked=_asked,
    bring=bring,
    ballots=ballots,
    slips=slips,
    cards=_cards,
    tallies=tallies,
    easy_ballots=easy_ballots,
    reading_cards=reading_cards,
    untranslated=untranslated,
)
