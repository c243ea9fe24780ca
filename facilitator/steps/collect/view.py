"""What the group brings up on the stage: each look at it has a view of its own."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.steps.collect.acquaintance_view import AcquaintanceView
from facilitator.steps.collect.cluster_view import ClusterView
from facilitator.steps.collect.energy_view import EnergyView
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.links_view import LinksView
from facilitator.steps.collect.prompt_view import PromptView
from facilitator.steps.collect.shared_view import SharedView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView:
    """Give the view of what this step asks; of gathering, the page that the group is at."""
    asks = cast("CollectStep", step)
    if asks.ask == "gather":
        at = desk.state.at
        return PromptView(desk, stage, use, step, at.page if at.key == f"{use.id}/{step.id}" else "")
    if asks.ask == "links":
        return (AcquaintanceView if asks.among == "actors" else LinksView)(desk, stage, use, step)
    looks: dict[str, type[StepView]] = {"cluster": ClusterView, "shared": SharedView, "energy": EnergyView}
    return looks[asks.ask](desk, stage, use, step)


VIEW: Final = KindView(view_of)
