"""Agreements on the stage: which page shows where the group is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.steps.agreements.agreement_form_view import AgreementFormView
from facilitator.steps.agreements.consent_view import AmendmentView, ClarityView, ConsentView, ObjectorView
from facilitator.steps.agreements.ending_view import FirstStepView, NoAgreementView
from facilitator.steps.agreements.follow_up_view import FollowUpView, looked_at
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.list_view import (
    ASKED,
    OLDER,
    AgreementListView,
    AgreementView,
    OlderAgreementsView,
)
from facilitator.steps.agreements.page_view import FOR
from facilitator.steps.agreements.task_turns import tasks_in_turn, without_agreement
from facilitator.steps.agreements.task_turns_view import BARE, BareTasksView, TaskTurnView
from facilitator.steps.agreements.task_view import AgreementTaskView
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[AgreementsStep]) -> StepView[AgreementsStep]:
    """Give the view of the page that the group is at: ``<page>/<id of the agreement>``; else the list."""
    if context.step.ask != "make":
        names = looked_at(context.state)
        return FollowUpView(context.at(context.page if context.page in names else next(iter(names), "")))
    turn = tasks_in_turn(context.state, context.step)
    page = context.page.partition("/")[0]
    if turn and page not in _PAGES and context.page != ASKED:
        return _in_turn(context, turn)
    return _PAGES.get(context.page.partition("/")[0], AgreementListView)(context)


def _in_turn(context: StepContext[AgreementsStep], turn: Sequence[str]) -> StepView[AgreementsStep]:
    """Give the page of a task; who comes in begins at the first without an agreement."""
    if context.page == BARE:
        return BareTasksView(context)
    if context.page.removeprefix(FOR) in turn:
        return TaskTurnView(context)
    first = next(iter(without_agreement(context.state, turn)), turn[0])
    return TaskTurnView(context.at(f"{FOR}{first}"))


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
    OLDER: OlderAgreementsView,
}

VIEW: Final = KindView(AgreementsStep, view_of)
