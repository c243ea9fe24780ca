"""A scenario to walk through, made from whichever of the three sorts of files an author has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.problems import Problem, Refused
from facilitator.scenario.block_library import use_of
from facilitator.scenario.composer import sets_named
from facilitator.scenario.composition import compose, standard_scale
from facilitator.scenario.cross_checks import check_steps
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds, Perspective, Scenario, StatementSet, Step, Use, key_of
from facilitator.scenario.origins import Origins
from facilitator.scenario.parts import read_set
from facilitator.scenario.placement import Placement
from facilitator.scenario.reader import Reader
from facilitator.scenario.toml_files import read_toml
from facilitator.words import Words

TIGHT: Final = frozenset({"scenario.too_tall", "scenario.too_tall_room", "scenario.too_wide"})
"""What a walk may begin with: the author wants to see it."""
PEOPLE: Final = ("beleid", "bewoners", "professionals")
"""Who is there in a block by itself."""


@dataclass(frozen=True)
class Tight:
    """A text that does not fit the smallest screen."""

    key: str
    """The step at which it is seen first: ``use/step``."""
    title: str
    """Of what it is in: a step, a block or a statement set."""
    problem: Problem


@dataclass(frozen=True)
class Trial:
    """What is walked through."""

    scenario: Scenario
    tight: Sequence[Tight]


def try_out(path: Path, own: Path | None, kinds: Kinds, t: Words) -> Trial:
    """Make a trial of a scenario, a block or a statement set.

    Raises Refused with every error in it that keeps a group from walking through it.
    """
    raw = read_toml(path)
    make = _scenario if "use" in raw or "languages" in raw else _set if "statement" in raw else _block
    placing = Placement(path)
    try:
        scenario = make(path, own, kinds, t)
    except Refused as refused:
        placed = [placing.place(problem, t.language) for problem in refused.problems]
        raise Refused(*placing.in_order(placed)) from refused
    return Trial(scenario, tight_texts(scenario, kinds, str(path)))


def _scenario(path: Path, own: Path | None, kinds: Kinds, t: Words) -> Scenario:
    composed = compose(path, Library.of(path, own), Reader(kinds), t.language)
    errors = [
        problem for problem in composed.problems if problem.severity == "error" and problem.code not in TIGHT
    ]
    if errors or composed.scenario is None:
        raise Refused(*errors)
    return composed.scenario


def _set(path: Path, _own: Path | None, kinds: Kinds, t: Words) -> Scenario:
    found = read_set(path, t.language)
    steps = [_vote_on(found, kinds)]
    use = Use(id="use", block="block", title=found.title, why=found.title, steps=steps)
    return _alone(use, [found], t)


def _block(path: Path, own: Path | None, kinds: Kinds, t: Words) -> Scenario:
    use, sets = use_of(path, "block", Library.of(path.parent, own), kinds, t.language)
    scenario = _alone(use, sets, t)
    errors = [
        problem
        for problem in check_steps(scenario, kinds, Origins.unknown(scenario, str(path)))
        if problem.severity == "error" and problem.code not in TIGHT
    ]
    if errors:
        raise Refused(*errors)
    return scenario


def _alone(use: Use, sets: list[StatementSet], t: Words) -> Scenario:
    return Scenario(
        id="preview",
        language=t.language,
        title=use.title,
        purpose=use.title,
        minutes=min(use.minutes, 240),
        perspectives=[Perspective(id=name, title=t(f"authoring.people.{name}")) for name in PEOPLE],
        scale=standard_scale(t.language),
        uses=[use],
        statement_sets=sets,
    )


def _vote_on(found: StatementSet, kinds: Kinds) -> Step:
    """Give a step in which a group votes on a set."""
    return kinds["statements"].step.model_validate(
        {"id": "step", "kind": "statements", "title": found.title, "minutes": 10, "sets": [found.id]}
    )


def tight_texts(scenario: Scenario, kinds: Kinds, path: str = "") -> list[Tight]:
    """Give what does not fit, in the order of the walk."""
    seen: dict[str, tuple[str, str]] = {}
    for use, step in scenario.places():
        key = key_of(use, step)
        seen.setdefault(use.id, (key, use.title))
        seen[key] = (key, step.title)
        for name, _ in sets_named(step):
            if found := scenario.find_set(name):
                seen.setdefault(f":{name}", (key, found.title))
    return [
        Tight(*seen[problem.key.partition(".")[0]], problem)
        for problem in check_steps(scenario, kinds, Origins.unknown(scenario, path))
        if problem.code in TIGHT
    ]
