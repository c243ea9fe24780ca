"""Slips to vote again on a statement whose number people write down themselves: four on a leaf."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_faces import ANSWER, OTHER_ANSWER, STATEMENT
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.answer_row import CIRCLE, MOST_LINES, AnswerRow, answer_row, answers
from facilitator.steps.statements.paper.ballot_sheets import bar, votes, voting
from facilitator.steps.statements.paper.second_language import say_line, second

_NUMBER: Final = "statements.paper.ballot.number"
SLIPS: Final = 4
"""Slips on one leaf."""
WIDE: Final = 186.0
ROOM: Final = 48.0
"""Millimetres on a slip under its bar and above the numbers of the pages."""
NUMBER: Final = 9.0
"""For the line on which a number is written."""


def slips(printing: Printing[StatementsStep]) -> list[Bundle]:
    """Give a slip for every ballot; one vote more takes as many as one."""
    if not votes(printing):
        return []
    return [
        Bundle(
            [PaperSide("quarters", [_slip(printing, group)] * SLIPS)],
            copies=-(-count // SLIPS),
            blind=True,
            of=group.title,
        )
        for group, count in voting(printing)
    ]


def _slip(printing: Printing[StatementsStep], group: Perspective) -> Markup:
    scale, language = printing.scenario.scale, printing.plan.language
    other = say_line(_NUMBER, language, printing.t)
    number = NUMBER + (OTHER_ANSWER.high(other, WIDE) if other else 0)
    row = answer_row(scale, WIDE, language)
    if row is None or number + row.high > ROOM:
        row = _broken(printing)
    asked = h(
        "div",
        h("p", f"{printing.t(_NUMBER)} ", h("u"), class_=STATEMENT.name),
        second(other, language, OTHER_ANSWER.name),
        answers(scale, row, language),
        class_="vote",
    )
    times = 2 if 2 * (number + row.high) <= ROOM else 1
    return h(
        "article",
        bar(printing.scenario, printing.plan, group),
        *[asked] * times,
        class_="slip",
        style=row.style,
    )


def _broken(printing: Printing[StatementsStep]) -> AnswerRow:
    """Give answers of which the words are longer than their columns, and are broken."""
    count = len(printing.scenario.scale.points) + 1
    other = MOST_LINES * OTHER_ANSWER.line if printing.plan.language else 0
    return AnswerRow("under", [WIDE / count] * count, CIRCLE + MOST_LINES * ANSWER.line + other)
