"""Looking back on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final

from facilitator.steps.review.agreement_view import AgreementStatusView
from facilitator.steps.review.celebration_view import CelebrateView
from facilitator.steps.review.findings import carried, left_at
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.lines_view import LearnView, WorkedView
from facilitator.steps.review.list_view import EarlierAgreementsView
from facilitator.steps.review.open_lines_view import OpenLinesView
from facilitator.steps.review.page_view import ON, WORKED, ReviewPage
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[ReviewStep]) -> ReviewPage:
    """Give the view of the page that the group is at; without one, of where it begins."""
    page, came = context.page, carried(context.state)
    if context.step.ask == "learn":
        return LearnView(context.at(""))
    if context.step.ask == "open":
        return OpenLinesView(context.at(""))
    if context.step.ask == "agreements":
        if page in came:
            return AgreementStatusView(context)
        return EarlierAgreementsView(context.at(page if page == ON else ""))
    if page not in {*came, WORKED}:
        said = left_at(context.state, context.key).said
        page = next((name for name in came if name not in said), WORKED)
    return (WorkedView if page == WORKED else CelebrateView)(context.at(page))


VIEW: Final = KindView(ReviewStep, view_of)
