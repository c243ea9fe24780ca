"""What can be done with last time's agreements, from the state that follows."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.session.agreement_status import Status
from facilitator.session.state import State
from facilitator.steps.review.commands import (
    add,
    celebrate,
    change_owner,
    reword,
    say_needed,
    say_status,
    take_back,
    take_out,
)
from facilitator.steps.review.findings import left_at
from facilitator.steps.review.kind import Learnt
from tests.steps.outcomes import after, refused
from tests.steps.review.lasttime import AGREEMENTS, CELEBRATE, LAMPS, LEARN, PAPER, SCHOOL, back_again

NEW = date(2026, 4, 1)


def said(state: State, name: str, status: Status, due: date | None = None) -> State:
    return after(state, say_status(state, kinds(), AGREEMENTS, name, status, due))


@pytest.mark.parametrize("status", get_args(Status))
def test_how_an_agreement_stands_is_kept_with_it_and_with_the_step(status: Status) -> None:
    state = said(back_again(), PAPER, status)
    assert state.agreements()[PAPER].status == status
    assert left_at(state, AGREEMENTS).said == {PAPER: status}
    assert left_at(state, CELEBRATE).said == {}


def test_postponing_counts_once_and_keeps_the_new_date() -> None:
    state = said(back_again(), LAMPS, "postponed", NEW)
    assert (state.agreements()[LAMPS].postponed, state.agreements()[LAMPS].due) == (3, NEW)
    state = said(state, LAMPS, "postponed", date(2026, 5, 1))
    assert state.agreements()[LAMPS].postponed == 3, "the date was only mended"
    assert said(state, LAMPS, "busy").agreements()[LAMPS].postponed == 2


def test_without_a_new_date_the_old_one_stays() -> None:
    state = said(back_again(), PAPER, "postponed")
    assert (state.agreements()[PAPER].postponed, state.agreements()[PAPER].due) == (1, date(2026, 1, 20))


def test_what_was_said_is_taken_back() -> None:
    state = said(back_again(), LAMPS, "postponed", NEW)
    state = after(state, take_back(state, kinds(), AGREEMENTS, LAMPS))
    assert (state.agreements()[LAMPS].status, state.agreements()[LAMPS].postponed) == ("open", 2)
    assert left_at(state, AGREEMENTS).said == {}
    assert take_back(state, kinds(), AGREEMENTS, LAMPS) == []


def test_saying_the_same_twice_is_no_change() -> None:
    state = said(back_again(), PAPER, "busy")
    assert say_status(state, kinds(), AGREEMENTS, PAPER, "busy") == []


def test_what_it_takes_and_whose_it_is() -> None:
    state = after(back_again(), say_needed(back_again(), SCHOOL, " een tweede  lijst"))
    assert state.agreements()[SCHOOL].needed == "een tweede lijst"
    assert after(state, say_needed(state, SCHOOL, "")).agreements()[SCHOOL].needed == ""
    state = after(state, change_owner(state, SCHOOL, "oudercomité"))
    assert state.agreements()[SCHOOL].who == "oudercomité"
    assert refused(change_owner(state, SCHOOL, "  ")) == "review.who_first"
    assert refused(say_needed(state, SCHOOL, "x" * 301)) == "session.bad_value"


def test_what_is_gone_can_not_be_looked_back_at() -> None:
    state = back_again()
    assert refused(say_status(state, kinds(), AGREEMENTS, "gone0000", "done")) == "session.gone"
    assert refused(take_back(state, kinds(), AGREEMENTS, "gone0000")) == "session.gone"
    assert refused(say_needed(state, "gone0000", "x")) == "session.gone"
    assert refused(change_owner(state, "gone0000", "x")) == "session.gone"


def test_an_agreement_of_tonight_is_not_looked_back_at() -> None:
    state = back_again().replace(before=None)
    assert refused(say_status(state, kinds(), AGREEMENTS, PAPER, "done")) == "session.gone"


def test_how_something_is_celebrated_is_one_line() -> None:
    state = after(back_again(), celebrate(back_again(), kinds(), CELEBRATE, "line0001", PAPER, "taart"))
    assert left_at(state, CELEBRATE).worked == [Learnt(id="line0001", text="taart", agreement=PAPER)]
    state = after(state, celebrate(state, kinds(), CELEBRATE, "line0002", PAPER, "applaus"))
    assert [each.text for each in left_at(state, CELEBRATE).worked] == ["applaus"]
    assert celebrate(state, kinds(), CELEBRATE, "line0002", PAPER, "applaus") == []
    state = after(state, celebrate(state, kinds(), CELEBRATE, "line0002", PAPER, " "))
    assert left_at(state, CELEBRATE).worked == []
    assert celebrate(state, kinds(), CELEBRATE, "line0002", PAPER, " ") == []


def test_lines_are_added_reworded_and_taken_out() -> None:
    state = after(back_again(), add(back_again(), kinds(), LEARN, "learnt", "line0001", "Begin klein."))
    state = after(state, reword(state, kinds(), LEARN, "learnt", "line0001", "Klein beginnen."))
    assert [each.text for each in left_at(state, LEARN).learnt] == ["Klein beginnen."]
    assert reword(state, kinds(), LEARN, "learnt", "line0001", "Klein beginnen.") == []
    assert refused(reword(state, kinds(), LEARN, "worked", "line0001", "x")) == "session.gone"
    assert refused(add(state, kinds(), LEARN, "learnt", "line0002", " ")) == "session.bad_value"
    assert left_at(after(state, take_out(state, kinds(), LEARN, "learnt", "line0001")), LEARN).learnt == []


wishes = st.tuples(
    st.sampled_from([PAPER, LAMPS]),
    st.sampled_from([*get_args(Status), None]),
    st.sampled_from([None, NEW]),
)


@given(st.lists(wishes, max_size=15))
def test_however_often_it_is_said_an_agreement_counts_as_postponed_once(
    wanted: list[tuple[str, Status | None, date | None]],
) -> None:
    state = back_again()
    before = {name: each.postponed for name, each in state.agreements().items()}
    for name, status, due in wanted:
        outcome = (
            take_back(state, kinds(), AGREEMENTS, name)
            if status is None
            else say_status(state, kinds(), AGREEMENTS, name, status, due)
        )
        assert not isinstance(outcome, Problem)
        state = after(state, outcome)
    left = left_at(state, AGREEMENTS).said
    for name, each in state.agreements().items():
        assert each.postponed == before[name] + (left.get(name) == "postponed")
        assert name not in left or each.status == left[name]


# -- what was heard belongs to the words that were heard

HEARD = {"heard": "no-objection", "present": {"beleid": 6, "bewoners": 5}}


def after_hearing() -> State:
    state = back_again()
    agreements = {
        name: each.model_copy(update=HEARD if name == PAPER else {})
        for name, each in state.agreements().items()
    }
    return state.replace(registers={"agreements": agreements})


def test_another_owner_was_not_heard() -> None:
    state = after(after_hearing(), change_owner(after_hearing(), PAPER, "wijkteam", NEW))
    found = state.agreements()[PAPER]
    assert (found.who, found.heard, found.present) == ("wijkteam", "", {})
    version = found.versions[-1]
    assert (version.who, version.heard, version.changed_on) == ("redactie", "no-objection", NEW)
    assert version.present == HEARD["present"]


def test_postponing_keeps_from_when_it_moved_and_taking_it_back_gives_all_of_it_back() -> None:
    before = after_hearing()
    state = said(before, PAPER, "postponed", NEW)
    found = state.agreements()[PAPER]
    assert (found.due, found.heard) == (NEW, "")
    assert [(each.due, each.how, each.heard) for each in found.versions] == [
        (date(2026, 1, 20), "postponed", "no-objection")
    ]
    mended = said(state, PAPER, "postponed", date(2026, 5, 1)).agreements()[PAPER]
    assert [each.due for each in mended.versions] == [date(2026, 1, 20)], "it moved once"
    back = after(state, take_back(state, kinds(), AGREEMENTS, PAPER))
    assert back.agreements()[PAPER] == before.agreements()[PAPER]
    busy = said(state, PAPER, "busy").agreements()[PAPER]
    assert (busy.due, busy.heard, busy.versions) == (date(2026, 1, 20), "no-objection", [])
