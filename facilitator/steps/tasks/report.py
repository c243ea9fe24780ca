"""Tasks in a report: what has to change, for whom and why now, under their headings."""

from __future__ import annotations

from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.session.concentration import say_spots
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.tasks.commands import answer_to, by_heading
from facilitator.steps.tasks.kind import TOLD, TasksStep
from facilitator.steps.tasks.message_parts import MESSAGE
from facilitator.words import Words


def _registers(state: State, t: Words) -> list[Part]:
    """Give where all comes together, then the tasks with what was said of each.

    Where none has a heading, each is one itself.
    """
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


REPORT: Final = KindReport[TasksStep](chapter=Chapter.TASKS, message=MESSAGE, registers=_registers)
