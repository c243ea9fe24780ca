"""The steps of one kind in a programme, as what they are."""

from __future__ import annotations

from typing import TypeVar

from facilitator.scenario.model import Step, Use
from facilitator.session.state import State

Sort = TypeVar("Sort", bound=Step)


def places_of(state: State, sort: type[Sort]) -> list[tuple[Use, Sort]]:
    """Give the steps of one kind, each with its use, in order."""
    return [(use, step) for use, step in state.scenario.places() if isinstance(step, sort)]


def place_of(state: State, key: str, sort: type[Sort]) -> tuple[Use, Sort]:
    """Give the step of this ``use/step``, which is there and of that kind."""
    use, step = state.find(key) or (None, None)
    assert use is not None
    assert isinstance(step, sort), f"{key} is {step}"
    return use, step
