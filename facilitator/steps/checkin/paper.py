"""A check-in on paper: tallies per perspective, and per kind of other hat tied to nobody."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import colour, columns, label, listing, sheet
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.session.commands import SMALLEST_SHOWN, holds_votes
from facilitator.steps.checkin.hats import hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.words import Words


def _asked(_use: Use, step: CheckinStep, scenario: Scenario, t: Words) -> Markup:
    groups = [
        f"{perspective.title}: {perspective.who}" if perspective.who else perspective.title
        for perspective in scenario.perspectives
    ]
    groups.append(f"{t('checkin.paper.listeners')}: {t('checkin.paper.not_counted')}")
    return Markup(
        None if step.text else label(t("checkin.ask")),
        listing(groups, numbered=False),
        label(t("checkin.hats.ask")),
        listing([hat.text for hat in hats_of(step, t)], numbered=False),
    )


def _tallies(printing: Printing[CheckinStep]) -> Markup:
    """Give a row per perspective, also without a check-in: who are here is counted at any evening.

    Hats are asked for in a check-in alone.
    """
    scenario, t = printing.scenario, printing.t
    rows = [
        _row(perspective.title, perspective.who, colour(scenario, perspective))
        for perspective in scenario.perspectives
    ]
    rows.append(_row(t("checkin.paper.listeners"), t("checkin.paper.not_counted"), "#fff"))
    voting = t.lines("checkin.paper.small") if holds_votes(scenario.places()) else []
    small = h("div", *(h("p", line) for line in voting), class_="small") if voting else None
    hats = _hats(printing.steps[0][1], t) if printing.steps else None
    table = _table(t.lines("checkin.paper.head"), rows)
    return sheet(t("checkin.paper.title"), table, small, hats, kind="tally", why=t("checkin.paper.why"))


def _row(title: str, who: str, shade: str) -> Markup:
    said = h("small", who) if who else None
    head = h("th", h("i", style=f"background:{shade}"), title, said, scope="row")
    return h("tr", head, h("td"), h("td"))


def _hats(step: CheckinStep, t: Words) -> Markup:
    rows = [h("tr", h("th", hat.text, scope="row"), h("td"), h("td")) for hat in hats_of(step, t)]
    few = t("checkin.paper.few_hats", n=SMALLEST_SHOWN)
    return Markup(_table(t.lines("checkin.paper.hats"), rows), h("div", h("p", few), class_="small"))


def _table(head: list[str], rows: list[Markup]) -> Markup:
    return h("table", h("thead", h("tr", columns(head))), h("tbody", *rows), class_="checkin")


PAPER: Final = KindPaper[CheckinStep](asked=_asked, tallies=_tallies)
