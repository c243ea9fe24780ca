"""The gate on paper: the questions with boxes to tick, the advice, and why and who decides."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, in_brackets, label, listing, sheet, tick
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.gate.kind import GateStep
from facilitator.words import Words

REPLIES: Final = ("yes", "no", "unknown")
ADVICES: Final = ("yes", "not-yet", "department", "city", "no", "unknown")
FIELDS: Final = (("reason", 2), ("evidence", 1), ("area", 1), ("decides", 1), ("hears", 1), ("finds_out", 1))
"""What is written down about the advice, with how many lines."""


def _asked(_use: Use, step: GateStep, _scenario: Scenario, t: Words) -> Markup:
    lines = [
        in_brackets(question.text, question.if_no and t("gate.paper.if_no", then=question.if_no))
        for question in step.questions
    ]
    advice = [t(f"gate.advice.{advice}") for advice in ADVICES]
    return Markup(listing(lines), label(t("gate.ask")), listing(advice, numbered=False))


def _sheets(printing: Printing[GateStep]) -> Markup:
    return Markup(*(_sheet(step, printing.t) for _, step in printing.steps))


def _sheet(step: GateStep, t: Words) -> Markup:
    replies = [tick(t(f"gate.paper.{reply}")) for reply in REPLIES]
    rows = (h("tr", h("th", question.text, scope="row"), h("td", *replies)) for question in step.questions)
    return sheet(
        step.title,
        h("table", h("tbody", *rows), class_="replies"),
        h("h3", t("gate.paper.our_advice")),
        h("p", *(tick(t(f"gate.paper.advice.{advice}")) for advice in ADVICES), class_="ticks"),
        *(field(t(f"gate.paper.{name}"), lines) for name, lines in FIELDS),
        kind="gate",
    )


PAPER: Final = KindPaper[GateStep](asked=_asked, sheets=_sheets)
