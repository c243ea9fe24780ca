"""Tallies: who is here, and how many chose what."""

from __future__ import annotations

from html import escape

from facilitator.report.paper.elements import colour, sheet
from facilitator.report.paper.plan import Plan, votes
from facilitator.scenario.model import Perspective, Scenario
from facilitator.session.commands import SMALLEST_SHOWN, smallest
from facilitator.steps.checkin.hats import hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.words import Words


def checkin(scenario: Scenario, t: Words) -> str:
    """Give a row per perspective to tally people in, and one per kind of other hat."""
    rows = "".join(
        _who(perspective.title, perspective.who, colour(scenario, perspective))
        for perspective in scenario.perspectives
    )
    rows += _who(t("report.paper.checkin.listeners"), t("report.paper.checkin.not_counted"), "#fff")
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in t.lines("report.paper.checkin.head"))
    table = f'<table class="checkin"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    small = "".join(f"<p>{escape(line)}</p>" for line in t.lines("report.paper.checkin.small"))
    body = f'{table}<div class="small">{small}</div>{_hats(scenario, t)}'
    return sheet(t("report.paper.checkin.title"), body, kind="tally", why=t("report.paper.checkin.why"))


def _hats(scenario: Scenario, t: Words) -> str:
    """Give a row per kind of hat to tally hands in; without a check-in nobody asks for them."""
    step = next((step for _, step in scenario.places() if isinstance(step, CheckinStep)), None)
    if step is None:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(hat.text)}</th><td></td><td></td></tr>' for hat in hats_of(step, t)
    )
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in t.lines("report.paper.checkin.hats"))
    why = t("report.paper.checkin.few_hats", n=SMALLEST_SHOWN)
    table = f'<table class="checkin"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'{table}<div class="small"><p>{escape(why)}</p></div>'


def _who(title: str, who: str, shade: str) -> str:
    said = f"<small>{escape(who)}</small>" if who else ""
    head = f'<i style="background:{shade}"></i>{escape(title)}{said}'
    return f'<tr><th scope="row">{head}</th><td></td><td></td></tr>'


def results(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give a table per vote in which the ballots are counted by hand."""
    return "".join(_result(step, scenario, t) for _, step in votes(scenario, plan))


def _result(step: StatementsStep, scenario: Scenario, t: Words) -> str:
    points = [*(str(n) for n in range(1, len(scenario.scale.points) + 1)), "?"]
    names = [*scenario.scale.points, scenario.scale.unknown]
    cells = "".join(
        f'<th scope="col">{mark}<small>{escape(name)}</small></th>'
        for mark, name in zip(points, names, strict=True)
    )
    groups = scenario.perspectives
    body = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{len(points) + 1}">'
        f"{number}. {escape(statement.text)}</th></tr>"
        f"{''.join(_group(group, len(points)) for group in groups)}</tbody>"
        for number, statement in enumerate(statements_of(step, scenario), 1)
    )
    head = f"<thead><tr><td></td>{cells}</tr></thead>"
    why = t("report.paper.result.why", n=smallest(sensitive=step.sensitive))
    title = t("report.paper.result.title", step=step.title)
    return sheet(title, f'<table class="result">{head}{body}</table>', kind="tally", why=why)


def _group(group: Perspective, columns: int) -> str:
    return f'<tr><th scope="row">{escape(group.title)}</th>{"<td></td>" * columns}</tr>'
