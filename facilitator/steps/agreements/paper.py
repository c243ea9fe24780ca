"""Agreements on paper: what is asked, and a form for each with its owner, its date and what was heard."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, label, questions, sheet, tick
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.words import Words

USUAL: Final = 3
"""Forms for an evening without a step of this kind: an agreement can be made at any moment."""


def _asked(_use: Use, step: AgreementsStep, _scenario: Scenario, t: Words) -> Markup:
    if step.ask != "make":
        return label(t(f"agreements.ask.{step.ask}"))
    first = None if step.text else label(t("agreements.paper.make"))
    asked = [t(f"agreements.ask.{question}") for question in ("clear", "consent", "needed", "first_step")]
    return Markup(first, questions(asked))


def _sheets(printing: Printing[AgreementsStep]) -> Markup:
    t = printing.t
    count = max((step.most for _, step in printing.steps), default=USUAL)
    per_task = any(step.per_task for _, step in printing.steps)
    forms = [_form(number, t, per_task=per_task) for number in range(1, count + 1)]
    none = h("p", tick(t("agreements.paper.none")), class_="ticks")
    return sheet(t("agreements.paper.title"), *forms, none, kind="agreements")


def _form(number: int, t: Words, *, per_task: bool) -> Markup:
    heard = (tick(t(f"agreements.paper.{reply}")) for reply in ("no_objection", "objection", "later"))
    return h(
        "div",
        h("h3", t("agreements.paper.number", number=number)),
        field(t("agreements.paper.task")) if per_task else None,
        field(t("agreements.paper.what"), 2),
        field(t("agreements.paper.who")),
        field(t("agreements.paper.due")),
        h("p", h("b", t("agreements.paper.ask")), " ", *heard, class_="ticks"),
        field(t("agreements.paper.reason"), 1),
        field(t("agreements.paper.first")),
        class_="agreement",
    )


PAPER: Final = KindPaper[AgreementsStep](asked=_asked, sheets=_sheets)
