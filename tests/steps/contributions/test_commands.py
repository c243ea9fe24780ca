"""What can be done to contributions and roles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.problems import Problem
from facilitator.session.commands import Outcome
from facilitator.session.events import JournalEntry
from facilitator.session.fold import fold_action
from facilitator.session.registers import Contribution, Role
from facilitator.session.state import State
from facilitator.steps.contributions.commands import RoleName, link, reword, set_role
from tests.steps.contributions.offers import role, said, tasks, with_registers

(T0,) = tasks(1)


def _after(state: State, outcome: Outcome) -> State:
    assert not isinstance(outcome, Problem)
    action = JournalEntry(seq=1, at="2026-03-12T19:30:00", name="test", events=list(outcome))
    return fold_action(state, action)


def _contribution(state: State) -> Contribution:
    (found,) = state.contributions().values()
    return found


def test_a_contribution_is_linked_and_unlinked() -> None:
    state = with_registers(task_count=1, contributions=[said(0, "brings", "zaal")])
    linked = _after(state, link(state, "said0000", T0))
    assert _contribution(linked) == said(0, "brings", "zaal", T0)
    assert _contribution(_after(linked, link(linked, "said0000", None))) == said(0, "brings", "zaal")


def test_linking_to_the_same_is_no_event() -> None:
    state = with_registers(task_count=1, contributions=[said(0, "brings", "zaal", T0)])
    assert link(state, "said0000", T0) == []
    assert reword(state, "said0000", "zaal") == []


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (link(with_registers(), "said0000", None), "session.gone"),
        (reword(with_registers(), "said0000", "zaal"), "session.gone"),
        (link(with_registers(contributions=[said(0, "brings", "x")]), "said0000", T0), "session.no_task"),
        (set_role(with_registers(), "role0000", "actor009", None, "leads"), "session.no_actor"),
    ],
)
def test_what_is_not_there_is_said(outcome: Outcome, code: str) -> None:
    assert isinstance(outcome, Problem)
    assert outcome.code == code


def test_other_words_leave_the_rest() -> None:
    state = with_registers(task_count=1, contributions=[said(0, "asks", "zaal", T0)])
    assert _contribution(_after(state, reword(state, "said0000", "grote zaal"))) == said(
        0, "asks", "grote zaal", T0
    )


ROLES: list[RoleName | None] = [None, "leads", "decides", "takes-part"]
WISHES = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([None, T0]), st.sampled_from(ROLES)), max_size=12
)


@given(WISHES)
def test_an_actor_has_the_role_that_was_chosen_last(
    wishes: Sequence[tuple[int, str | None, RoleName | None]],
) -> None:
    twice = [role(0, None, "leads"), role(0, None, "decides")]  # as an edited file may have it
    state = with_registers(task_count=1, roles=twice)
    last: dict[tuple[str, str | None], str | None] = {}
    for number, (actor, task, name) in enumerate(wishes):
        state = _after(state, set_role(state, f"new{number:05}", f"actor00{actor}", task, name))
        last[f"actor00{actor}", task] = name
    for (who, where), wanted in last.items():
        here = [each.role for each in state.roles().values() if (each.actor, each.task) == (who, where)]
        assert here == ([wanted] if wanted else [])


def test_the_same_role_again_is_no_event() -> None:
    state = with_registers(roles=[role(0, None, "leads")])
    assert set_role(state, "role0009", "actor000", None, "leads") == []
    assert set_role(state, "role0009", "actor001", None, None) == []
    kept = _after(state, set_role(state, "role0009", "actor000", None, "decides"))
    assert kept.roles() == {"role0000": Role(actor="actor000", role="decides")}
