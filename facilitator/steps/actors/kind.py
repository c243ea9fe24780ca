"""What mapping the network says. Actors are kept in a register of the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, Literal

from facilitator.records import Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.model import Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import ScreenPage, Written


class ActorsStep(Step):
    """One look at the network: who there is, what they want, or how near they stand."""

    dutch: ClassVar = {
        "formal": "formeel",
        "informal": "informeel",
        "interests": "belangen|belang",
        "rings": "ringen|ring",
    }
    kind: Literal["actors"]
    ask: Literal["formal", "informal", "interests", "rings"]


class ActorsLeaves(Kept):
    """Nothing: actors outlive the step."""


_BESIDES: Final = {"formal": 8, "informal": 9, "interests": 8, "rings": 9}
"""Rows beside the text: for naming a field, what is no name, a row of names and whom to think of; for
interests a name, two fields and who is next; for rings a name, the four rings and a question."""


def _fits(step: ActorsStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text stands over what is asked, until there are so many names that it makes room for the title."""
    return [ScreenPage([Written("text", step.text)], besides=_BESIDES[step.ask])]


_EACH: Final = {"formal": (30, 45), "informal": (30, 45), "interests": (45, 75), "rings": (20, 30)}
"""Seconds for a party, at least and usually."""


def _named(step: ActorsStep, people: int) -> int:
    """Give how many parties so many people name: more with an office, and never all they know."""
    return min(max(people // 2, 4), 8) if step.ask == "formal" else min(max(people // 3, 3), 6)


def _takes(step: ActorsStep, _scenario: Scenario, expected: Expected) -> Duration:
    """Half a minute for a party that is named; over the map a minute to begin, and then a party at a time."""
    least, usual = _EACH[step.ask]
    names = step.ask in {"formal", "informal"}
    parties = _named(step, expected.people) if names else expected.count("actors", 12)
    begin = 0 if names else 60
    return Duration.of_seconds(begin + parties * least, begin + parties * usual, "actors", parties, "fewer")


def _adds(step: ActorsStep, expected: Expected) -> dict[str, int]:
    """Count the parties that are named here with those there are."""
    if step.ask in {"interests", "rings"}:
        return {}
    return {"actors": expected.count("actors") + _named(step, expected.people)}


def _gives(step: ActorsStep) -> Sequence[Supply]:
    sides: dict[str, Supply] = {"formal": "formal", "informal": "informal"}
    return ["actors", sides[step.ask]] if step.ask in sides else []


def _needs(step: ActorsStep) -> Supply | None:
    return None if step.ask in {"formal", "informal"} else "actors"


def _shows(step: ActorsStep) -> Sequence[Supply]:
    return _gives(step) or ["actors", "formal", "informal"]


KIND: Final = Kind(
    "actors",
    ActorsStep,
    ActorsLeaves,
    fits=_fits,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    takes=_takes,
    adds=_adds,
)
