"""Bending a programme: blocks in another order, longer, shorter, left out or added. Pure.

Beforehand a facilitator settles how it goes (``Programme``), and what she settles is what is planned. While
the group works a block can still be added: ``facilitator.session.commands.insert_block``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds, Scenario, StatementSet, Use
from facilitator.scenario.tight_steps import TightStep, expected_of, tight_steps
from facilitator.session.clock import plus

LONGEST: Final = 240
"""Minutes of a block."""
MOST_BLOCKS: Final = 50
"""In a programme."""
RESERVED: Final = "session"
"""Under this name a session keeps what it holds outside its blocks."""


def share_minutes(minutes: Sequence[int], total: int) -> list[int]:
    """Divide minutes over steps in the proportion of ``minutes``, every step at least one.

    Each minute beyond the first goes to the step that is furthest behind its share (Webster's method), so
    that a minute more takes nothing from any step, and the sum of ``minutes`` gives ``minutes`` back. Raises
    ValueError when there are fewer minutes than steps.
    """
    if total < len(minutes):
        raise ValueError(f"{total} minutes for {len(minutes)} steps")
    shared = [1] * len(minutes)
    for _ in range(total - len(minutes)):
        behind = max(range(len(minutes)), key=lambda n: minutes[n] / (2 * shared[n] + 1))
        shared[behind] += 1
    return shared


def with_minutes(use: Use, minutes: Sequence[int]) -> Use:
    """Give a block of which the steps take these minutes."""
    pairs = zip(use.steps, minutes, strict=True)
    return use.model_copy(
        update={"steps": [step.model_copy(update={"minutes": count}) for step, count in pairs]}
    )


def with_block(scenario: Scenario, use: Use, sets: Sequence[StatementSet], after: str) -> Scenario:
    """Give the scenario with a block more, after another one, or at the end when that is not there.

    A statement set that is there already stays as it is: what was voted on does not change.
    """
    at = next((n for n, each in enumerate(scenario.uses, 1) if each.id == after), len(scenario.uses))
    return scenario.model_copy(
        update={
            "uses": [*scenario.uses[:at], use, *scenario.uses[at:]],
            "statement_sets": [*scenario.statement_sets, *new_sets(scenario, sets)],
        }
    )


def new_sets(scenario: Scenario, sets: Sequence[StatementSet]) -> list[StatementSet]:
    """Give the statement sets that the scenario does not have yet."""
    return [statement_set for statement_set in sets if scenario.find_set(statement_set.id) is None]


def with_free_id(scenario: Scenario, use: Use) -> Use:
    """Give the block under a name that no block of the scenario has: its own, or with a number behind it."""
    taken = {used.id for used in scenario.uses} | {RESERVED}
    name, number = use.id, 2
    while name in taken:
        name, number = f"{use.id[:60]}-{number}", number + 1
    return use.model_copy(update={"id": name})


def misfit(scenario: Scenario, use: Use, kinds: Kinds) -> Problem | None:
    """Say why a block that stands in the scenario cannot be done in it; None when it can."""
    found = [
        problem
        for step in use.steps
        for problem in kinds[step.kind].check(step, scenario)
        if problem.severity == "error"
    ]
    if not found:
        return None
    asked = next((problem for problem in found if problem.code.endswith(".no_perspective")), None)
    if asked is not None:
        return Problem("session.block_perspective", {"name": asked.values.get("name", "")})
    return Problem("session.block_misfit")


@dataclass(frozen=True)
class Programme:
    """A scenario as a facilitator settles it beforehand."""

    scenario: Scenario
    """As settled so far; the blocks that are left out stand in it too."""
    lengths: Mapping[str, Sequence[int]]
    """Per block the minutes of its steps before anyone changed them."""
    left_out: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    """Blocks that came from the library."""

    @classmethod
    def of(cls, scenario: Scenario) -> Programme:
        return cls(scenario, {use.id: _minutes(use) for use in scenario.uses})

    @property
    def total(self) -> int:
        """Minutes of what is done."""
        return sum(use.minutes for use in self.scenario.uses if use.id not in self.left_out)

    @property
    def over(self) -> int:
        """Minutes of the scenario's length that are left; below zero it is too long."""
        return self.scenario.minutes - self.total

    def stops(self, starts: time) -> time | None:
        """Give when the group stops; None when no length was changed, and the scenario's own counts."""
        changed = self.added - self.left_out or any(
            list(self.lengths[use.id]) != _minutes(use)
            for use in self.scenario.uses
            if use.id not in self.left_out
        )
        if not changed:
            return None
        return plus(starts, self.total)

    def find(self, name: str) -> Use | None:
        return next((use for use in self.scenario.uses if use.id == name), None)

    def leave_out(self, name: str) -> Programme:
        """Leave a block out, or do it after all."""
        return replace(self, left_out=self.left_out ^ {name})

    def move(self, name: str, by: int) -> Programme:
        """Let a block come so many places later, or sooner; at the ends it stays."""
        uses = list(self.scenario.uses)
        at = next((n for n, use in enumerate(uses) if use.id == name), None)
        if at is None:
            return self
        use = uses.pop(at)
        uses.insert(min(max(at + by, 0), len(uses)), use)
        return replace(self, scenario=self.scenario.model_copy(update={"uses": uses}))

    def resize(self, name: str, by: int) -> Programme:
        """Make a block so many minutes longer or shorter: at least a minute a step, at most four hours."""
        found = self.find(name)
        if found is None:
            return self
        total = min(max(found.minutes + by, len(found.steps)), max(LONGEST, found.minutes))
        changed = with_minutes(found, share_minutes(self.lengths[name], total))
        uses = [changed if use.id == name else use for use in self.scenario.uses]
        return replace(self, scenario=self.scenario.model_copy(update={"uses": uses}))

    def with_people(self, people: int) -> Programme:
        """Mean it for so many people."""
        return replace(self, scenario=self.scenario.model_copy(update={"people": people}))

    def tight(self, kinds: Kinds, there: Mapping[str, int]) -> Sequence[TightStep]:
        """Give the steps of what is done that take more than they have; ``there``: what an earlier session
        brings along."""
        uses = [use for use in self.scenario.uses if use.id not in self.left_out]
        places = ((use, step) for use in uses for step in use.steps)
        expected = expected_of(self.scenario).after(there)
        return list(tight_steps(places, self.scenario, kinds, expected))

    def add(self, use: Use, sets: Sequence[StatementSet], after: str) -> Programme:
        """Put in a block from the library, of which the name is free here (``with_free_id``)."""
        return replace(
            self,
            scenario=with_block(self.scenario, use, sets, after),
            lengths={**self.lengths, use.id: _minutes(use)},
            added=self.added | {use.id},
        )


def _minutes(use: Use) -> list[int]:
    return [step.minutes for step in use.steps]
