"""A check-in on paper: tallies per perspective, and per kind of other hat tied to nobody."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import CELL, boxed, columns, label, listing
from facilitator.kinds.paper_faces import COUNTED, PLAIN, STRONG
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_groups import named
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.markup import Child, Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.session.commands import SMALLEST_SHOWN, holds_votes
from facilitator.steps.checkin.hats import hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.words import Words

NAMES: Final = 68.0
"""Millimetres for who is counted."""
SHAPE: Final = "MM"
"""As wide as the shape before the name of a perspective."""
PEOPLE: Final = 20.0
"""Millimetres for a row in which people are counted, at least."""
HATS: Final = 13.0
"""For a row in which hats are counted, at least."""


def _asked(_use: Use, step: CheckinStep, scenario: Scenario, t: Words) -> list[Strip]:
    groups = [
        f"{perspective.title}: {perspective.who}" if perspective.who else perspective.title
        for perspective in scenario.perspectives
    ]
    groups.append(f"{t('checkin.paper.listeners')}: {t('checkin.paper.not_counted')}")
    return [
        *([] if step.text else [label(t("checkin.ask"))]),
        *listing(groups, numbered=False),
        label(t("checkin.hats.ask")),
        *listing([hat.text for hat in hats_of(step, t)], numbered=False),
    ]


def _tallies(printing: Printing[CheckinStep]) -> list[WritingSheet]:
    """Give a row per perspective, also without a check-in: who are here is counted at any evening.

    Hats are asked for in a check-in alone.
    """
    scenario, t = printing.scenario, printing.t
    rows = [(named(scenario, group), f"{SHAPE} {group.title}", group.who) for group in scenario.perspectives]
    listeners = t("checkin.paper.listeners")
    rows.append((Markup(listeners), listeners, t("checkin.paper.not_counted")))
    voting = t.lines("checkin.paper.small") if holds_votes(scenario.places()) else []
    hats = _hats(printing.steps[0][1], t) if printing.steps else []
    people = _table(t.lines("checkin.paper.head"), [_row(*row, PEOPLE) for row in rows])
    strips = [people, *([boxed(voting)] if voting else []), *hats]
    return [sheet(t("checkin.paper.title"), strips, why=t("checkin.paper.why"))]


def _hats(step: CheckinStep, t: Words) -> list[Strip]:
    rows = [_row(Markup(hat.text), hat.text, "", HATS) for hat in hats_of(step, t)]
    few = t("checkin.paper.few_hats", n=SMALLEST_SHOWN)
    return [_table(t.lines("checkin.paper.hats"), rows), boxed([few])]


def _row(shown: Child, title: str, who: str, least: float) -> Strip:
    """Give a row to count in: who it is about, room for strokes, and for the number."""
    said = h("small", who, class_=PLAIN.name) if who else None
    head = h("th", shown, said, scope="row", class_=COUNTED.name)
    high = COUNTED.high(title, NAMES) + (PLAIN.high(who, NAMES) if who else 0) + CELL
    row = h("tr", head, h("td"), h("td"), style=f"height:{max(high, least):.1f}mm")
    return Strip(row, max(high, least))


def _table(head: list[str], rows: list[Strip]) -> Strip:
    body = h("tbody", *(row.html for row in rows))
    table = h("table", h("thead", h("tr", columns(head))), body, class_="counted")
    return Strip(table, STRONG.line + CELL + sum(row.high for row in rows))


PAPER: Final = KindPaper[CheckinStep](asked=_asked, tallies=_tallies)
