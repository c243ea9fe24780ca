"""What the group brings up on paper: the questions with lines to write on, or a table for a look at it."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import (
    grid,
    hint,
    in_brackets,
    label,
    listing,
    question,
    questions,
    sorts,
    writing,
)
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.collect.kind import CollectStep
from facilitator.words import Words

ANSWERS: Final = {"shared": ("shared", "one-side"), "energy": ("none", "some", "much")}
"""What can be answered at a look at one thing after the other."""


def _look(step: CollectStep) -> str:
    """Give the name under which the catalogue knows this look."""
    return f"{step.ask}_actors" if step.among == "actors" else step.ask


def _asked(_use: Use, step: CollectStep, scenario: Scenario, t: Words) -> list[Strip]:
    """Give the questions, each with what speaks for itself on the screen; or what is looked at."""
    if step.ask != "gather":
        look = _look(step)
        answers = [t(f"collect.answer.{look}.{answer}") for answer in ANSWERS.get(step.ask, ())]
        return [label(t(f"collect.lead.{look}")), *sorts(step.sorts, t), *listing(answers, numbered=False)]
    first = scenario.perspective(step.first) if step.first else None
    lines = [t("collect.speaks.first", group=first.title), t("collect.speaks.others")] if first else []
    lines += [t("collect.unsigned")] if step.unsigned else []
    asked = [in_brackets(prompt.text, prompt.hint) for prompt in step.prompts]
    return [*map(label, lines), *questions(asked)]


def _sheets(printing: Printing[CollectStep]) -> list[WritingSheet]:
    return [_sheet(step, printing.t) for _, step in printing.steps]


def _sheet(step: CollectStep, t: Words) -> WritingSheet:
    if step.ask != "gather":
        table = grid(t.lines(f"collect.paper.{_look(step)}"), 8, grows=True)
        return sheet(step.title, [table], of=step, why=t(f"collect.lead.{_look(step)}"))
    asked = [
        question(prompt.text, *hint(prompt.hint), writing(step.most, grows=True)) for prompt in step.prompts
    ]
    return sheet(step.title, asked, of=step, why=t("collect.unsigned") if step.unsigned else "")


PAPER: Final = KindPaper[CollectStep](asked=_asked, sheets=_sheets)
