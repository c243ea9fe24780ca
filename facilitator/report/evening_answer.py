"""The answer to the question of the evening: what the steps left that comes nearest to it."""

from __future__ import annotations

from facilitator.kinds.report_facet import Answering, report_of
from facilitator.session.state import State
from facilitator.words import Words


def evening_answer(state: State, t: Words) -> list[str]:
    """Give the answer and then its grounds, a text each; nothing where no step answers the question.

    An advice answers before a choice, a choice before what was measured (``Answering``).
    """
    answers: dict[Answering, list[str]] = {}
    for use, step in state.scenario.places():
        report = report_of(step.kind)
        lines = report.answer(state, use, step, t)
        answers.setdefault(report.answering(step), []).extend(lines)
    return next((answers[rank] for rank in sorted(answers) if answers[rank]), [])
