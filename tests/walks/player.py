"""What a walk has to know of a kind of step; each says it in ``tests/steps/<kind>/player.py``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, TypeVar

from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.registers import RegisterName
from facilitator.session.state import State
from tests.walks.walk import Walk

StepT = TypeVar("StepT", bound=Step)


@dataclass(frozen=True)
class Player(Generic[StepT]):
    """How a group goes through a step of one kind."""

    play: Callable[[Walk], Awaitable[None]]
    """Does what there is to do on the page where the group is, and takes the way on."""
    leaves: Callable[[State, State, Use, StepT], bool]
    """Tells, from the session before and after a step, whether it left what it should."""
    reads: Callable[[State, Use, StepT], Iterable[str]] = lambda _after, _use, _step: ()
    """What the room has to be able to read besides the text of the step."""
    fills: Sequence[RegisterName] = ()
    """What it adds to; with something there already its text may make room for that."""
    reported: bool = False
    """Whether the report tells under its title what was said."""


def player_of(kind: str) -> Player[Any]:
    """Give how a group goes through steps of this kind."""
    found = import_module(f"tests.steps.{kind}.player").PLAYER
    assert isinstance(found, Player)
    return found


def added(register: RegisterName, before: State, after: State) -> int:
    """Give how many entries a register has more."""
    return len(after.registers.get(register, {})) - len(before.registers.get(register, {}))


def left_in(after: State, use: Use, step: Step, name: str) -> Any:
    """Give what a step left in one of its fields; None when it left nothing there."""
    return after.result(key_of(use, step)).get(name)
