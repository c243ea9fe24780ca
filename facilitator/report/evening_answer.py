"""The answer to the question of the evening: what the steps left that comes nearest to it."""

from __future__ import annotations

from facilitator.kinds.report_facet import Answering, report_of
from facilitator.session.state import State
from facilitator.words import Words


def evening_answer(state: State, t: Words) -> list[list[str]]:
    """Give of each step that answers its answer and then the grounds; nothing where none does.

    An advice answers before a choice, a choice before what was measured (``Answering``); of as many steps
    as answer alike, each does.
    """
    answers: dict[Answering, list[list[str]]] = {}
    for use, step in state.scenario.places():
        report = report_of(step.kind)
        if lines := report.answer(state, use, step, t):
            answers.setdefault(report.answering(step), []).append(lines)
    return answers[min(answers)] if answers else []
