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


def contradiction(step: GateStep, left: GateLeaves) -> tuple[str, int] | None:
    """Give in what the advice differs from the answers, with how many answers; None when it does not.

    ``yes_but_no``: the advice is yes, and questions were answered with no. ``no_but_yes``: the advice is a
    way out to which no answer points, and questions were answered with yes alone.
    """
    replies = [left.replies[question.id] for question in step.questions if question.id in left.replies]
    if left.advice == "yes" and (count := replies.count("no")):
        return "yes_but_no", count
    if left.advice in {"no", "department", "city"} and replies and set(replies) == {"yes"}:
        return "no_but_yes", len(replies)
    pointed = {question.advice for question, answer in not_yes(step, left) if answer == "no"} - {None}
    if left.advice in {"no", "department", "city"} and pointed and left.advice not in pointed:
        return "other_way", len(pointed)
    return None


def first_open(step: GateStep, left: GateLeaves) -> str:
    """Give the first question without an answer; empty when all have one."""
    return next((question.id for question in step.questions if question.id not in left.replies), "")
