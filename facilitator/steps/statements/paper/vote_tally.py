"""A table per vote in which the ballots are counted by hand."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds.paper_elements import sheet
from facilitator.kinds.paper_facet import Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scenario, Statement
from facilitator.session.commands import smallest
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.steps.statements.paper.ballot_sheets import votes
from facilitator.words import Words


def tallies(printing: Printing[StatementsStep]) -> Markup:
    """Give the table of each vote."""
    return Markup(*(_tally(step, printing.scenario, printing.t) for step in votes(printing)))


def _tally(step: StatementsStep, scenario: Scenario, t: Words) -> Markup:
    points = [*(str(n) for n in range(1, len(scenario.scale.points) + 1)), "?"]
    names = [*scenario.scale.points, scenario.scale.unknown]
    cells = [h("th", mark, h("small", name), scope="col") for mark, name in zip(points, names, strict=True)]
    counted = [
        _counted(number, statement, scenario.perspectives, len(points))
        for number, statement in enumerate(statements_of(step, scenario), 1)
    ]
    head = h("thead", h("tr", h("td"), *cells))
    return sheet(
        t("statements.paper.result.title", step=step.title),
        h("table", head, *counted, class_="result"),
        kind="tally",
        why=t("statements.paper.result.why", n=smallest(sensitive=step.sensitive)),
    )


def _counted(number: int, statement: Statement, groups: Sequence[Perspective], points: int) -> Markup:
    """Give a row per group under a statement."""
    title = h("th", f"{number}. {statement.text}", scope="rowgroup", colspan=points + 1)
    rows = (h("tr", h("th", group.title, scope="row"), *[h("td")] * points) for group in groups)
    return h("tbody", h("tr", title), *rows)
