"""A choice on paper: what can be chosen, and lines for the choice, for what waits and for who differs."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import (
    field,
    in_brackets,
    label,
    listing,
    questions,
    sheet,
    sorts,
    tick,
    writing,
)
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.choose.kind import ChooseStep
from facilitator.words import Words


def _asked(_use: Use, step: ChooseStep, scenario: Scenario, t: Words) -> Markup:
    if step.among == "sets":
        options = listing([statement_set.title for statement_set in scenario.statement_sets], numbered=False)
    elif step.among == "options":
        options = listing([in_brackets(option.text, option.hint) for option in step.options], numbered=False)
    else:
        options = Markup(label(t(f"choose.paper.among.{step.among}")), sorts(step.sorts, t))
    asked = [
        t("choose.think"),
        t("choose.choose", n=step.most),
        t("choose.own" if step.among == "options" else "choose.what_is_left"),
        t("choose.who_differs"),
    ]
    return Markup(options, questions(asked))


def _sheets(printing: Printing[ChooseStep]) -> Markup:
    pairs = -(-printing.scenario.people // 2)
    return Markup(
        *(
            Markup(
                _sheet(step, printing.t), *[_for_a_pair(step, printing.t)] * (pairs if step.take_along else 0)
            )
            for _, step in printing.steps
        )
    )


def _for_a_pair(step: ChooseStep, t: Words) -> Markup:
    """Give a sheet that two people take along: the questions to tick, and room for what they hear."""
    asked = [
        h("div", h("h3", t("choose.paper.pair.question", n=number)), writing(5), class_="question")
        for number in range(1, step.most + 1)
    ]
    return sheet(
        step.title,
        field(t("choose.paper.pair.pair")),
        field(t("choose.paper.pair.where")),
        label(t("choose.paper.pair.asks", n=step.most)),
        *(h("div", tick(option.text), class_="ticks") for option in step.options),
        *asked,
        label(t("choose.paper.pair.back")),
        kind="questions",
        why=t("choose.paper.pair.careful"),
    )


def _sheet(step: ChooseStep, t: Words) -> Markup:
    return sheet(
        step.title,
        listing([in_brackets(option.text, option.hint) for option in step.options]),
        field(t("choose.paper.so_it_is", n=step.most), 2 * step.most)
        if step.among == "options"
        else Markup(
            field(t("choose.paper.chosen", n=step.most), 2 * step.most),
            field(t("choose.paper.left"), 6),
        ),
        field(t("choose.paper.differs"), 3),
        kind="tall",
        why=t("choose.think"),
    )


PAPER: Final = KindPaper[ChooseStep](asked=_asked, sheets=_sheets)
