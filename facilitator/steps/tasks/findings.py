"""What tasks make us ask: questions to the group, never a refusal (docs/domain.md P9, P10, P12)."""

from __future__ import annotations

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.tasks.kind import TasksStep
from facilitator.text import folded, mentions
from facilitator.words import Words


def questions(state: State, step: TasksStep, t: Words) -> list[RoomQuestion]:
    """Give what the tasks make us ask, what matters most first."""
    asked: list[RoomQuestion] = []
    if len(state.tasks()) > step.most:
        asked.append(RoomQuestion("too_many", values={"n": len(state.tasks()), "most": step.most}))
    for name, task in state.tasks().items():
        asked += [RoomQuestion(code, name) for code in about_one(task, t)]
    return asked


def about_one(task: Task, t: Words) -> list[str]:
    """Give what one task makes us ask.

    ``vague``: big words say nothing yet about who does what (docs/domain.md P10); what has to be seen says
    more, so with an answer to that which is plain nothing is asked. ``everyone``: what is for everybody
    is for nobody.
    """
    codes: list[str] = []
    if is_vague(task.wanted or task.name, t):
        codes.append("vague")
    whole = folded(task.for_whom) in map(folded, t.lines("tasks.words.whole"))
    if whole or mentions(task.for_whom, t.lines("tasks.words.everyone")):
        codes.append("everyone")
    return codes


def is_vague(text: str, t: Words) -> bool:
    """Tell whether a text has a big word in it that everyone fills in for themselves."""
    return mentions(text, t.lines("tasks.words.vague"))
