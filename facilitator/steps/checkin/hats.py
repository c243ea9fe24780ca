"""Which other hats there are to count, and how many wear each: kinds of hat, tied to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds, Step, Use, key_of
from facilitator.session.commands import Outcome, set_result
from facilitator.session.session_leaves import HATS
from facilitator.session.state import State
from facilitator.steps.checkin.kind import CheckinStep, Hat
from facilitator.words import Words

USUAL: Final = ("lives", "works", "decides", "trades", "volunteers")
"""The kinds that are counted where a scenario names none; their words stand in the catalogue."""


def hats_of(step: CheckinStep, t: Words) -> Sequence[Hat]:
    """Give the kinds of hat of a check-in."""
    return step.hats or [Hat(id=name, text=t(f"checkin.hat.{name}")) for name in USUAL]


def worn(state: State, t: Words) -> list[tuple[str, int]]:
    """Give the hats that are worn, in words and with how many wear each, in the order of the programme."""
    steps = [step for _, step in state.scenario.places() if isinstance(step, CheckinStep)]
    titles = {hat.id: hat.text for step in reversed(steps) for hat in hats_of(step, t)}
    return [(titles[name], count) for name, count in state.hats().items() if name in titles]


def count_hat(state: State, kinds: Kinds, hat: str, count: int) -> Outcome:
    """Say how many wear a kind of hat: at most as many as are here."""
    if not 0 <= count <= state.present:
        return Problem("checkin.too_many", {"n": state.present})
    counted = {**state.hats(), hat: count}
    kept = {name: number for name, number in counted.items() if number}
    return set_result(state, kinds, HATS, "counted", {**kept} if kept else None)


def is_first(state: State, use: Use, step: Step) -> bool:
    """Tell whether a check-in is the first: there hats are told, once for the session."""
    found = (key_of(u, s) for u, s in state.scenario.places() if isinstance(s, CheckinStep))
    return next(found, "") == key_of(use, step)
