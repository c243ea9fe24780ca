"""Names that lead nowhere: told with the name that was probably meant, or with all there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.problems import Aim, Place, Problem, nearest
from facilitator.scenario.model import Scenario

FEW: Final = 8
"""So many names can be told at once; of more there is a list elsewhere."""
NO_PERSPECTIVE: Final = "scenario.no_perspective"


def dangling(
    code: str,
    name: str,
    there: Sequence[str],
    key: str,
    *,
    values: Mapping[str, str | int] | None = None,
    aim: Aim = "value",
    place: Place | None = None,
) -> Problem:
    """Give the problem of a name that is not there, with the nearest that is, or all when these are few."""
    near = nearest(name, list(there))
    choices = "" if near or len(there) > FEW else ", ".join(there)
    return Problem(code, {**(values or {}), "name": name}, place, key, near, aim=aim, choices=choices)


def no_perspective(name: str, scenario: Scenario, key: str, aim: Aim = "value") -> Problem:
    """Give the problem of a step that names a perspective which the scenario does not have."""
    return dangling(
        NO_PERSPECTIVE, name, [perspective.id for perspective in scenario.perspectives], key, aim=aim
    )
