"""Looking back on paper; the agreements themselves come from last time's paper."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import grid, question, questions, writing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
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
OPEN_ROWS: Final = 6
"""For what stayed open, at least."""
LINES: Final = 5
"""To write on under a question at least."""


def _asked(_use: Use, step: ReviewStep, _scenario: Scenario, t: Words) -> list[Strip]:
    return questions([t(f"review.ask.{ask}") for ask in ASKS[step.ask]])


def _sheets(printing: Printing[ReviewStep]) -> list[WritingSheet]:
    return [_sheet(step, printing.t) for _, step in printing.steps]


def _sheet(step: ReviewStep, t: Words) -> WritingSheet:
    if step.ask == "agreements":
        table = grid(t.lines("review.paper.agreements"), step.most, (30, 20, 30, 20))
        return sheet(step.title, [table], of=step, why=t("review.paper.why"))
    if step.ask == "open":
        table = grid(t.lines("review.paper.open"), OPEN_ROWS, (40, 25, 35), grows=True)
        return sheet(step.title, [table], of=step)
    asked = [question(t(f"review.paper.{ask}"), writing(LINES, grows=True)) for ask in ASKS[step.ask]]
    return sheet(step.title, asked, of=step)


PAPER: Final = KindPaper[ReviewStep](asked=_asked, sheets=_sheets)
