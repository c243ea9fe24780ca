"""What gathering says and leaves. Items and links are kept in registers of the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import FilledLine, Id, Kept, Line, Record
from facilitator.scenario.duration import Counted, Duration, Expected
from facilitator.scenario.item_sorts import ITEM_SORTS, ItemSort
from facilitator.scenario.model import Kind, Scenario, Step, Supply
from facilitator.scenario.references import no_perspective
from facilitator.scenario.screen_fit import ScreenPage, Written

LINES: Final = 3
"""Lines of the group that have to be seen under a question; a longer list moves."""
SPEAKS: Final = 2
"""Rows for who speaks now, or that nobody asks who wrote a card; with a blank one."""
AT_HAND: Final = {"cluster": 2 + LINES, "shared": 6, "links": 2 + LINES, "energy": 7}
"""Rows of what is at hand under the text: the headings and some lines, or an item with its answers."""


class Prompt(Record):
    """What the room is asked, and what sort of thing an answer to it is."""

    sort: ItemSort
    text: FilledLine
    hint: Line = ""


class CollectStep(Step):
    """One look at what the group brings up: gathering it, or seeing what belongs together in it."""

    dutch: ClassVar = {
        "collect": "ophalen|verzamelen",
        "gather": "ophalen|verzamelen",
        "cluster": "bij elkaar",
        "shared": "delen|gedeeld|wij delen dit",
        "links": "verbanden|verband|samenhang",
        "energy": "energie|handen",
    }
    kind: Literal["collect"]
    ask: Literal["gather", "cluster", "shared", "links", "energy"]
    prompts: Annotated[list[Prompt], Field(max_length=6)] = []
    """With ``ask = "gather"``: the questions, one after the other."""
    first: Id | None = None
    """With ``gather``: the perspective that speaks first while the others listen."""
    unsigned: bool = False
    """With ``gather``: read from paper cards without a name; nobody is asked who wrote one."""
    among: Literal["items", "actors"] = "items"
    """With ``links`` and ``energy``: between or for what."""
    sorts: list[ItemSort] = []
    """With the others: which sorts are looked at; empty: all."""
    most: Annotated[int, Field(ge=1, le=30)] = 6
    """Lines per question; more brings a question, never a refusal."""


class CollectLeaves(Kept):
    """Nothing: items and links outlive the step."""


def _check(step: CollectStep, scenario: Scenario) -> list[Problem]:
    found = _check_gather(step, scenario) if step.ask == "gather" else _check_look(step)
    if step.among == "actors" and step.ask not in {"links", "energy"}:
        found.append(Problem("collect.actors_unused", {"ask": step.ask}, key="among"))
    elif step.among == "actors" and step.sorts:
        found.append(Problem("collect.sorts_of_actors", key="sorts"))
    return found


def _check_gather(step: CollectStep, scenario: Scenario) -> list[Problem]:
    found: list[Problem] = []
    if not step.prompts:
        found.append(Problem("collect.no_prompts", key="prompts"))
    if step.sorts:
        found.append(Problem("collect.sorts_unused", key="sorts"))
    if step.first and scenario.perspective(step.first) is None:
        found.append(no_perspective(step.first, scenario, "first"))
    if step.first and step.unsigned:
        found.append(Problem("collect.first_unsigned", key="unsigned"))
    return found


def _check_look(step: CollectStep) -> list[Problem]:
    """Find what is meant for gathering, in a step that looks at what was gathered."""
    unused = {"prompts": step.prompts, "first": step.first, "unsigned": step.unsigned}
    return [
        Problem("collect.only_gather", {"name": name, "ask": step.ask}, key=name)
        for name, said in unused.items()
        if said
    ]


def _fits(step: CollectStep, _scenario: Scenario) -> list[ScreenPage]:
    """With a question stand its hint, who speaks, and lines; elsewhere a text stands over what is at hand."""
    text = Written("text", step.text)
    if step.ask != "gather":
        return [ScreenPage([text], besides=1 + AT_HAND[step.ask])] if step.text else []
    pages: list[ScreenPage] = []
    for n, prompt in enumerate(step.prompts, 1):
        asked = [Written(f"prompts[{n}].text", prompt.text), Written(f"prompts[{n}].hint", prompt.hint)]
        gaps = 1 + bool(prompt.hint) + (SPEAKS if step.first or step.unsigned else 0)
        pages.append(ScreenPage(asked, besides=gaps + LINES + 1))
        if step.text and n == 1:
            pages.append(ScreenPage([*asked, text], besides=gaps + 2))
    return pages


_LOOK: Final = {
    "cluster": (60, 10, 20),
    "shared": (60, 30, 45),
    "links": (60, 25, 45),
    "energy": (60, 20, 30),
}
"""Seconds to begin or end with, and for a line at least and usually."""
_KNOWS: Final = (30, 45, 60)
"""The same for who knows whom: a page for each party."""


def _takes(step: CollectStep, _scenario: Scenario, expected: Expected) -> Duration:
    """Half a minute to think about each question, then half a minute for a line, or a sentence from each;
    to look at what was gathered a line, or a party, at a time."""
    if step.ask == "gather":
        asked, people = len(step.prompts), expected.people
        lines = asked * min(step.most, people)
        least = 30 * asked + max(30 * lines, 10 * people)
        usual = 30 * asked + max(45 * lines, 20 * people)
        many = 10 * people > 30 * lines
        return Duration.of_seconds(least, usual, *("people", people) if many else ("lines", lines), "fewer")
    among = step.among == "actors"
    count = expected.count("actors", 12) if among else expected.lines(step.sorts, usual=step.most)
    begin, least, usual = _KNOWS if among and step.ask == "links" else _LOOK[step.ask]
    of: Counted = "actors" if among else "lines"
    return Duration.of_seconds(begin + least * count, begin + usual * count, of, count, "fewer")


def _adds(step: CollectStep, expected: Expected) -> dict[str, int]:
    """Count the lines of each question with those of its sort."""
    there: dict[str, int] = {}
    for prompt in step.prompts if step.ask == "gather" else ():
        before = there.get(prompt.sort, expected.count(prompt.sort))
        there[prompt.sort] = before + min(step.most, expected.people)
    return there


def _gives(step: CollectStep) -> Sequence[Supply]:
    return ["items", *(prompt.sort for prompt in step.prompts)] if step.ask == "gather" else []


def _needs(step: CollectStep) -> Supply | None:
    return None if step.ask == "gather" else step.among


def _shows(step: CollectStep) -> Sequence[Supply]:
    if step.ask == "gather":
        return _gives(step)
    return (
        ["actors", "formal", "informal"] if step.among == "actors" else ["items", *(step.sorts or ITEM_SORTS)]
    )


KIND: Final = Kind(
    "collect",
    CollectStep,
    CollectLeaves,
    check=_check,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    fits=_fits,
    takes=_takes,
    adds=_adds,
)
