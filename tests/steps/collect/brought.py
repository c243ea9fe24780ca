"""A session in which a group brought something up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from facilitator.session.registers import Actor, Item, Link
from facilitator.session.state import Position, State
from facilitator.steps.collect.kind import CollectStep
from facilitator.words import Words
from tests.steps.running import begun, example

EXAMPLE = example("collect")
NL = Words("nl")
STREET = ("hondenpoep", "ruzie op straat", "te hard rijden", "mensen blijven binnen")

Prepare = Callable[[State], State]


def worries(*texts: str, **more: Any) -> list[Item]:
    return [item(text, **more) for text in texts]


def item(text: str, sort: str = "worry", **more: Any) -> Item:
    return Item.model_validate({"text": text, "sort": sort, **more})


def link(start: int, end: int, how: str) -> Link:
    return Link.model_validate({"start": f"item{start:04}", "end": f"item{end:04}", "how": how})


def knows(one: int, other: int) -> Link:
    return Link(start=f"actor{one:03}", end=f"actor{other:03}", how="knows")


def network() -> list[Actor]:
    """Give four parties: two organisations and two groups without an office."""
    return [
        Actor(name="Gemeente", side="formal"),
        Actor(name="Wijkteam", side="formal"),
        Actor(name="Appgroep", side="informal"),
        Actor(name="Koor", side="informal"),
    ]


def having(
    items: Iterable[Item] = (), links: Sequence[Link] = (), actors: Sequence[Actor] = (), at: str = ""
) -> Prepare:
    """Give what a group already had: the first item is ``item0000``, the first actor ``actor000``."""
    registers = {
        "items": {f"item{number:04}": each for number, each in enumerate(items)},
        "links": {f"link{number:04}": each for number, each in enumerate(links)},
        "actors": {f"actor{number:03}": each for number, each in enumerate(actors)},
    }
    there = {name: entries for name, entries in registers.items() if entries}

    def prepare(state: State) -> State:
        return state.replace(registers=there, at=Position("collect", at) if at else state.at)

    return prepare


def session(*args: Any, **more: Any) -> State:
    return having(*args, **more)(begun(EXAMPLE))


def step_of(state: State, name: str) -> CollectStep:
    found = state.find(f"collect/{name}")
    assert found is not None
    assert isinstance(found[1], CollectStep)
    return found[1]
