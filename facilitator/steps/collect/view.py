"""What the group brings up on the stage: each look at it has a view of its own."""

from __future__ import annotations

from typing import Final

from facilitator.steps.collect.acquaintance_view import AcquaintanceView
from facilitator.steps.collect.cluster_view import ClusterView
from facilitator.steps.collect.energy_view import EnergyView
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.links_view import LinksView
from facilitator.steps.collect.prompt_view import PromptView, prompt_page
from facilitator.steps.collect.shared_view import SharedView
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[CollectStep]) -> StepView[CollectStep]:
    """Give the view of what this step asks; of gathering, the page that the group is at."""
    if context.step.ask == "gather":
        return PromptView(context.at(prompt_page(context.step, context.page)))
    if context.step.ask == "links" and context.step.among == "actors":
        return AcquaintanceView(context)
    return _LOOKS[context.step.ask](context)


_LOOKS: Final[dict[str, type[StepView[CollectStep]]]] = {
    "links": LinksView,
    "cluster": ClusterView,
    "shared": SharedView,
    "energy": EnergyView,
}

VIEW: Final = KindView(CollectStep, view_of)
