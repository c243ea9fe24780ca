"""What has to be true when a group leaves a step: what it says could be read, wholly, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.registers import RegisterName
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.gate.kind import GateStep
from facilitator.steps.questions.commands import asked
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.steps.statements.kind import StatementsStep, statements_of
from tests.walks.walk import Walk, squeezed

NOT_TO_READ: Final = frozenset(
    {"id", "kind", "title", "notes", "alone", "outcome", "watch", "about", "of", "sort"}
    | {"ask", "part", "among", "first"}
)
"""Fields of a step that are names, that only the facilitator reads, or that not every view has room for."""
BEGINS: Final = 18
"""So many characters are enough to know that a text stands there."""
FILLS: Final[Mapping[str, list[RegisterName]]] = {
    "collect": ["items"],
    "facts": ["facts", "stories"],
    "tasks": ["tasks"],
    "actors": ["actors"],
    "contributions": ["contributions", "roles"],
    "agreements": ["agreements"],
}
"""Per kind what it adds to; with something there already its text may make room for that."""


def texts(record: BaseModel) -> Iterator[str]:
    """Give what a step says to the room."""
    for name, value in record:
        if name in NOT_TO_READ:
            continue
        if isinstance(value, str):
            yield value
        for each in value if isinstance(value, list) else []:
            if isinstance(each, BaseModel):
                yield from texts(each)


def to_read(use: Use, step: Step, before: State, after: State) -> Iterator[str]:
    """Give what the room has to be able to read in a step."""
    fills = FILLS.get(step.kind, [])
    came_over = step.kind != "review" or bool(before.agreements())
    if came_over and not any(before.registers.get(name) for name in fills):
        yield step.text
    if isinstance(step, QuestionsStep):
        yield from (text for each in asked(after, use, step) for text in (each.text, each.hint))
    elif isinstance(step, CollectStep):
        yield from (text for each in step.prompts for text in (each.text, each.hint))
    elif isinstance(step, ChooseStep):
        yield from (text for each in step.options for text in (each.text, each.hint))
    elif isinstance(step, GateStep):
        yield from (each.text for each in step.questions)
    elif isinstance(step, StatementsStep) and step.part != "result":
        yield from (each.text for each in statements_of(step, after.scenario))


def could_be_read(walk: Walk, use: Use, step: Step, before: State) -> None:
    """Demand that the room could read what is for it, that no text was cut, and that it saw nothing else."""
    key = key_of(use, step)
    looks = walk.looks[key]
    for text in map(squeezed, to_read(use, step, before, walk.state)):
        assert any(text in look for look in looks), f"never to be read at {key}: {text}"
    for text in map(squeezed, texts(step)):
        begun = [look for look in looks if text[:BEGINS] in look]
        assert not begun or any(text in look for look in begun), f"cut at {key}: {text}"
    for text in filter(None, map(squeezed, (step.notes, step.watch))):
        assert not any(text in look for look in looks), f"not for the room at {key}: {text}"
