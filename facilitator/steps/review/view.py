"""Looking back on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.review.agreement_view import AgreementStatusView
from facilitator.steps.review.celebration_view import WORKED, CelebrateView
from facilitator.steps.review.findings import carried, left_at
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.lines_view import LearnView, WorkedView
from facilitator.steps.review.list_view import EarlierAgreementsView
from facilitator.steps.review.page_view import ReviewPage
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> ReviewPage:
    """Give the view of the page that the group is at; without one, of where it begins."""
    state, key = desk.state, key_of(use, step)
    ask, came = cast("ReviewStep", step).ask, carried(state)
    page = state.at.page if state.at.key == key else ""
    if ask == "learn":
        return LearnView(desk, stage, use, step, "")
    if ask == "agreements":
        return (
            AgreementStatusView(desk, stage, use, step, page)
            if page in came
            else EarlierAgreementsView(desk, stage, use, step, "")
        )
    if page not in {*came, WORKED}:
        said = left_at(state, key).said
        page = next((name for name in came if name not in said), WORKED)
    make = WorkedView if page == WORKED else CelebrateView
    return make(desk, stage, use, step, page)


VIEW: Final = KindView(view_of)
