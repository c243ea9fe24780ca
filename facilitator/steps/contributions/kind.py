"""What mapping contributions says. Contributions and roles are kept in registers of the session."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from facilitator.records import Kept
from facilitator.scenario.model import Kind, Scenario, Step
from facilitator.scenario.screen_fit import ScreenPage, Written


class ContributionsStep(Step):
    """Who brings or asks what; to which task; and only then who leads, decides and takes part."""

    dutch: ClassVar = {
        "contributions": "bijdragen|bijdrage|rollen",
        "offers": "bieden|aanbod|bijdragen",
        "roles": "rollen|rol",
    }
    kind: Literal["contributions"]
    ask: Literal["offers", "tasks", "roles"]
    guard: bool = False
    """With ``roles``: also ask who guards the common interest of the neighbourhood as a whole."""


class ContributionsLeaves(Kept):
    """Nothing: contributions and roles outlive the step."""


_BESIDES: Final = {"offers": 6, "tasks": 6, "roles": 8}
"""Rows beside the text: five who can speak; a field and three tasks; a task, three roles and a question."""


def _fits(step: ContributionsStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text stands over the list, a blank row between them."""
    return [ScreenPage([Written("text", step.text)], besides=_BESIDES[step.ask])]


KIND: Final = Kind(
    "contributions", ContributionsStep, ContributionsLeaves, fits=_fits, needs=lambda _step: "actors"
)
