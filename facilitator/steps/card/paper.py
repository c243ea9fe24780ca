"""A card on paper: what the room reads, large, for when the projector is dark."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import PaperSide, card
from facilitator.steps.card.kind import CardStep


def _cards(printing: Printing[CardStep]) -> list[PaperSide]:
    return [card(step.title, step.text) for _, step in printing.steps if step.text]


PAPER: Final = KindPaper[CardStep](cards=_cards)
