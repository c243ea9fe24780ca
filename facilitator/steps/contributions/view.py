"""Contributions on the stage: first what each brings and asks for, then to what, and roles last."""

from __future__ import annotations

from typing import Final

from facilitator.steps.contributions.guard_view import GUARD, GuardView
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.offers_view import OffersView
from facilitator.steps.contributions.roles_view import RolesView
from facilitator.steps.contributions.task_links_view import TaskLinksView
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[ContributionsStep]) -> StepView[ContributionsStep]:
    """Give the view of what this step asks."""
    if context.step.guard and context.step.ask == "roles" and context.page == GUARD:
        return GuardView(context)
    return _ASKS[context.step.ask](context)


_ASKS: Final[dict[str, type[StepView[ContributionsStep]]]] = {
    "offers": OffersView,
    "tasks": TaskLinksView,
    "roles": RolesView,
}

VIEW: Final = KindView(ContributionsStep, view_of)
