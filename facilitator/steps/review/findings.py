"""Which agreements came over from last time, and what they make us ask: always a question, never a count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from facilitator.scenario.model import key_of
from facilitator.session.registers import Agreement, Parked
from facilitator.session.state import State
from facilitator.steps.review.kind import ReviewLeaves

GOING_ON: frozenset[str] = frozenset({"busy", "postponed", "unknown"})
"""Of an agreement that stands so is asked what it takes to go on."""


def left_at(state: State, key: str) -> ReviewLeaves:
    """Give what a step left."""
    return ReviewLeaves.model_validate(state.result(key))


def carried(state: State) -> Mapping[str, Agreement]:
    """Give the agreements that came over from an earlier session: firm ones first, ideas last."""
    every = {name: found for name, found in state.agreements().items() if state.came_from(name)}
    names = sorted(every, key=lambda name: every[name].firmness == "idea")
    return {name: every[name] for name in names}


def still_open(state: State) -> Mapping[str, Parked]:
    """Give what came over that was parked, or that nobody knew: also what was answered here since."""
    return {name: line for name, line in state.parked().items() if state.came_from(name)}


def done(state: State) -> list[str]:
    """Give the agreements that are done."""
    return [name for name, agreement in carried(state).items() if agreement.status == "done"]


def to_go_through(state: State, key: str) -> list[str]:
    """Give the agreements that are gone through: not those that are celebrated already."""
    said = left_at(state, key).said
    return [name for name, agreement in carried(state).items() if agreement.status != "done" or name in said]


def next_unsaid(state: State, key: str, after: str = "") -> str:
    """Give the first agreement after this one of which nothing was said yet; empty when there is none."""
    names, said = to_go_through(state, key), left_at(state, key).said
    start = names.index(after) + 1 if after in names else 0
    return next((name for name in names[start:] if name not in said), "")


def how_many(state: State, key: str, most: int) -> Literal["many", "enough"] | None:
    """Ask which agreements come first when there is no time for all, and when so many were gone through.

    Three minutes for each is what a group needs (docs/domain.md S8).
    """
    names, said = to_go_through(state, key), left_at(state, key).said
    gone_through = sum(name in said for name in names)
    if len(names) <= most or gone_through == len(names):
        return None
    return "enough" if gone_through >= most else "many"


def steps_of(state: State) -> list[str]:
    """Give the keys of the steps of this kind, in the order of the programme."""
    return [key_of(use, step) for use, step in state.scenario.places() if step.kind == "review"]
