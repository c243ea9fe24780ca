"""A card on paper: what the room reads, large, for when the projector is dark."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import card, prose
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup
from facilitator.steps.card.kind import CardStep


def _cards(printing: Printing[CardStep]) -> Markup:
    read = [step for _, step in printing.steps if step.text]
    return Markup(*(card(step.title, prose(step.text), len(step.text)) for step in read))


PAPER: Final = KindPaper[CardStep](cards=_cards)
