"""What choosing says and leaves: the choice, and what was left for now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import EntryId, FilledLine, Id, Kept, Line, Record
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.item_sorts import ITEM_SORTS, ItemSort
from facilitator.scenario.model import KeptLine, Kind, Scenario, Step, Supply
from facilitator.scenario.screen_fit import HEIGHT, WIDTH, ScreenPage, Written
from facilitator.scenario.validation import double_ids


class OwnOption(Record):
    """Something the scenario offers to choose from."""

    id: Id
    text: FilledLine
    hint: Line = ""


class ChooseStep(Step):
    """A choice with a cap, out of what the group brought up or what the scenario offers."""

    dutch: ClassVar = {
        "choose": "kiezen|keuze",
        "options": "opties",
    }
    kind: Literal["choose"]
    among: Literal["items", "tasks", "sets", "options"]
    """``sets``: the statement sets that were voted on, such as building blocks."""
    sorts: list[ItemSort] = []
    """With ``items``: which sorts can be chosen; empty: all."""
    options: Annotated[list[OwnOption], Field(max_length=12)] = []
    """With ``options``: what can be chosen."""
    most: Annotated[int, Field(ge=1, le=12)] = 3
    """The cap. Choosing more means letting go of something first."""
    take_along: bool = False
    """With ``options`` that are questions: what is chosen goes out of the door, on a sheet for every pair."""


class Differs(Kept):
    """Someone would have chosen otherwise: the minority view is kept (docs/domain.md 3.1)."""

    id: EntryId
    text: FilledLine


class ChooseLeaves(Kept):
    """What was chosen, in the order in which it was; why something waits; and who sees it differently."""

    chosen: Annotated[list[Id], Field(max_length=12)] = []
    """Ids of items, tasks, statement sets or options."""
    texts: dict[Id, FilledLine] = {}
    """How everything that could be chosen read at that moment, chosen or left."""
    own: Annotated[dict[EntryId, FilledLine], Field(max_length=12)] = {}
    """With ``options``: what the group calls it itself, beside what the scenario offers."""
    waits: dict[Id, Line] = {}
    """Why something was left for now."""
    differs: Annotated[list[Differs], Field(max_length=30)] = []


FEW: Final = 5
"""So few options stand on the smallest screen together with the step's own words."""
LINES: Final = 4
"""Lines that can be chosen and have to be seen; a longer list moves."""
MARKED: Final = 8
"""Cells before an option where it is chosen: what points at it, its mark and its number."""
MOST_ROWS: Final = 4
"""Rows that an option takes with what stands behind it."""


def _check(step: ChooseStep, scenario: Scenario) -> list[Problem]:
    if step.among == "options" and len(step.options) < 2:
        return [Problem("choose.no_options", key="options")]
    if step.among != "options" and step.options:
        return [Problem("choose.options_unused", {"among": step.among}, key="options")]
    if step.among != "options" and step.take_along:
        return [Problem("choose.nothing_to_take", {"among": step.among}, key="take_along")]
    if step.among != "items" and step.sorts:
        return [Problem("choose.sorts_unused", {"among": step.among}, key="sorts")]
    if step.among == "sets" and not scenario.statement_sets:
        return [Problem("choose.no_sets", key="among")]
    problems = double_ids([option.id for option in step.options], "options")
    if step.among == "options" and step.most >= len(step.options):
        values: dict[str, str | int] = {"n": len(step.options), "most": step.most}
        problems.append(Problem("choose.no_choice_left", values, key="most", severity="warning"))
    return problems


def _fits(step: ChooseStep, _scenario: Scenario) -> list[ScreenPage]:
    """Where everyone chooses for themselves the text stands under a line that says so, and over the list."""
    lines = min(len(step.options) or LINES, FEW)
    pages = [ScreenPage([Written("text", step.text)], besides=2 + 1 + lines)]
    for n, own_option in enumerate(step.options, 1):
        option = [
            Written(f"options[{n}].{name}", getattr(own_option, name), WIDTH - MARKED)
            for name in ("text", "hint")
        ]
        pages.append(ScreenPage(option, besides=HEIGHT - MOST_ROWS))
    return pages


def _keeps(_step: ChooseStep, left: ChooseLeaves) -> list[KeptLine]:
    """Give what was chosen, as it read then, and how else someone saw it; its title is the question."""
    chosen = [KeptLine(text=left.texts.get(name, name)) for name in left.chosen]
    return [*chosen, *(KeptLine(text=differs.text, differs=True) for differs in left.differs)]


def _takes(step: ChooseStep, _scenario: Scenario, expected: Expected) -> Duration:
    """A minute to think, ten seconds for each line that is read out, and a minute for each that is chosen."""
    there = {
        "items": expected.lines(step.sorts, usual=6),
        "tasks": expected.count("tasks", step.most),
        "sets": expected.count("sets", 7),
        "options": len(step.options),
    }[step.among]
    least = 60 + 10 * there + 60 * step.most
    return Duration.of_seconds(least, least + 120, "options", there, "fewer")


def _adds(step: ChooseStep, expected: Expected) -> dict[str, int]:
    """Count what was chosen; of the tasks only these go on."""
    tasks = min(step.most, expected.count("tasks", step.most))
    return {"chosen": step.most, **({"tasks": tasks} if step.among == "tasks" else {})}


def _gives(step: ChooseStep) -> Sequence[Supply]:
    return ["choices"] if step.among in {"items", "tasks"} else []


def _shows(step: ChooseStep) -> Sequence[Supply]:
    if step.among == "items":
        return ["items", *(step.sorts or ITEM_SORTS)]
    return ["tasks"] if step.among == "tasks" else []


def _needs(step: ChooseStep) -> Supply | None:
    return step.among if step.among in {"items", "tasks"} else None


KIND: Final = Kind(
    "choose",
    ChooseStep,
    ChooseLeaves,
    check=_check,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    fits=_fits,
    keeps=_keeps,
    takes=_takes,
    adds=_adds,
)
