"""What can be done to the answers of a step: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds, Use
from facilitator.session.commands import Outcome, set_result
from facilitator.session.state import State
from facilitator.steps.questions.kind import Answer, Question, QuestionsLeaves, QuestionsStep


def asked(state: State, use: Use, step: QuestionsStep) -> list[Question]:
    """Give the questions that are asked: all, or after a choice those about what was chosen.

    A question about nothing in particular is always asked. Nothing chosen yet: all are.
    """
    chosen = state.result(f"{use.id}/{step.of}").get("chosen") if step.of else None
    if not isinstance(chosen, list) or not chosen:
        return step.questions
    return [
        question for question in step.questions if question.about is None or question.about in chosen
    ] or step.questions


def answers(state: State, key: str) -> list[Answer]:
    """Give what was answered in a step, in the order in which it was written down."""
    return QuestionsLeaves.model_validate(state.result(key)).answers


def answers_to(state: State, key: str, question: str) -> list[Answer]:
    """Give what was answered to one question."""
    return [answer for answer in answers(state, key) if answer.question == question]


def nobody_differs(state: State, key: str) -> bool:
    """Tell whether there are answers, and none of them is of someone who sees it differently."""
    given = answers(state, key)
    return bool(given) and not any(answer.differs for answer in given)


def add(state: State, kinds: Kinds, key: str, answer: Answer) -> Outcome:
    """Write a line down, under what was said before."""
    return _keep(state, kinds, key, [*answers(state, key), answer])


def reword(state: State, kinds: Kinds, key: str, name: str, text: str) -> Outcome:
    """Write a line down in other words."""
    return _change(state, kinds, key, name, {"text": text})


def differ(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Say that a line is of someone who sees it differently, or that it is not."""
    found = _find(state, key, name)
    return _change(state, kinds, key, name, {"differs": not (found and found.differs)})


def remove(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Take a line out."""
    if _find(state, key, name) is None:
        return Problem("session.gone")
    return _keep(state, kinds, key, [answer for answer in answers(state, key) if answer.id != name])


def _find(state: State, key: str, name: str) -> Answer | None:
    return next((answer for answer in answers(state, key) if answer.id == name), None)


def _change(state: State, kinds: Kinds, key: str, name: str, change: dict[str, object]) -> Outcome:
    found = _find(state, key, name)
    if found is None:
        return Problem("session.gone")
    changed = found.model_copy(update=change)
    if changed == found:
        return []
    return _keep(
        state, kinds, key, [changed if answer.id == name else answer for answer in answers(state, key)]
    )


def _keep(state: State, kinds: Kinds, key: str, kept: list[Answer]) -> Outcome:
    return set_result(state, kinds, key, "answers", [answer.model_dump() for answer in kept])
