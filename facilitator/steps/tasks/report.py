"""Tasks in a report: what has to change, for whom and why now, under their headings."""

from __future__ import annotations

from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.carried_entries import is_worked_on
from facilitator.session.concentration import say_spots
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.tasks.commands import answer_to, by_heading
from facilitator.steps.tasks.kind import TOLD, TasksStep
from facilitator.steps.tasks.message_parts import MESSAGE, tasks_of_tonight
from facilitator.words import Words


def _registers(state: State, t: Words) -> list[Part]:
    """Give where all comes together, then the tasks with what was said of each.

    Where none has a heading, each is one itself. Where this meeting did not come to tasks, they stand in the
    report of the one that did.
    """
    if not is_worked_on(state, "tasks", "tasks", "contributions"):
        return []
    groups = by_heading(state)
    plain = set(groups) <= {""}
    together = say_spots(state, t) if groups else ""
    found: list[Part] = [Paragraph(together)] if together else []
    for heading, names in groups.items():
        found += [] if plain else [Heading(heading or t("tasks.no_heading"))]
        for task in (state.tasks()[name] for name in names):
            found += [Heading(task.name) if plain else Paragraph(task.name), *_said(task, t)]
    return found


def _said(task: Task, t: Words) -> list[Part]:
    lines = [
        t("tasks.report.line", label=t(f"tasks.report.label.{each}"), text=answer_to(task, each))
        for each in TOLD
        if answer_to(task, each)
    ]
    return [Items(lines)] if lines else []


def _answer(state: State, use: Use, step: TasksStep, t: Words) -> list[str]:
    """Give, once, the tasks that were made tonight, where no choice among them says what was chosen."""
    first = next(key_of(u, s) for u, s in state.scenario.places() if isinstance(s, TasksStep))
    now = tasks_of_tonight(state)
    if not now or key_of(use, step) != first:
        return []
    return [t("tasks.message.tasks"), *(state.tasks()[name].name for name in now)]


REPORT: Final = KindReport[TasksStep](
    chapter=Chapter.TASKS,
    message=MESSAGE,
    answering=lambda _step: Answering.CHOOSES,
    answer=_answer,
    registers=_registers,
)
