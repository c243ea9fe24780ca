"""Agreements on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.agreements.consent_view import AmendmentView, ClarityView, ConsentView, ObjectorView
from facilitator.steps.agreements.ending_view import FirstStepView, NoAgreementView
from facilitator.steps.agreements.follow_up_view import FollowUpView
from facilitator.steps.agreements.form_view import FormView
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.list_view import AgreementListView, AgreementView
from facilitator.steps.agreements.task_view import AgreementTaskView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView:
    """Give the view of the page that the group is at: ``<page>/<id of the agreement>``; else the list."""
    if cast("AgreementsStep", step).ask != "make":
        return FollowUpView(desk, stage, use, step)
    at = desk.state.at
    page = at.page.partition("/")[0] if at.key == key_of(use, step) else ""
    return _PAGES.get(page, AgreementListView)(desk, stage, use, step)


_PAGES: Final[dict[str, type[StepView]]] = {
    "form": FormView,
    "one": AgreementView,
    "clear": ClarityView,
    "consent": ConsentView,
    "whose": ObjectorView,
    "needed": AmendmentView,
    "first": FirstStepView,
    "none": NoAgreementView,
    "task": AgreementTaskView,
}

VIEW: Final = KindView(view_of)
