"""What has to be known before paper can be made: where, when, and for how many people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from facilitator.scenario.model import Perspective, Scenario, Step, Use
from facilitator.scenario.paper_language import PaperLanguage
from facilitator.session.clock import plus
from facilitator.session.state import State


@dataclass(frozen=True)
class Plan:
    """How an evening is prepared. Without a session everything has a default."""

    place: str = ""
    venue: str = ""
    day: date | None = None
    starts: time = time(19, 30)
    left_out: Sequence[str] = ()
    """Uses of the scenario that are not done."""
    groups: Mapping[str, int] = field(default_factory=dict)
    """How many people come from each perspective; where that is not known, all are as large."""
    language: PaperLanguage | None = None
    """In which ballots and cards say things once more, under the Dutch."""

    @classmethod
    def of(cls, state: State) -> Plan:
        """Give the plan of a session that was prepared already."""
        about = state.about
        return cls(about.place, about.venue, about.day, about.starts, about.left_out)


@dataclass(frozen=True)
class Timed:
    """A step with the moments at which it begins and ends."""

    use: Use
    step: Step
    begins: time
    ends: time


def expected(scenario: Scenario, plan: Plan, perspective: Perspective) -> int:
    """Give how many people paper is made for from a perspective: an even share, unless it was said."""
    return plan.groups.get(perspective.id, -(-scenario.people // len(scenario.perspectives)))


def places(scenario: Scenario, plan: Plan) -> Iterator[tuple[Use, Step]]:
    """Walk the steps that are done."""
    return ((use, step) for use, step in scenario.places() if use.id not in plan.left_out)


def timed(scenario: Scenario, plan: Plan) -> list[Timed]:
    """Give every step with its times, one after the other."""
    steps: list[Timed] = []
    minutes = 0
    for use, step in places(scenario, plan):
        steps.append(Timed(use, step, plus(plan.starts, minutes), plus(plan.starts, minutes + step.minutes)))
        minutes += step.minutes
    return steps
