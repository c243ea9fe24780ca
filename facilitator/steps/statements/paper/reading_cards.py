"""What is read aloud at a vote, for the one who does that: large, with where to rest and what to lean on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.kinds.paper_elements import heading
from facilitator.kinds.paper_faces import ALOUD, ALOUD_HOW, ALOUD_OTHER
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_letters import count_lines
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import WIDE, Strip, text
from facilitator.markup import h
from facilitator.scenario.model import Statement
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of
from facilitator.steps.statements.paper.answer_row import marks
from facilitator.steps.statements.paper.ballot_sheets import votes, voting
from facilitator.steps.statements.paper.easy_sheets import blocks
from facilitator.steps.statements.paper.second_language import second
from facilitator.steps.statements.paper.spoken_marks import spoken

NUMBER: Final = 14.0
"""Millimetres for the number before a statement."""
POINT: Final = 12.0
"""For an answer that is read aloud, in one language."""
REST: Final = " | "


def reading_cards(printing: Printing[StatementsStep]) -> list[WritingSheet]:
    """Give what is read aloud at each vote."""
    return [_sheet(printing, step) for step in votes(printing)]


def _sheet(printing: Printing[StatementsStep], step: StatementsStep) -> WritingSheet:
    t, scenario = printing.t, printing.scenario
    how = [text(ALOUD_HOW, line, WIDE) for line in t.lines("statements.paper.aloud.how")]
    strips = [*how, *_answers(printing), *_read(printing, statements_of(step, scenario))]
    for group, _ in voting(printing):
        own = back_of(step, scenario, group.id)
        if own:
            said = t("statements.paper.aloud.own", group=group.title)
            strips += [heading(said), *_read(printing, own)]
    return sheet(t("statements.paper.aloud.title", step=step.title), strips, of=step)


def _answers(printing: Printing[StatementsStep]) -> Iterator[Strip]:
    """Give the answers with their blocks, as they are read after every statement."""
    yield heading(printing.t("statements.paper.aloud.answers"))
    language, scale = printing.plan.language, printing.scenario.scale
    for n, (mark, word) in enumerate(marks(scale), 1):
        other = second(language.say(word), language, ALOUD_OTHER.name, "span") if language else None
        said = h("p", h("i", mark), blocks(n, len(scale.points)), h("span", word), other, class_="point")
        yield Strip(said, POINT + (ALOUD_OTHER.line if language else 0))


def _read(printing: Printing[StatementsStep], statements: Sequence[Statement]) -> Iterator[Strip]:
    language = printing.plan.language
    for number, statement in enumerate(statements, 1):
        words = spoken(statement.text, printing.scenario.language)
        plain = " ".join(f"{each.text}{REST.rstrip() if each.rests else ''}" for each in words)
        lines = count_lines(plain, ALOUD.points, WIDE - NUMBER, bold=True)
        high = ALOUD.above + lines * ALOUD.line + ALOUD.below
        other = language.say(statement.text) if language else ""
        said = [
            part
            for each in words
            for part in (
                h("b", each.text) if each.leans else each.text,
                h("s", "|") if each.rests else "",
                " ",
            )
        ]
        row = h("p", h("i", str(number)), h("span", *said), class_=f"{ALOUD.name} marked")
        below = second(other, language, f"{ALOUD_OTHER.name} marked-other")
        yield Strip(
            h("div", row, below) if below else row,
            high + (ALOUD_OTHER.high(other, WIDE - NUMBER) if other else 0),
        )
