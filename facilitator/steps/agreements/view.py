"""Agreements on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final

from facilitator.steps.agreements.agreement_form_view import AgreementFormView
from facilitator.steps.agreements.consent_view import AmendmentView, ClarityView, ConsentView, ObjectorView
from facilitator.steps.agreements.ending_view import FirstStepView, NoAgreementView
from facilitator.steps.agreements.follow_up_view import FollowUpView, looked_at
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.list_view import AgreementListView, AgreementView
from facilitator.steps.agreements.task_view import AgreementTaskView
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[AgreementsStep]) -> StepView[AgreementsStep]:
    """Give the view of the page that the group is at: ``<page>/<id of the agreement>``; else the list."""
    if context.step.ask != "make":
        names = looked_at(context.state)
        return FollowUpView(context.at(context.page if context.page in names else next(iter(names), "")))
    return _PAGES.get(context.page.partition("/")[0], AgreementListView)(context)


_PAGES: Final[dict[str, type[StepView[AgreementsStep]]]] = {
    "form": AgreementFormView,
    "one": AgreementView,
    "clear": ClarityView,
    "consent": ConsentView,
    "whose": ObjectorView,
    "needed": AmendmentView,
    "first": FirstStepView,
    "none": NoAgreementView,
    "task": AgreementTaskView,
}

VIEW: Final = KindView(AgreementsStep, view_of)
