"""Open questions on paper: each with what has to be chosen for it, and lines for the answers."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, hint, in_brackets, label, listing, question, writing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.questions.commands import which
from facilitator.steps.questions.kind import Question, QuestionsStep
from facilitator.words import Words

LINES: Final = 4
"""To write on under a question at least."""


def _asked(use: Use, step: QuestionsStep, scenario: Scenario, t: Words) -> list[Strip]:
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
    return [*([label(first)] if first else []), *listing(lines)]


def _sheets(printing: Printing[QuestionsStep]) -> list[WritingSheet]:
    return [each for _, step in printing.steps for each in _sheets_of(step, printing.t)]


def _sheets_of(step: QuestionsStep, t: Words) -> list[WritingSheet]:
    """Give the questions on one sheet, or where small groups answer them each on a sheet of its own."""
    about = [field(t("questions.paper.about"))] if step.things else []
    asked = [_question(one, step, t) for one in step.questions]
    why = step.text.split("\n", maxsplit=1)[0]
    if step.groups and len(asked) > 1:
        return [sheet(step.title, [*about, one], of=step, why=why, given_out=True) for one in asked]
    return [sheet(step.title, [*about, *asked], of=step, why=why)]


def _question(asked: Question, step: QuestionsStep, t: Words) -> Strip:
    differs = [field(t("questions.paper.differs"), 2)] if step.differs else []
    return question(asked.text, *hint(asked.hint), writing(LINES, grows=True), *differs)


PAPER: Final = KindPaper[QuestionsStep](asked=_asked, sheets=_sheets)
