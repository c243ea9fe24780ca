"""A letter of one page to those who decide: the answer of the evening, why, and what is asked of them."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Report
from facilitator.kinds.report_facet import report_of
from facilitator.report.evening_answer import evening_answer
from facilitator.report.gaps import unsure
from facilitator.report.products.agreement_rows import going
from facilitator.report.products.opening import ahead, opening
from facilitator.session.disclosure import to_share
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 3
"""Sentences of where groups differ, and of what nobody knows: a board reads one page."""


def board_letter(state: State, t: Words, today: date) -> Report:
    """Give the letter; what the group left open is said as well."""
    state = to_share(state)
    answer = evening_answer(state, t) or [t("report.no_answer")]
    body: list[Part] = [
        Paragraph(t("report.product.letter.to")),
        Paragraph(say_date(today, t.language), quiet=True),
        *opening(state, t),
        Heading(state.scenario.purpose),
        Paragraph(answer[0]),
        *([Items(answer[1:])] if answer[1:] else []),
    ]
    if differ := _differences(state, t)[:MOST]:
        body += [Heading(t("report.topic.differ")), Items(differ)]
    if names := going(state):
        every = [state.agreements()[name] for name in names]
        lines = [t("report.product.letter.agreement", what=each.what, who=each.who) for each in every]
        body += [Heading(t("report.product.letter.ourselves")), Items(lines)]
    if open_ones := unsure(state, t)[:MOST]:
        body += [Heading(t("report.topic.unknown")), Items(open_ones)]
    body += [Heading(t("report.product.letter.asked")), Items(t.lines("report.product.letter.questions"))]
    title = t("report.product.title.brief", place=state.about.place, title=state.scenario.title)
    return Report(title, [], [*body, *ahead(state, t)])


def _differences(state: State, t: Words) -> list[str]:
    places = state.scenario.places()
    return [line for use, step in places for line in report_of(step.kind).differences(state, use, step, t)]
