"""What can only be seen in the composed scenario: times, what kinds miss in it, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Final

from facilitator.problems import Problem
from facilitator.scenario.library import built_in
from facilitator.scenario.limits import STEP_TITLE
from facilitator.scenario.model import Kinds, Scenario, Step
from facilitator.scenario.origins import Origin, Origins, UseOrigin
from facilitator.scenario.references import NO_PERSPECTIVE
from facilitator.scenario.screen_fit import (
    WIDTH,
    ScreenPage,
    Written,
    find_tall,
    find_tall_in_room,
    find_wide,
)
from facilitator.scenario.tight_steps import expected_of, tight_steps

SPARE: Final = 10
"""Minutes that a programme may leave open before that is a mistake in adding up."""
LABEL: Final = 14
"""Cells for the word that stands before an outcome."""


def check_whole(scenario: Scenario, kinds: Kinds, origins: Origins) -> list[Problem]:
    """Find everything that can only be seen in the composed scenario."""
    problems = [*check_minutes(scenario, origins), *check_steps(scenario, kinds, origins)]
    if all(problem.severity != "error" for problem in problems):
        problems += _check_takes(scenario, kinds, origins)
    return problems


def _check_takes(scenario: Scenario, kinds: Kinds, origins: Origins) -> Iterator[Problem]:
    """Find steps that so many people cannot do in the minutes they have; the scenario says these."""
    of_uses = {use.id: of_use.use for use, of_use in zip(scenario.uses, origins.uses, strict=True)}
    for tight in tight_steps(scenario.places(), scenario, kinds, expected_of(scenario)):
        problem = replace(tight.problem, key=f"minutes.{tight.step.id}")
        yield of_uses[tight.use.id].put(problem)


def check_minutes(scenario: Scenario, origins: Origins) -> list[Problem]:
    """Find a programme that takes longer than it says, or much shorter."""
    total = sum(step.minutes for _, step in scenario.places())
    values: dict[str, str | int] = {"total": total, "minutes": scenario.minutes}
    if total > scenario.minutes:
        return [origins.scenario.put(Problem("scenario.too_much", values, key="minutes"))]
    if total < scenario.minutes - SPARE:
        return [
            origins.scenario.put(Problem("scenario.too_little", values, key="minutes", severity="warning"))
        ]
    return []


def check_steps(scenario: Scenario, kinds: Kinds, origins: Origins) -> list[Problem]:
    """Find what the kind of each step misses in the scenario, and what does not fit its screen."""
    problems: list[Problem] = []
    for use, of_use in zip(scenario.uses, origins.uses, strict=True):
        problems += [of_use.put_title(problem) for problem in find_wide("title", use.title, STEP_TITLE)]
        for step, origin in zip(use.steps, of_use.steps, strict=True):
            kind = kinds[step.kind]
            problems += [_put(problem, step, origin, of_use) for problem in kind.check(step, scenario)]
            problems += map(origin.put, find_wide("title", step.title, STEP_TITLE))
            problems += _tall([*_alone(step), *kind.fits(step, scenario)], origin, origins)
    return problems


def _put(problem: Problem, step: Step, origin: Origin, of_use: UseOrigin) -> Problem:
    """Point at a step; or at the scenario that leaves out what it misses, or that its author can mend."""
    name = str(problem.values.get("name", ""))
    if name in of_use.left_out and problem.severity == "error":
        return of_use.left_out[name].put(Problem("scenario.needed", {"name": name, "step": step.id}))
    if problem.code == NO_PERSPECTIVE and _is_built_in(origin) and not _is_built_in(of_use.use):
        values = {"name": name, "block": Path(of_use.block.path).stem}
        return of_use.use.put(Problem("scenario.perspective_needed", values, key="block"))
    return origin.put(problem)


def _is_built_in(origin: Origin) -> bool:
    """Tell whether a file comes with the app, where an author can mend nothing."""
    return Path(origin.path).is_relative_to(built_in())


def _alone(step: Step) -> list[ScreenPage]:
    """Give the page that a team without a facilitator reads first: title, text, outcome; two blanks."""
    outcome = Written("outcome", step.outcome, WIDTH - LABEL)
    written = [Written("title", step.title), Written("alone", step.alone), outcome]
    return [ScreenPage(written, besides=2)] if step.alone else []


def _tall(pages: list[ScreenPage], origin: Origin, origins: Origins) -> Iterator[Problem]:
    """Give a problem for each text that does not fit, once, however many pages it stands on."""
    told: set[tuple[str, str]] = set()
    for look, page in product((find_tall, find_tall_in_room), pages):
        found = look(page)
        if found and (found[0].set, found[0].key) not in told:
            written, problem = found
            told.add((written.set, written.key))
            yield (origins.sets.get(written.set, origin) if written.set else origin).put(problem)
