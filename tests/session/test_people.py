"""How many there are, and what becomes of groups that are too small to be shown apart."""

from __future__ import annotations

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.session.commands import (
    choose_small_groups,
    count_people,
    smallest,
    too_small,
    unsettled,
)
from facilitator.session.fold import LISTENERS
from facilitator.session.state import State
from tests.steps.outcomes import after, refused
from tests.steps.running import begun, example

KINDS = kinds()


@pytest.fixture
def evening() -> State:
    """Give a session in which two residents are too few and three professionals are enough."""
    people = {"beleid": 0, "bewoners": 2, "professionals": 3}
    return begun(example("checkin")).replace(people=people)


def test_people_are_counted_per_perspective_and_who_listens(evening: State) -> None:
    counted = after(evening, count_people(evening, "bewoners", 7))
    assert counted.people == {"beleid": 0, "bewoners": 7, "professionals": 3}
    assert after(counted, count_people(counted, LISTENERS, 4)).listeners == 4


def test_nobody_is_counted_where_no_one_answers_or_more_than_a_session_holds(evening: State) -> None:
    assert refused(count_people(evening, "vissers", 7)) == "session.no_perspective"
    for count, fits in ((-1, False), (0, True), (500, True), (501, False)):
        outcome = count_people(evening, "bewoners", count)
        assert isinstance(outcome, Problem) is not fits
        if not fits:
            assert (refused(outcome), outcome.values) == ("session.people", {"most": 500})  # type: ignore[union-attr]


def test_a_group_is_too_small_under_three_and_under_five_where_it_is_sensitive(evening: State) -> None:
    assert too_small(evening, smallest(sensitive=False)) == ["bewoners"]
    assert too_small(evening, smallest(sensitive=True)) == ["bewoners", "professionals"]


def test_a_small_group_is_unsettled_until_the_room_chose(evening: State) -> None:
    assert unsettled(evening, 3) == ["bewoners"]
    together = after(evening, choose_small_groups(evening, KINDS, together=True))
    assert together.small_groups().grouping == "total"
    assert unsettled(together, 5) == []
    told = after(evening, choose_small_groups(evening, KINDS, together=False, silent=["bewoners"]))
    assert told.small_groups().grouping == "perspective"
    assert list(told.small_groups().silent) == ["bewoners"]
    assert unsettled(told, 3) == []
    assert unsettled(told, 5) == ["professionals"], "who is small only here was not asked yet"
