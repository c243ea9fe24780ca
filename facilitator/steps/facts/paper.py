"""Figures and stories on paper: what was looked up, and a table for each thing the step asks for."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import grid, heading, in_brackets, label, listing, questions
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.given_fact import GivenFact
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.facts.kind import FactsStep
from facilitator.words import Words

WIDTHS: Final = {"facts": (34, 16, 26, 24), "stories": (52, 24, 24), "unknown": (62, 38)}
"""Of the columns of each table, in percentages."""
UNKNOWN_ROWS: Final = 3


def _figure(fact: GivenFact) -> str:
    return f"{fact.what}: {fact.value}" if fact.value else fact.what


def _known(fact: GivenFact) -> str:
    return ", ".join(part for part in (fact.source, fact.year, fact.area, fact.compared) if part)


def _asked(_use: Use, step: FactsStep, _scenario: Scenario, t: Words) -> list[Strip]:
    offered = [in_brackets(_figure(fact), _known(fact)) for fact in step.facts]
    return [
        *([label(t("facts.paper.given")), *listing(offered, numbered=False)] if offered else []),
        *questions([t(f"facts.ask.{look}") for look in step.ask]),
        *([label(t("facts.careful"))] if "stories" in step.ask else []),
    ]


def _sheets(printing: Printing[FactsStep]) -> list[WritingSheet]:
    return [_sheet(step, printing.t) for _, step in printing.steps if step.facts or WIDTHS.keys() & step.ask]


def _sheet(step: FactsStep, t: Words) -> WritingSheet:
    given = [_figure(fact) for fact in step.facts]
    strips = [heading(t("facts.paper.given")), *listing(given, numbered=False)] if given else []
    for look in step.ask:
        if look in WIDTHS:
            rows = UNKNOWN_ROWS if look == "unknown" else step.most + 1
            strips += [
                heading(t(f"facts.ask.{look}")),
                grid(t.lines(f"facts.paper.{look}"), rows, WIDTHS[look]),
            ]
    return sheet(step.title, strips, of=step, why=t("facts.careful"))


PAPER: Final = KindPaper[FactsStep](asked=_asked, sheets=_sheets)
