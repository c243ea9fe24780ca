"""Tallies: who is here, and how many chose what."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds.paper_elements import colour, columns, sheet
from facilitator.markup import Markup, h
from facilitator.report.paper.plan import Plan, votes
from facilitator.scenario.model import Perspective, Scenario, Statement
from facilitator.session.commands import SMALLEST_SHOWN, smallest
from facilitator.steps.checkin.hats import hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.words import Words


def checkin(scenario: Scenario, t: Words) -> Markup:
    """Give a row per perspective to tally people in, and one per kind of other hat."""
    rows = [
        _row(*_who(perspective.title, perspective.who, colour(scenario, perspective)))
        for perspective in scenario.perspectives
    ]
    listeners = _who(t("report.paper.checkin.listeners"), t("report.paper.checkin.not_counted"), "#fff")
    return sheet(
        t("report.paper.checkin.title"),
        _tally(t.lines("report.paper.checkin.head"), [*rows, _row(*listeners)]),
        _small(t.lines("report.paper.checkin.small")),
        _hats(scenario, t),
        kind="tally",
        why=t("report.paper.checkin.why"),
    )


def _hats(scenario: Scenario, t: Words) -> Markup | None:
    """Give a row per kind of hat to tally hands in; without a check-in nobody asks for them."""
    step = next((step for _, step in scenario.places() if isinstance(step, CheckinStep)), None)
    if step is None:
        return None
    table = _tally(t.lines("report.paper.checkin.hats"), [_row(hat.text) for hat in hats_of(step, t)])
    return Markup(table, _small([t("report.paper.checkin.few_hats", n=SMALLEST_SHOWN)]))


def _tally(head: Sequence[str], rows: Sequence[Markup]) -> Markup:
    return h("table", h("thead", h("tr", columns(head))), h("tbody", *rows), class_="checkin")


def _row(*head: str | Markup | None) -> Markup:
    return h("tr", h("th", *head, scope="row"), h("td"), h("td"))


def _who(title: str, who: str, shade: str) -> tuple[Markup, str, Markup | None]:
    """Give the colour of a group, its name, and who belongs to it."""
    return h("i", style=f"background:{shade}"), title, h("small", who) if who else None


def _small(lines: Sequence[str]) -> Markup:
    return h("div", *(h("p", line) for line in lines), class_="small")


def results(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give a table per vote in which the ballots are counted by hand."""
    return Markup(*(_result(step, scenario, t) for _, step in votes(scenario, plan)))


def _result(step: StatementsStep, scenario: Scenario, t: Words) -> Markup:
    points = [*(str(n) for n in range(1, len(scenario.scale.points) + 1)), "?"]
    names = [*scenario.scale.points, scenario.scale.unknown]
    cells = [h("th", mark, h("small", name), scope="col") for mark, name in zip(points, names, strict=True)]
    counted = [
        _counted(number, statement, scenario.perspectives, len(points))
        for number, statement in enumerate(statements_of(step, scenario), 1)
    ]
    head = h("thead", h("tr", h("td"), *cells))
    return sheet(
        t("report.paper.result.title", step=step.title),
        h("table", head, *counted, class_="result"),
        kind="tally",
        why=t("report.paper.result.why", n=smallest(sensitive=step.sensitive)),
    )


def _counted(number: int, statement: Statement, groups: Sequence[Perspective], points: int) -> Markup:
    """Give a row per group under a statement."""
    title = h("th", f"{number}. {statement.text}", scope="rowgroup", colspan=points + 1)
    rows = (h("tr", h("th", group.title, scope="row"), *[h("td")] * points) for group in groups)
    return h("tbody", h("tr", title), *rows)
