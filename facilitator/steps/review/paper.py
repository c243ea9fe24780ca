"""Looking back on paper; the agreements themselves come from last time's paper."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import grid, questions, sheet, writing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.review.kind import ReviewStep
from facilitator.words import Words

ASKS: Final = {
    "celebrate": ("done", "worked"),
    "agreements": ("agreements", "needed", "when"),
    "open": ("open",),
    "learn": ("learn",),
}
"""What is asked at each part of looking back."""
OPEN_ROWS: Final = 8
"""For what stayed open."""


def _asked(_use: Use, step: ReviewStep, _scenario: Scenario, t: Words) -> Markup:
    return questions([t(f"review.ask.{ask}") for ask in ASKS[step.ask]])


def _sheets(printing: Printing[ReviewStep]) -> Markup:
    return Markup(*(_sheet(step, printing.t) for _, step in printing.steps))


def _sheet(step: ReviewStep, t: Words) -> Markup:
    if step.ask == "agreements":
        table = grid(t.lines("review.paper.agreements"), step.most, (30, 20, 30, 20))
        return sheet(step.title, table, kind="tall", why=t("review.paper.why"))
    if step.ask == "open":
        return sheet(step.title, grid(t.lines("review.paper.open"), OPEN_ROWS, (40, 25, 35)), kind="tall")
    asked = [part for ask in ASKS[step.ask] for part in (h("h3", t(f"review.paper.{ask}")), writing(6))]
    return sheet(step.title, *asked, kind="tall")


PAPER: Final = KindPaper[ReviewStep](asked=_asked, sheets=_sheets)
