"""The gate on paper: the questions with boxes to tick, the advice, and why and who decides."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import (
    APART,
    CELL,
    field,
    heading,
    in_brackets,
    label,
    listing,
    tick,
    tick_width,
    ticks,
)
from facilitator.kinds.paper_faces import WHERE
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import WIDE, Strip
from facilitator.markup import h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.gate.kind import GateStep
from facilitator.words import Words

REPLIES: Final = ("yes", "no", "unknown")
ADVICES: Final = ("yes", "not-yet", "department", "city", "no", "unknown")
FIELDS: Final = (("reason", 2), ("evidence", 1), ("area", 1), ("decides", 1), ("hears", 1), ("finds_out", 1))
"""What is written down about the advice, with how many lines."""


def _asked(_use: Use, step: GateStep, _scenario: Scenario, t: Words) -> list[Strip]:
    lines = [
        in_brackets(question.text, question.if_no and t("gate.paper.if_no", then=question.if_no))
        for question in step.questions
    ]
    advice = [t(f"gate.advice.{advice}") for advice in ADVICES]
    return [*listing(lines), label(t("gate.ask")), *listing(advice, numbered=False)]


def _sheets(printing: Printing[GateStep]) -> list[WritingSheet]:
    return [_sheet(step, printing.t) for _, step in printing.steps]


def _sheet(step: GateStep, t: Words) -> WritingSheet:
    advice = ticks([t(f"gate.paper.advice.{advice}") for advice in ADVICES])
    fields = [field(t(f"gate.paper.{name}"), lines) for name, lines in FIELDS]
    asked = [_question(question.text, t) for question in step.questions]
    return sheet(step.title, [*asked, heading(t("gate.paper.our_advice")), advice, *fields], of=step)


def _question(asked: str, t: Words) -> Strip:
    """Give a question with boxes for its answer beside it."""
    replies = [t(f"gate.paper.{reply}") for reply in REPLIES]
    beside = sum(tick_width(reply) + APART for reply in replies)
    boxes = h("span", *map(tick, replies), class_="plain")
    high = WHERE.high(asked, WIDE - beside) + 2 * CELL
    return Strip(h("div", h("p", asked, class_=WHERE.name), boxes, class_="reply"), high)


PAPER: Final = KindPaper[GateStep](asked=_asked, sheets=_sheets)
