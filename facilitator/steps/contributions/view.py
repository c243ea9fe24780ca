"""Contributions on the stage: first what each brings and asks for, then to what, and roles last."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.contributions.guard_view import GUARD, GuardView
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.offers_view import OffersView
from facilitator.steps.contributions.roles_view import RolesView
from facilitator.steps.contributions.task_links_view import TaskLinksView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView:
    """Give the view of what this step asks."""
    at = desk.state.at
    said = cast("ContributionsStep", step)
    if said.guard and said.ask == "roles" and at.key == key_of(use, step) and at.page == GUARD:
        return GuardView(desk, stage, use, step)
    asks: dict[str, type[StepView]] = {"offers": OffersView, "tasks": TaskLinksView, "roles": RolesView}
    return asks[said.ask](desk, stage, use, step)


VIEW: Final = KindView(view_of)
