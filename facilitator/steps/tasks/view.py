"""Tasks on the stage: their names, one question at a time, and what there is then."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
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
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> TasksView:
    """Give the view of the page that the group is at; who comes in begins where something is open."""
    said, state = cast("TasksStep", step), desk.state
    page = state.at.page if state.at.key == key_of(use, step) else ""
    offered = starts(state)
    if not said.make and not state.tasks():
        return NoTasksView(desk, stage, use, step, page)
    if read_page(state, said, page):
        return TaskQuestionView(desk, stage, use, step, page)
    if said.make and page.startswith(FROM) and page.removeprefix(FROM) in offered:
        return TaskFromView(desk, stage, use, step, page)
    if page == OVERVIEW and state.tasks():
        return TasksOverviewView(desk, stage, use, step, page)
    if said.make and offered and (page == STARTS or (page == "" and not state.tasks())):
        return TaskStartsView(desk, stage, use, step, STARTS)
    if said.make:
        return TaskNamesView(desk, stage, use, step, NAMES)
    page = first_open(state, said)
    return (TasksOverviewView if page == OVERVIEW else TaskQuestionView)(desk, stage, use, step, page)


VIEW: Final = KindView(view_of)
