"""A session with a network in it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session.registers import Actor
from facilitator.session.state import State
from tests.steps.running import begun, example


def with_actors(actors: Sequence[Actor]) -> State:
    """Give a session with these actors; the first is ``actor000``."""
    named = {f"actor{number:03}": actor for number, actor in enumerate(actors)}
    return begun(example("actors")).replace(registers={"actors": named})


def formal(name: str, **more: object) -> Actor:
    return Actor.model_validate({"name": name, "side": "formal", **more})


def informal(name: str, **more: object) -> Actor:
    return Actor.model_validate({"name": name, "side": "informal", **more})
