"""What mapping contributions says. Contributions and roles are kept in registers of the session."""

from __future__ import annotations

from typing import Final, Literal

from facilitator.records import Record
from facilitator.scenario.model import Kind, Step


class ContributionsStep(Step):
    """Who brings or asks what; to which task; and only then who leads, decides and takes part."""

    kind: Literal["contributions"]
    ask: Literal["offers", "tasks", "roles"]
    guard: bool = False
    """With ``roles``: also ask who guards the common interest of the neighbourhood as a whole."""


class ContributionsLeaves(Record):
    """Nothing: contributions and roles outlive the step."""


KIND: Final = Kind("contributions", ContributionsStep, ContributionsLeaves)
