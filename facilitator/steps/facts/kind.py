"""What laying figures and stories side by side says and leaves (docs/domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import EntryId, FilledLine, Kept
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.given_fact import MOST_GIVEN, GivenFact, GivenFacts
from facilitator.scenario.model import Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import ScreenPage, Written

Ask = Literal["facts", "stories", "recognition", "beside", "unknown"]


class FactsStep(Step):
    """Figures, stories, who recognises them, what fits what, and what nobody knows yet."""

    dutch: ClassVar = {
        "facts": "cijfers|cijfer|verhalen",
        "stories": "verhalen|verhaal",
        "recognition": "herkenning|herkennen|wie herkent dit",
        "beside": "ernaast|naast elkaar",
        "unknown": "onbekend|wat wij niet weten|weten wij niet|weet ik niet",
    }
    kind: Literal["facts"]
    ask: Annotated[list[Ask], Field(min_length=1, max_length=5)] = [
        "facts",
        "stories",
        "recognition",
        "beside",
        "unknown",
    ]
    """What the group does, in this order."""
    facts: GivenFacts = []
    """Offered one by one before the page on which figures are named."""
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """Of figures and of stories; more brings a question, never a refusal."""


class GivenFigure(Kept):
    """What the group said of a figure that was looked up beforehand."""

    what: FilledLine
    fact: EntryId | None = None
    """The figure that was made of it; None when the group left it aside."""


class FactsLeaves(Kept):
    """What was said of figures that were looked up beforehand.

    Figures, stories and what nobody knows are kept in registers of the session.
    """

    offered: Annotated[list[GivenFigure], Field(max_length=MOST_GIVEN)] = []


def _check(step: FactsStep, _scenario: Scenario) -> list[Problem]:
    problems = [
        Problem("facts.asked_twice", {"name": ask}, key=f"ask[{n}]")
        for n, ask in enumerate(step.ask, 1)
        if ask in step.ask[: n - 1]
    ]
    names = [fact.what for fact in step.facts]
    problems += [
        Problem("facts.given_twice", {"name": name}, key=f"facts[{n}].what")
        for n, name in enumerate(names, 1)
        if name in names[: n - 1]
    ]
    if step.facts and "facts" not in step.ask:
        problems.append(Problem("facts.given_without_page", key="facts", aim="key"))
    return problems


LEAD: Final = 2
"""Rows of the question on a page, with the blank one under it."""
CHOICES: Final = 2
"""Rows of what can be said of a figure that was looked up."""
COMPARED: Final = 16
"""Cells before what a figure was compared with, in the language that needs most."""
OPENS: Final[dict[Ask, int]] = {"facts": 2, "stories": 4, "recognition": 8, "beside": 6, "unknown": 4}
"""Rows that the first page needs under the text of the step: fields, or what lies on the table."""


def _fits(step: FactsStep, _scenario: Scenario) -> list[ScreenPage]:
    """The text of the step stands on its first page; a figure that was looked up with what is known of it."""
    text = Written("text", step.text)
    pages = [_given(n, fact, text if n == 1 else None) for n, fact in enumerate(step.facts, 1)]
    if step.text and not step.facts:
        pages.append(ScreenPage([text], besides=LEAD + 1 + OPENS[step.ask[0]]))
    return pages


def _given(number: int, given: GivenFact, text: Written | None) -> ScreenPage:
    key = f"facts[{number}]"
    known = ", ".join(part for part in (given.source, given.year) if part)
    texts = [
        Written(f"{key}.what", f"{given.what}: {given.value}"),
        Written(f"{key}.source", " · ".join(part for part in (known, given.area) if part)),
        Written(f"{key}.compared", f"{' ' * COMPARED}{given.compared}" if given.compared else ""),
    ]
    asked = 0 if given.source and given.year else 1
    besides = LEAD + asked + 1 + CHOICES
    return ScreenPage([text, *texts], besides + 1) if text and text.text else ScreenPage(texts, besides)


def _takes(step: FactsStep, _scenario: Scenario, expected: Expected) -> Duration:
    """A minute for a figure or a story, three quarters for who recognises one and for where a story lies."""
    figures = step.most if "facts" in step.ask else expected.count("facts", step.most)
    stories = step.most if "stories" in step.ask else expected.count("stories", step.most)
    asked = figures if "facts" in step.ask else stories
    each: dict[Ask, int] = {
        "facts": 60 * figures,
        "stories": 60 * stories,
        "recognition": 45 * asked,
        "beside": 45 * stories,
        "unknown": 60,
    }
    least = sum(each[ask] for ask in step.ask)
    return Duration.of_seconds(least, least * 3 // 2, "figures", step.most, "fewer")


def _adds(step: FactsStep, expected: Expected) -> dict[str, int]:
    """Count the figures and the stories that are told here."""
    told = [ask for ask in ("facts", "stories") if ask in step.ask]
    return {ask: expected.count(ask) + step.most for ask in told}


def _gives(step: FactsStep) -> Sequence[Supply]:
    given: dict[Ask, Supply] = {"facts": "facts", "stories": "stories", "unknown": "questions"}
    return [given[ask] for ask in step.ask if ask in given]


def _shows(step: FactsStep) -> Sequence[Supply]:
    shown: list[Supply] = [*_gives(step)]
    if "beside" in step.ask or {"recognition", "facts"} <= set(step.ask):
        shown += ["facts", "stories"]
    return shown


KIND: Final = Kind(
    "facts",
    FactsStep,
    FactsLeaves,
    check=_check,
    gives=_gives,
    shows=_shows,
    fits=_fits,
    takes=_takes,
    adds=_adds,
)
