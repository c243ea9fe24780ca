"""What can be done at the gate: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from facilitator.scenario.model import Kinds
from facilitator.session.commands import Outcome, set_result
from facilitator.session.state import State
from facilitator.steps.gate.kind import GateLeaves, GateQuestion, GateStep, Reply


def left_at(state: State, key: str) -> GateLeaves:
    """Give what the group answered and advised so far."""
    return GateLeaves.model_validate(state.result(key))


def reply(state: State, kinds: Kinds, key: str, question: str, said: Reply | None) -> Outcome:
    """Answer a question; None takes the answer away. The advice never follows from this."""
    replies: dict[str, Reply] = {**left_at(state, key).replies}
    if replies.get(question) == said:
        return []
    replies.pop(question, None)
    if said is not None:
        replies[question] = said
    return set_result(state, kinds, key, "replies", {**replies})


def not_yes(step: GateStep, left: GateLeaves) -> list[tuple[GateQuestion, Reply]]:
    """Give the questions that were not answered with yes, in the order in which they are asked."""
    said = [(question, left.replies.get(question.id)) for question in step.questions]
    return [(question, answer) for question, answer in said if answer in {"no", "unknown"}]


def first_open(step: GateStep, left: GateLeaves) -> str:
    """Give the first question without an answer; empty when all have one."""
    return next((question.id for question in step.questions if question.id not in left.replies), "")
