"""The list of decisions: every agreement that is not over, on one page."""

from __future__ import annotations

from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Report, Table
from facilitator.report.evening_answer import evening_answer
from facilitator.report.products.agreement_rows import agreement_rows, going, heads
from facilitator.report.products.product_frame import ahead, opening
from facilitator.session.disclosure import to_share
from facilitator.session.registers import ENDED
from facilitator.session.state import State
from facilitator.words import Words

WIDTHS: Final = (6, 40, 20, 16, 18)


def decision_list(state: State, t: Words) -> Report:
    """Give the answer of the evening in a sentence, and what was decided with who and when."""
    state = to_share(state)
    rows = agreement_rows(going(state), state, t)
    parts: list[Part] = []
    if answers := evening_answer(state, t):
        parts += [Heading(state.scenario.purpose), *(Paragraph(answer) for answer, *_ in answers)]
    parts.append(Heading(t("report.product.decided")))
    parts.append(Table(heads(t), rows, widths=WIDTHS) if rows else Paragraph(t("report.product.nothing")))
    every = state.agreements().values()
    ideas = [each.what for each in every if each.firmness == "idea" and each.status not in ENDED]
    parts += [Heading(t("report.product.ideas")), Items(ideas)] if ideas else []
    title = t("report.product.title.besluitenlijst", place=state.about.place)
    last: list[Part] = [Heading(t("report.topic.ahead")), *map(Paragraph, ahead(state, t))]
    return Report(title, [*map(Paragraph, opening(state, t))], [*parts, *last])
