"""Tasks on the stage: their names, one question at a time, and what there is then."""

from __future__ import annotations

from typing import Final

from facilitator.steps.tasks.commands import starts
from facilitator.steps.tasks.kind import TasksStep
from facilitator.steps.tasks.origin_view import TaskFromView, TaskStartsView
from facilitator.steps.tasks.overview_view import NoTasksView, TasksOverviewView
from facilitator.steps.tasks.page_view import (
    FROM,
    NAMES,
    OVERVIEW,
    STARTS,
    TaskNamesView,
    TasksView,
    first_open,
    read_page,
)
from facilitator.steps.tasks.question_view import TaskQuestionView
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[TasksStep]) -> TasksView:
    """Give the view of the page that the group is at; who comes in begins where something is open."""
    step, state, page = context.step, context.state, context.page
    offered = starts(state)
    if not step.make and not state.tasks():
        return NoTasksView(context)
    if read_page(state, step, page):
        return TaskQuestionView(context)
    if step.make and page.startswith(FROM) and page.removeprefix(FROM) in offered:
        return TaskFromView(context)
    if page == OVERVIEW and state.tasks():
        return TasksOverviewView(context)
    if step.make and offered and (page == STARTS or (page == "" and not state.tasks())):
        return TaskStartsView(context.at(STARTS))
    if step.make:
        return TaskNamesView(context.at(NAMES))
    page = first_open(state, step)
    return (TasksOverviewView if page == OVERVIEW else TaskQuestionView)(context.at(page))


VIEW: Final = KindView(TasksStep, view_of)
