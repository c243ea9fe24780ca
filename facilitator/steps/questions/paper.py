"""Open questions on paper: each with what has to be chosen for it, and lines for the answers."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, hint, in_brackets, label, listing, sheet, writing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.questions.commands import which
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.words import Words


def _asked(use: Use, step: QuestionsStep, scenario: Scenario, t: Words) -> Markup:
    """Give the questions, each with what has to be chosen for it to be asked."""
    chosen = {statement_set.id: statement_set.title for statement_set in scenario.statement_sets}
    chosen |= {option.id: option.text for other in use.steps for option in getattr(other, "options", [])}
    lines = [
        f"{chosen[question.about]}: {line}" if question.about in chosen else line
        for question in step.questions
        for line in [in_brackets(question.text, question.hint)]
    ]
    groups = step.groups and len(step.questions) > 1
    about = which(step, t) if step.things else ""
    first = t("questions.groups") if groups else about
    return Markup(label(first) if first else None, listing(lines))


def _sheets(printing: Printing[QuestionsStep]) -> Markup:
    return Markup(*(_sheet(step, printing.t) for _, step in printing.steps))


def _sheet(step: QuestionsStep, t: Words) -> Markup:
    """Give each question; for a small group, or when there is one, on a page of its own."""
    alone = step.groups or len(step.questions) == 1
    asked = [
        h(
            "div",
            h("h3", question.text),
            hint(question.hint),
            writing(16 if alone else 6),
            field(t("questions.paper.differs"), 2) if step.differs else None,
            class_="question alone" if alone else "question",
        )
        for question in step.questions
    ]
    about = [field(t("questions.paper.about"), 1)] if step.things else []
    return sheet(step.title, *about, *asked, kind="questions", why=step.text.split("\n", maxsplit=1)[0])


PAPER: Final = KindPaper[QuestionsStep](asked=_asked, sheets=_sheets)
