"""Which steps were given less time than they take (docs/domain.md 4.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from facilitator.problems import Problem
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.item_sorts import ITEM_SORTS
from facilitator.scenario.model import Kinds, Scenario, Step, Use

BROUGHT: Final = 6
"""So many lines of a sort come along, as long as there is no earlier meeting to count them in."""


@dataclass(frozen=True)
class TightStep:
    """A step that cannot be done in the minutes it was given."""

    use: Use
    step: Step
    takes: Duration

    @property
    def problem(self) -> Problem:
        """Say it with its number, as a warning."""
        values: Mapping[str, str | int] = {
            "n": self.takes.n,
            "title": self.step.title,
            "least": self.takes.least,
            "usual": self.takes.usual,
            "minutes": self.step.minutes,
        }
        return Problem(f"scenario.takes.{self.takes.of}", values, severity="warning")

    @property
    def easier(self) -> str:
        """Give the key of the sentence that says what helps."""
        return "scenario.easier.skip" if self.step.optional else f"scenario.easier.{self.takes.easier}"


def expected_of(scenario: Scenario) -> Expected:
    """Give who and what there is when a programme begins, as far as the scenario says."""
    return Expected(scenario.people, {sort: BROUGHT for sort in scenario.brings if sort in ITEM_SORTS})


def tight_steps(
    places: Iterable[tuple[Use, Step]], scenario: Scenario, kinds: Kinds, expected: Expected
) -> Iterator[TightStep]:
    """Give the steps that take more than they were given, in order; what each leaves counts for the next."""
    for use, step in places:
        kind = kinds[step.kind]
        takes = kind.takes(step, scenario, expected)
        if takes is not None and step.minutes < takes.least:
            yield TightStep(use, step, takes)
        expected = expected.after(kind.adds(step, expected))
