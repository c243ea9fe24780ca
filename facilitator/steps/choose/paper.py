"""A choice on paper: what can be chosen, and lines for the choice, for what waits and for who differs."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import (
    field,
    in_brackets,
    label,
    listing,
    question,
    questions,
    sorts,
    ticks,
    writing,
)
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.choose.kind import ChooseStep
from facilitator.words import Words


def _asked(_use: Use, step: ChooseStep, scenario: Scenario, t: Words) -> list[Strip]:
    if step.among == "sets":
        options = listing([statement_set.title for statement_set in scenario.statement_sets], numbered=False)
    elif step.among == "options":
        options = listing([in_brackets(option.text, option.hint) for option in step.options], numbered=False)
    else:
        options = [label(t(f"choose.paper.among.{step.among}")), *sorts(step.sorts, t)]
    asked = [
        t("choose.think"),
        t("choose.choose", n=step.most),
        t("choose.own" if step.among == "options" else "choose.what_is_left"),
        t("choose.who_differs"),
    ]
    return [*options, *questions(asked)]


def _sheets(printing: Printing[ChooseStep]) -> list[WritingSheet]:
    """Give a sheet for each choice, and where questions are taken along one for each pair."""
    t, steps = printing.t, [step for _, step in printing.steps]
    pairs = -(-printing.scenario.people // 2)
    return [
        *(_sheet(step, t) for step in steps),
        *(_for_pairs(step, pairs, t) for step in steps if step.take_along),
    ]


def _for_pairs(step: ChooseStep, pairs: int, t: Words) -> WritingSheet:
    """Give the sheets that two people take along: the questions to tick, and room for what they hear."""
    asked = [
        question(t("choose.paper.pair.question", n=number), writing(4, grows=True))
        for number in range(1, step.most + 1)
    ]
    strips = [
        field(t("choose.paper.pair.pair")),
        field(t("choose.paper.pair.where")),
        label(t("choose.paper.pair.asks", n=step.most)),
        *(ticks([option.text]) for option in step.options),
        *asked,
        label(t("choose.paper.pair.back")),
    ]
    return sheet(
        step.title, strips, of=step, why=t("choose.paper.pair.careful"), given_out=True, copies=pairs
    )


def _sheet(step: ChooseStep, t: Words) -> WritingSheet:
    options = listing([in_brackets(option.text, option.hint) for option in step.options])
    lines = 2 * step.most
    if step.among == "options":
        chosen = [field(t("choose.paper.so_it_is", n=step.most), lines)]
    else:
        chosen = [field(t("choose.paper.chosen", n=step.most), lines), field(t("choose.paper.left"), 5)]
    differs = field(t("choose.paper.differs"), 3)
    return sheet(step.title, [*options, *chosen, differs], of=step, why=t("choose.think"))


PAPER: Final = KindPaper[ChooseStep](asked=_asked, sheets=_sheets)
