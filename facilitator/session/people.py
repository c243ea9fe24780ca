"""How many there were of each perspective: numbers, never names. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.scenario.model import Scenario


def per_perspective(scenario: Scenario, people: Mapping[str, int]) -> list[str]:
    """Give "beleid (6)", "bewoners (5)", in the order of the scenario, without who were not there."""
    return [
        f"{perspective.title} ({people[perspective.id]})"
        for perspective in scenario.perspectives
        if people.get(perspective.id)
    ]
