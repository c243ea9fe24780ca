"""What the kinds of step put on paper, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from facilitator.kinds import kinds
from facilitator.kinds.paper_facet import KindPaper, Printing, paper_of
from facilitator.kinds.paper_plan import Plan, places
from facilitator.kinds.paper_sheets import WritingSheet
from facilitator.scenario.model import Scenario
from facilitator.words import Words

Made = TypeVar("Made")
Section = Callable[[KindPaper[Any]], Callable[[Printing[Any]], Sequence[Made]]]
"""Gives what one kind puts in a section: ``lambda paper: paper.cards``."""


def gathered(section: Section[Made], scenario: Scenario, plan: Plan, t: Words) -> list[Made]:
    """Give what all kinds put in one section: as they come in the programme, then those not in it."""
    return [made for paper, printing in _printings(scenario, plan, t) for made in section(paper)(printing)]


def in_order(sheets: Sequence[WritingSheet], scenario: Scenario, plan: Plan) -> list[WritingSheet]:
    """Give sheets as they are written on in the programme; last those that can be needed at any moment."""
    at = {id(step): number for number, (_, step) in enumerate(places(scenario, plan))}
    return sorted(sheets, key=lambda sheet: at.get(id(sheet.of), len(at)))


def _printings(scenario: Scenario, plan: Plan, t: Words) -> Iterator[tuple[KindPaper[Any], Printing[Any]]]:
    steps = list(places(scenario, plan))
    for kind in dict.fromkeys([*(step.kind for _, step in steps), *kinds()]):
        of_kind = [(use, step) for use, step in steps if step.kind == kind]
        yield paper_of(kind), Printing(of_kind, scenario, plan, t)
