"""Tasks on paper: what is asked of each, and a form per task."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, in_brackets, question, questions, writing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.tasks.kind import TasksStep
from facilitator.words import Words


def _asked(_use: Use, step: TasksStep, _scenario: Scenario, t: Words) -> list[Strip]:
    asks = [in_brackets(t(f"tasks.question.{ask}"), t(f"tasks.hint.{ask}")) for ask in step.ask]
    return questions([t("tasks.what_has_to_change"), *asks] if step.make else asks)


def _sheets(printing: Printing[TasksStep]) -> list[WritingSheet]:
    return [_sheet(step, printing.t) for _, step in printing.steps]


def _sheet(step: TasksStep, t: Words) -> WritingSheet:
    asked = [field(t(f"tasks.question.{ask}"), 2) for ask in step.ask]
    forms = [
        question(f"{t('tasks.task')} {number}", writing(1), *asked) for number in range(1, step.most + 1)
    ]
    return sheet(step.title, forms, of=step, why=step.text.split("\n", maxsplit=1)[0])


PAPER: Final = KindPaper[TasksStep](asked=_asked, sheets=_sheets)
