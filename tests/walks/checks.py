"""What has to be true when a group leaves a step: what it says could be read, wholly, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.state import State
from tests.walks.player import player_of
from tests.walks.walk import Walk, squeezed

NOT_TO_READ: Final = frozenset(
    {"id", "kind", "keep", "title", "notes", "alone", "outcome", "watch", "about", "of", "sort"}
    | {"ask", "part", "among", "first"}
)
"""Fields of a step that are names, that only the facilitator reads, or that not every view has room for."""
BEGINS: Final = 18
"""So many characters are enough to know that a text stands there."""


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
    player = player_of(step.kind)
    came_over = step.kind != "review" or bool(before.agreements())
    if came_over and not any(before.registers.get(name) for name in player.fills):
        yield step.text
    yield from player.reads(after, use, step)


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


def left_what_it_leaves(use: Use, step: Step, before: State, after: State) -> None:
    """Demand that a step left what its kind leaves."""
    key = key_of(use, step)
    left = (after.result(key), {name: len(entries) for name, entries in after.registers.items()})
    assert player_of(step.kind).leaves(before, after, use, step), f"{step.kind} {key} left {left}"
