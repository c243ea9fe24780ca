"""How many people paper is asked for: a number, or a number for each perspective."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.problems import Problem, Refused
from facilitator.scenario.model import MOST_PEOPLE, Scenario
from facilitator.text import folded


def read_people(said: str, scenario: Scenario) -> int | Mapping[str, int]:
    """Read ``18``, or ``bewoners=12,beleid=6``; a perspective is called by its id or its title.

    Raises:
        Refused: it is no number of people, or not one for each perspective.
    """
    if "=" in said:
        return _by_group(said, scenario)
    number = _number(said)
    if not number:
        example = ",".join(f"{name}=6" for name in _names(scenario))
        values: dict[str, str | int] = {"word": said, "most": MOST_PEOPLE, "example": example}
        raise Refused(Problem("report.paper.people.how_many", values))
    return number


def _by_group(said: str, scenario: Scenario) -> Mapping[str, int]:
    called = {folded(name): each.id for each in scenario.perspectives for name in (each.title, each.id)}
    people: dict[str, int] = {}
    for part in filter(str.strip, said.split(",")):
        name, _, count = (word.strip() for word in part.partition("="))
        group, number = called.get(folded(name)), _number(count)
        if group is None:
            raise _refused("unknown", scenario, word=name or part.strip())
        if group in people:
            raise _refused("twice", scenario, word=name)
        if number is None:
            raise _refused("no_number", scenario, word=name)
        people[group] = number
    for name in _names(scenario):
        if name not in people:
            raise _refused("missing", scenario, word=name)
    if not 1 <= sum(people.values()) <= MOST_PEOPLE:
        raise _refused("together", scenario, word=str(sum(people.values())))
    return people


def _number(said: str) -> int | None:
    """Give a number of people that can come; None for anything else."""
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else MOST_PEOPLE + 1
    return number if number <= MOST_PEOPLE else None


def _names(scenario: Scenario) -> list[str]:
    return [each.id for each in scenario.perspectives]


def _refused(why: str, scenario: Scenario, *, word: str) -> Refused:
    values: dict[str, str | int] = {"word": word, "names": ", ".join(_names(scenario)), "most": MOST_PEOPLE}
    return Refused(Problem(f"report.paper.people.{why}", values))
