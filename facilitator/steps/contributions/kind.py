"""What mapping contributions says. Contributions and roles are kept in registers of the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, Literal

from facilitator.problems import Problem
from facilitator.records import Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import Kind, Scenario, Step, Supply
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
    tasks_in_sight: bool = False
    """With ``offers``: the tasks stand on the wall, for people to choose one of them."""
    make: bool = True
    """With ``tasks``: whether tasks are made here; otherwise contributions go to those there are."""
    guard: bool = False
    """With ``roles``: also ask who guards the common interest of the neighbourhood as a whole."""


class ContributionsLeaves(Kept):
    """Nothing: contributions and roles outlive the step."""


def _check(step: ContributionsStep, _scenario: Scenario) -> list[Problem]:
    """Find what is meant for another look."""
    meant = (("tasks_in_sight", "offers", False), ("make", "tasks", True), ("guard", "roles", False))
    return [
        Problem("contributions.only_with", {"name": name, "ask": ask}, key=name)
        for name, ask, usual in meant
        if getattr(step, name) is not usual and step.ask != ask
    ]


TASKS: Final = 2
"""Rows of tasks that stand on the wall."""
_BESIDES: Final = {"offers": 6, "tasks": 6, "roles": 8}
"""Rows beside the text: five who can speak; a field and three tasks; a task, three roles and a question."""


def _fits(step: ContributionsStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text stands over the list, a blank row between them."""
    tasks = TASKS if step.tasks_in_sight else 0
    return [ScreenPage([Written("text", step.text)], besides=_BESIDES[step.ask] + tasks)]


def _takes(step: ContributionsStep, _scenario: Scenario, expected: Expected) -> Duration:
    """Each says what they bring or seek; where they stand by a task, each task a few. Then a quarter of a
    minute to give each a task, and a minute and a half for who leads, decides and takes part in one."""
    tasks = expected.count("tasks", 3)
    if step.ask == "offers" and not step.tasks_in_sight:
        people = expected.people
        return Duration.of_seconds(60 + 30 * people, 60 + 45 * people, "people", people, "tables")
    if step.ask == "offers":
        return Duration.of_seconds(60 + 60 * tasks, 60 + 120 * tasks, "tasks", tasks, "fewer")
    if step.ask == "tasks":
        offers = expected.count("offers", 6)
        return Duration.of_seconds(30 + 15 * offers, 90 + 30 * offers, "lines", offers, "fewer")
    guard = 60 if step.guard else 0
    return Duration.of_seconds(guard + 90 * tasks, guard + 150 * tasks, "tasks", tasks, "fewer")


def _adds(step: ContributionsStep, expected: Expected) -> dict[str, int]:
    """Count what is brought and sought: a line from each, or two at each task."""
    if step.ask != "offers":
        return {}
    said = 2 * expected.count("tasks", 3) if step.tasks_in_sight else expected.people
    return {"offers": expected.count("offers") + said}


def _gives(step: ContributionsStep) -> Sequence[Supply]:
    return ["contributions"] if step.ask == "offers" else []


def _shows(step: ContributionsStep) -> Sequence[Supply]:
    shown: list[Supply] = ["actors", "contributions"]
    return shown if step.ask == "offers" and not step.tasks_in_sight else [*shown, "tasks"]


KIND: Final = Kind(
    "contributions",
    ContributionsStep,
    ContributionsLeaves,
    check=_check,
    fits=_fits,
    gives=_gives,
    needs=lambda _step: "actors",
    shows=_shows,
    takes=_takes,
    adds=_adds,
)
