"""Agreements on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.agreements.belonging import TaskView
from facilitator.steps.agreements.ending import FirstStepView, NoneView
from facilitator.steps.agreements.form import FormView
from facilitator.steps.agreements.hearing import ClearView, ConsentView, NeededView, WhoseView
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.listing import ListView, OneView
from facilitator.steps.agreements.looking import LookView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage, StepView


def view_of(desk: Desk, stage: Stage, use: Use, step: Step) -> StepView:
    """Give the view of the page that the group is at: ``<page>/<id of the agreement>``; else the list."""
    if cast("AgreementsStep", step).ask != "make":
        return LookView(desk, stage, use, step)
    at = desk.state.at
    page = at.page.partition("/")[0] if at.key == key_of(use, step) else ""
    return _PAGES.get(page, ListView)(desk, stage, use, step)


_PAGES: Final[dict[str, type[StepView]]] = {
    "form": FormView,
    "one": OneView,
    "clear": ClearView,
    "consent": ConsentView,
    "whose": WhoseView,
    "needed": NeededView,
    "first": FirstStepView,
    "none": NoneView,
    "task": TaskView,
}

VIEW: Final = view_of
