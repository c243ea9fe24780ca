"""Where each part of a composed scenario was written, so that a mistake is pointed at in its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from facilitator.problems import Place, Problem
from facilitator.scenario.model import Scenario, key_of


class Origin(NamedTuple):
    """A table in a file; without a key the whole file."""

    path: str
    key: str = ""
    facts: Origin | None = None
    """Where the figures of a step stand, when that is not in the step itself."""

    def put(self, problem: Problem) -> Problem:
        """Give a problem, of which the key is seen from this table, its key in this file."""
        if self.facts and problem.key.startswith("facts["):
            path, place = self.facts.path, self.facts.key
            key = f"{place}{problem.key.removeprefix('facts')}"
            return replace(problem, place=Place(path), key=key)
        key = f"{self.key}.{problem.key}" if self.key and problem.key else self.key or problem.key
        return replace(problem, place=Place(self.path), key=key)


@dataclass(frozen=True)
class UseOrigin:
    """Where a use of a block comes from."""

    use: Origin
    block: Origin
    steps: Sequence[Origin]
    left_out: Mapping[str, Origin] = field(default_factory=dict)
    """Where the scenario says that it does without a step, by the id of the step."""
    own_title: bool = False
    """Whether the scenario gives the block another title here."""

    def put_title(self, problem: Problem) -> Problem:
        """Give a problem of the title its key in the file that has it."""
        return (self.use if self.own_title else self.block).put(problem)


@dataclass(frozen=True)
class Origins:
    """Where a scenario comes from."""

    scenario: Origin
    uses: Sequence[UseOrigin]
    """In the order of the scenario's uses."""
    sets: Mapping[str, Origin] = field(default_factory=dict)

    @classmethod
    def unknown(cls, scenario: Scenario, path: str) -> Origins:
        """Say of a scenario that was not composed from files that each step is ``use/step`` in one file.

        A block is its ``use``, and a set ``:`` with its name, which no use has.
        """
        uses = [
            UseOrigin(
                Origin(path), Origin(path, use.id), [Origin(path, key_of(use, step)) for step in use.steps]
            )
            for use in scenario.uses
        ]
        return cls(
            Origin(path),
            uses,
            {
                statement_set.id: Origin(path, f":{statement_set.id}")
                for statement_set in scenario.statement_sets
            },
        )
