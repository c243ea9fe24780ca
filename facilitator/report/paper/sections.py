"""What the kinds of step put on paper, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from facilitator.kinds import kinds
from facilitator.kinds.paper_facet import KindPaper, Pages, Printing, paper_of
from facilitator.kinds.paper_plan import Plan, places
from facilitator.markup import Markup
from facilitator.scenario.model import Scenario
from facilitator.words import Words

Section = Callable[[KindPaper[Any]], Pages[Any]]
"""Gives what one kind puts in a section: ``lambda paper: paper.cards``."""


def pages(section: Section, scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give what all kinds put in one section."""
    printings = _printings(scenario, plan, t)
    return Markup(*(section(paper)(printing) for paper, printing in printings))


def bring(scenario: Scenario, plan: Plan, t: Words) -> list[str]:
    """Give what has to be taken along for the steps, a sentence each."""
    return [line for paper, printing in _printings(scenario, plan, t) for line in paper.bring(printing)]


def _printings(scenario: Scenario, plan: Plan, t: Words) -> Iterator[tuple[KindPaper[Any], Printing[Any]]]:
    """Walk the kinds as they come in the programme, and after them those that are not in it."""
    steps = list(places(scenario, plan))
    for kind in dict.fromkeys([*(step.kind for _, step in steps), *kinds()]):
        of_kind = [(use, step) for use, step in steps if step.kind == kind]
        yield paper_of(kind), Printing(of_kind, scenario, plan, t)
