"""Which agreements are looked back at, and in which order."""

from __future__ import annotations

import pytest

from facilitator.kinds import kinds
from facilitator.session.state import State
from facilitator.steps.review.commands import say_status
from facilitator.steps.review.findings import carried, done, how_many, next_unsaid, to_go_through
from tests.steps.outcomes import after
from tests.steps.review.lasttime import (
    AGREEMENTS,
    CELEBRATE,
    EXAMPLE,
    LAMPS,
    PAPER,
    PARTY,
    SCHOOL,
    back_again,
    following,
    many,
)
from tests.steps.running import begun


def test_ideas_come_last() -> None:
    assert list(carried(back_again())) == [PAPER, SCHOOL, LAMPS, PARTY]


def test_a_session_that_follows_none_has_nothing_to_look_back_at() -> None:
    assert carried(back_again().replace(before=None)) == {}


def test_what_is_celebrated_is_not_gone_through_again() -> None:
    state = after(back_again(), say_status(back_again(), kinds(), CELEBRATE, PAPER, "done"))
    assert done(state) == [PAPER]
    assert to_go_through(state, AGREEMENTS) == [SCHOOL, LAMPS, PARTY]
    state = after(state, say_status(state, kinds(), AGREEMENTS, SCHOOL, "done"))
    assert to_go_through(state, AGREEMENTS) == [SCHOOL, LAMPS, PARTY], "it was gone through here"


def test_the_next_one_is_one_of_which_nothing_was_said() -> None:
    state = after(back_again(), say_status(back_again(), kinds(), AGREEMENTS, SCHOOL, "busy"))
    assert next_unsaid(state, AGREEMENTS) == PAPER
    assert next_unsaid(state, AGREEMENTS, PAPER) == LAMPS
    assert next_unsaid(state, AGREEMENTS, PARTY) == ""


@pytest.mark.parametrize(
    ("count", "said", "asked"),
    [(6, 0, None), (9, 0, "many"), (9, 5, "many"), (9, 6, "enough"), (9, 9, None), (0, 0, None)],
)
def test_more_than_there_is_time_for_is_a_question(count: int, said: int, asked: str | None) -> None:
    state: State = following(agreed=many(count))(begun(EXAMPLE))
    for name in list(state.agreements())[:said]:
        state = after(state, say_status(state, kinds(), AGREEMENTS, name, "busy"))
    assert how_many(state, AGREEMENTS, 6) == asked
