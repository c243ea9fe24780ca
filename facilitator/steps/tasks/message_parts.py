"""Tasks in the message: what has to change, where no choice among tasks says it already."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.session.choices import chosen_now
from facilitator.session.state import State
from facilitator.steps.tasks.kind import TasksStep
from facilitator.words import Words


def _registers(state: State, t: Words, _today: date) -> list[MessagePart]:
    """Give the tasks that were made tonight, together: half of a plan would be another plan."""
    now = tasks_of_tonight(state)
    if not now:
        return []
    lines = [t("tasks.message.line", task=state.tasks()[name].name) for name in now]
    return [MessagePart(Topic.CHOSEN, "\n".join([t("tasks.message.tasks"), *lines]))]


def tasks_of_tonight(state: State) -> list[str]:
    """Give the tasks that were made in this meeting; none where a choice among tasks says it already."""
    tasks = state.tasks()
    if any(name in tasks for name in chosen_now(state)):
        return []
    return [name for name in tasks if state.came_from(name) is None]


MESSAGE: Final = KindMessage[TasksStep](registers=_registers)
