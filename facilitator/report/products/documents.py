"""Each product that is read, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from facilitator.document import Report
from facilitator.orders import Product
from facilitator.report.feedback_letter import feedback_letter
from facilitator.report.products.board_letter import board_letter
from facilitator.report.products.deal import deal
from facilitator.report.products.decision_list import decision_list
from facilitator.report.products.plan import plan
from facilitator.session.state import State
from facilitator.words import Words

DOCUMENTS_OF: Final[Mapping[Product, Callable[[State, Words, date], Report]]] = {
    "terugkoppeling": feedback_letter,
    "besluitenlijst": lambda state, t, _: decision_list(state, t),
    "brief": board_letter,
    "buurtagenda": lambda state, t, _: plan(state, t, "buurtagenda"),
    "wijkplan": lambda state, t, _: plan(state, t, "wijkplan"),
    "dorpendeal": lambda state, t, _: deal(state, t),
}
"""What makes each of them; the report has more to ask."""
