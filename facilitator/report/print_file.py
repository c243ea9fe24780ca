"""Everything on paper for one evening, as one HTML file to print on A4."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from facilitator.kinds.paper_elements import grid, sheet
from facilitator.kinds.paper_plan import Plan
from facilitator.markup import Markup, h
from facilitator.report.html import page, style
from facilitator.report.paper.runsheet import runsheet
from facilitator.report.paper.sections import pages
from facilitator.scenario.model import Scenario
from facilitator.session.state import State
from facilitator.words import Words

__all__ = ["Plan", "print_html"]


def print_html(
    scenario: Scenario,
    t: Words,
    *,
    state: State | None = None,
    plan: Plan | None = None,
    people: int | None = None,
    starts: time | None = None,
) -> str:
    """Give the paper for an evening: ballots, then the run sheet, cards, tallies and sheets to write on.

    A session that was prepared already says where and when; ``plan`` says it when there is none, and wins
    when there is. ``people`` and ``starts`` replace what scenario and plan say. Ballots come first because
    they alone are printed on both sides.
    """
    how = plan or (Plan.of(state) if state else Plan())
    if starts:
        how = replace(how, starts=starts)
    if people:
        scenario = scenario.model_copy(update={"people": people})
    ballots = pages(lambda paper: paper.ballots, scenario, how, t)
    body = Markup(
        _on_screen(scenario, t, ballots=bool(ballots)),
        ballots,
        runsheet(scenario, how, t),
        pages(lambda paper: paper.cards, scenario, how, t),
        pages(lambda paper: paper.tallies, scenario, how, t),
        pages(lambda paper: paper.sheets, scenario, how, t),
        _parking(t),
    )
    return page(t("report.paper.title", title=scenario.title), body, t.language, style("paper.css"))


def _on_screen(scenario: Scenario, t: Words, *, ballots: bool) -> Markup:
    """Say on the screen, and not on paper, how to print."""
    lines = t.lines("report.paper.how_to_print")
    if not ballots:
        lines = lines[:1]
    title = h("b", t("report.paper.title", title=scenario.title))
    return Markup(h("div", title, *(h("p", line) for line in lines), class_="screen-only"), "\n")


def _parking(t: Words) -> Markup:
    """Give a table for what comes later; it can come up in any step."""
    table = grid(t.lines("report.paper.parking.head"), 14, (54, 26, 20))
    return sheet(t("report.parked"), table, kind="tall", why=t("report.paper.parking.why"))
