"""A table per vote in which the ballots are counted by hand."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import CELL
from facilitator.kinds.paper_faces import PLAIN, SMALL, STRONG
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_groups import named
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import WIDE, Strip, clinging
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scenario
from facilitator.session.commands import smallest
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.steps.statements.paper.answer_row import marks
from facilitator.steps.statements.paper.ballot_sheets import votes
from facilitator.words import Words

NAMES: Final = 42.0
"""Millimetres for the names of the perspectives."""
ROW: Final = 6.4
"""For a row to count in."""
ABOVE: Final = 2.6
"""Above a statement."""


def tallies(printing: Printing[StatementsStep]) -> list[WritingSheet]:
    """Give the table of each vote."""
    return [_tally(step, printing.scenario, printing.t) for step in votes(printing)]


def _tally(step: StatementsStep, scenario: Scenario, t: Words) -> WritingSheet:
    head = _head(scenario)
    counted = [
        _counted(f"{number}. {statement.text}", scenario)
        for number, statement in enumerate(statements_of(step, scenario), 1)
    ]
    return sheet(
        t("statements.paper.result.title", step=step.title),
        [head, *counted],
        why=t("statements.paper.result.why", n=smallest(sensitive=step.sensitive)),
        again=[head],
    )


def _head(scenario: Scenario) -> Strip:
    """Give the points, to stand above the columns of every page."""
    points = marks(scenario.scale)
    wide = (WIDE - NAMES) / len(points) - CELL / 2
    cells = [h("th", mark, h("small", word, class_=SMALL.name), scope="col") for mark, word in points]
    high = STRONG.line + max(SMALL.high(word, wide) for _, word in points) + ABOVE
    return clinging(Strip(_table(Markup(h("tr", h("td"), *cells)), len(points), "points"), high))


def _counted(said: str, scenario: Scenario) -> Strip:
    """Give a row per perspective under a statement."""
    points = len(scenario.scale.points) + 1
    title = h("tr", h("th", said, scope="rowgroup", colspan=points + 1, class_=STRONG.name))
    rows = [_row(group, scenario, points) for group in scenario.perspectives]
    high = ABOVE + STRONG.high(said, WIDE) + ROW * len(rows)
    return Strip(_table(Markup(title, *rows), points, "result"), high)


def _row(group: Perspective, scenario: Scenario, points: int) -> Markup:
    return h("tr", h("th", named(scenario, group), scope="row", class_=PLAIN.name), *[h("td")] * points)


def _table(rows: Markup, points: int, class_: str) -> Markup:
    first = h("col", style=f"width:{NAMES}mm")
    return h("table", h("colgroup", first, *[h("col")] * points), h("tbody", rows), class_=class_)
