"""A claim about a group needs enough people who chose a point: no level, pattern or comparison without."""

from __future__ import annotations

import re
from itertools import product

import pytest

from facilitator.insight.suppression import Counted
from facilitator.problems import Problem
from facilitator.scenario.model import Use
from facilitator.session.fold import fold_events
from facilitator.session.rounds import Finding
from facilitator.session.state import State
from facilitator.steps.statements.commands import begin, close, reveal
from facilitator.steps.statements.kind import StatementsStep
from facilitator.words import Words
from tests.report.telling import told
from tests.steps.running import begun, example
from tests.steps.statements.workshop import scenario

T = Words("nl")


def after_a_vote(people: int, answered: int, again: int | None = None) -> State:
    """Hold a vote: of so many residents so many agree and the others do not know; policy all disagrees.

    ``again``: then a second vote on the first statement, in which so many residents agree.
    """
    state = begun(example("statements")).replace(
        scenario=scenario(perspectives=["beleid", "bewoners"]), people={"beleid": 6, "bewoners": people}
    )
    state = _held(state, "vote0001", people, answered, [])
    return state if again is None else _held(state, "vote0002", people, again, ["ua1"])


def _held(state: State, name: str, people: int, answered: int, again: list[str]) -> State:
    use, step = _place(state)
    opened = begin(state, use, step, name, "paper", again)
    assert not isinstance(opened, Problem)
    state = fold_events(state, opened)
    held = state.rounds[name]
    rows = {
        "beleid": [3, 3, 0, 0, 0],
        "bewoners": [0, 0, answered - answered // 2, answered // 2, people - answered],
    }
    counted = {
        who: Counted(sum(row), answers=dict.fromkeys(held.statements, row)) for who, row in rows.items()
    }
    closed = close(state, use, step, held, counted, T)
    assert not isinstance(closed, Problem)
    state = fold_events(state, closed)
    shown = reveal(state, use, step, state.rounds[name], T)
    assert not isinstance(shown, Problem)
    return fold_events(state, shown)


def _place(state: State) -> tuple[Use, StatementsStep]:
    step = state.scenario.uses[0].steps[0]
    assert isinstance(step, StatementsStep)
    return state.scenario.uses[0], step


def findings(state: State) -> list[Finding]:
    return [finding for vote in state.rounds.values() for finding in vote.findings]


def test_of_ten_people_one_speaks_for_nobody() -> None:
    state = after_a_vote(10, 1)
    assert findings(state)[0].wall == (
        "Van bewoners is er nog geen duidelijk antwoord. Wat is daarvoor nodig?"
    )
    said = told(state)
    assert "bewoners: 27 van de 30 keer “weet ik niet”. Te weinig antwoorden om meer te zeggen." in said
    assert "1 van 1" not in said


@pytest.mark.parametrize("people", range(3, 11))
def test_nothing_is_claimed_of_a_group_without_a_base(people: int) -> None:
    for answered in range(people + 1):
        state = after_a_vote(people, answered)
        base = answered >= 3 and 2 * answered >= people
        claimed = any(key.startswith("bewoners") for finding in findings(state) for key in finding.numbers)
        assert claimed == base, (people, answered)
        pattern = findings(state)[0]
        assert (pattern.code == "unknown") == (not base)
        assert bool(re.search(r"bewoners: \d+ van \d+ antwoorden eens", told(state))) == base
        assert bool(re.search(r"Volgens bewoners", pattern.wall)) == base


def test_no_change_is_told_unless_both_votes_have_a_base() -> None:
    for first, second in product((1, 4, 8), repeat=2):
        changes = [f for f in findings(after_a_vote(8, first, second)) if f.code == "second-vote"]
        named = any("bewoners" in finding.wall for finding in changes)
        assert named == (min(first, second) >= 4), (first, second)
