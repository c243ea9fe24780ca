"""What can be done to an actor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.problems import Problem
from facilitator.session.events import RegisterPut
from facilitator.session.registers import Actor
from facilitator.steps.actors.commands import change, next_perspective
from tests.steps.actors.network import formal, informal, with_actors


def _changed(outcome: object) -> Actor:
    assert isinstance(outcome, list)
    (event,) = outcome
    assert isinstance(event, RegisterPut)
    assert isinstance(event.entry, Actor)
    return event.entry


def test_a_change_leaves_the_rest() -> None:
    state = with_actors([formal("Wijkteam", interest="rust", ring="decides")])
    changed = _changed(change(state, "actor000", ring="takes-part"))
    assert changed == formal("Wijkteam", interest="rust", ring="takes-part")


def test_no_change_is_no_event() -> None:
    state = with_actors([formal("Wijkteam", interest="rust")])
    assert change(state, "actor000", interest="rust", sure=False) == []


def test_who_is_gone_can_not_be_changed() -> None:
    state = with_actors([])
    for outcome in (change(state, "actor000", sure=True), next_perspective(state, "actor000")):
        assert isinstance(outcome, Problem)
        assert outcome.code == "session.gone"


@given(st.integers(0, 9), st.sampled_from([None, "beleid", "bewoners", "professionals", "unknown"]))
def test_perspectives_go_round(times: int, start: str | None) -> None:
    order = [None, "beleid", "bewoners", "professionals"]
    at = order.index(start) if start in order else 0
    state = with_actors([informal("Koor", perspective=start)])
    for _ in range(times):
        actor = _changed(next_perspective(state, "actor000"))
        state = with_actors([actor])
    if times:
        assert state.actors()["actor000"].perspective == order[(at + times) % 4]
