"""Agreements on paper: what is asked, and a form for each with its owner, its date and what was heard."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, heading, label, questions, ticks
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip, together
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.words import Words

USUAL: Final = 3
"""Forms for an evening without a step of this kind: an agreement can be made at any moment."""


APART: Final = 4.0
"""Millimetres between two forms."""


def _asked(_use: Use, step: AgreementsStep, _scenario: Scenario, t: Words) -> list[Strip]:
    if step.ask != "make":
        return [label(t(f"agreements.ask.{step.ask}"))]
    first = [] if step.text else [label(t("agreements.paper.make"))]
    asked = [t(f"agreements.ask.{question}") for question in ("clear", "consent", "needed", "first_step")]
    return [*first, *questions(asked)]


def _sheets(printing: Printing[AgreementsStep]) -> list[WritingSheet]:
    t = printing.t
    count = max((step.most for _, step in printing.steps), default=USUAL)
    per_task = any(step.per_task for _, step in printing.steps)
    first = printing.steps[0][1] if printing.steps else None
    forms = [_form(number, t, per_task=per_task) for number in range(1, count + 1)]
    return [sheet(t("agreements.paper.title"), [*forms, ticks([t("agreements.paper.none")])], of=first)]


def _form(number: int, t: Words, *, per_task: bool) -> Strip:
    heard = [t(f"agreements.paper.{reply}") for reply in ("no_objection", "objection", "later")]
    fields = [
        heading(t("agreements.paper.number", number=number)),
        *([field(t("agreements.paper.task"))] if per_task else []),
        field(t("agreements.paper.what"), 2),
        field(t("agreements.paper.who")),
        field(t("agreements.paper.due")),
        ticks(heard, t("agreements.paper.ask")),
        field(t("agreements.paper.reason")),
        field(t("agreements.paper.first")),
    ]
    return together(fields, "form", more=APART)


PAPER: Final = KindPaper[AgreementsStep](asked=_asked, sheets=_sheets)
