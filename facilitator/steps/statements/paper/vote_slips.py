"""Slips to vote again on a statement whose number people write down themselves: four on a leaf."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_faces import ANSWER, STATEMENT
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.answer_row import CIRCLE, AnswerRow, answer_row, answers
from facilitator.steps.statements.paper.ballot_sheets import bar, votes, voting

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
    scale = printing.scenario.scale
    row = answer_row(scale, WIDE) or _broken(printing)
    asked = h(
        "div",
        h("p", f"{printing.t('statements.paper.ballot.number')} ", h("u"), class_=STATEMENT.name),
        answers(scale, row),
        class_="vote",
    )
    times = 2 if 2 * (NUMBER + row.high) <= ROOM else 1
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
    return AnswerRow("under", [WIDE / count] * count, CIRCLE + 3 * ANSWER.line)
