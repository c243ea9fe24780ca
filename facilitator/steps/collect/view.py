"""What the group brings up on the stage: each look at it has a view of its own."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.view_cluster import ClusterView
from facilitator.steps.collect.view_energy import EnergyView
from facilitator.steps.collect.view_gather import PromptView
from facilitator.steps.collect.view_links import LinksView
from facilitator.steps.collect.view_shared import SharedView
from facilitator.steps.collect.view_who import WhoView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage, StepView


def view_of(desk: Desk, stage: Stage, use: Use, step: Step) -> StepView:
    """Give the view of what this step asks; of gathering, the page that the group is at."""
    asks = cast("CollectStep", step)
    if asks.ask == "gather":
        at = desk.state.at
        return PromptView(desk, stage, use, step, at.page if at.key == f"{use.id}/{step.id}" else "")
    if asks.ask == "links":
        return (WhoView if asks.among == "actors" else LinksView)(desk, stage, use, step)
    looks: dict[str, type[StepView]] = {"cluster": ClusterView, "shared": SharedView, "energy": EnergyView}
    return looks[asks.ask](desk, stage, use, step)


VIEW: Final = view_of
