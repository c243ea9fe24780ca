"""What making, hearing and amending leave, from the state that follows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.registers import Agreement, Objection, Task
from facilitator.session.state import State
from facilitator.steps.agreements.commands import (
    Firmness,
    amend,
    assign_task,
    change,
    choose_firmness,
    end_without,
    explain,
    firmness_of,
    hear_none,
    make,
    meet,
    object_later,
    object_to,
    set_first_step,
    stand_beside,
)
from tests.steps.outcomes import after, refused
from tests.steps.running import PEOPLE, begun, example

ONE, TWO, OBJECTION = "agree001", "agree002", "object01"
DUE = date(2026, 4, 1)
KEY = "agreements/afspraken"


@pytest.fixture
def evening() -> State:
    return begun(example("agreements"))


@pytest.fixture
def agreed(evening: State) -> State:
    """An evening with one agreement to which nobody was asked to object yet."""
    return after(evening, make(evening, ONE, "De stoep herstellen", "gemeente", DUE))


def test_with_who_and_when_it_is_an_agreement(agreed: State) -> None:
    assert agreed.agreements()[ONE] == Agreement(
        what="De stoep herstellen", who="gemeente", due=DUE, firmness="agreement"
    )


@pytest.mark.parametrize(("who", "due"), [("", DUE), ("gemeente", None), ("", None), (" \t ", DUE)])
def test_without_who_or_when_it_is_an_idea(evening: State, who: str, due: date | None) -> None:
    made = after(evening, make(evening, ONE, "De stoep herstellen", who, due)).agreements()[ONE]
    assert made.firmness == "idea"


@pytest.mark.parametrize("what", ["", "  ", "\u200b"])
def test_an_agreement_says_something(agreed: State, what: str) -> None:
    assert refused(make(agreed, TWO, what, "gemeente", DUE)) == "agreements.what_first"
    assert refused(change(agreed, ONE, what, "gemeente", DUE)) == "agreements.what_first"
    assert refused(amend(agreed, ONE, what, "gemeente", DUE)) == "agreements.what_first"


def test_what_is_too_long_is_refused(agreed: State) -> None:
    assert refused(make(agreed, TWO, "x" * 301, "", None)) == "session.bad_value"
    assert refused(change(agreed, ONE, "x", "y" * 301, DUE)) == "session.bad_value"
    assert refused(object_to(agreed, ONE, OBJECTION, "z" * 301)) == "session.bad_value"
    assert refused(set_first_step(agreed, ONE, "z" * 301)) == "session.bad_value"


def test_before_objections_are_asked_a_change_keeps_no_earlier_text(agreed: State) -> None:
    changed = after(agreed, change(agreed, ONE, "De stoep maken", "gemeente", DUE)).agreements()[ONE]
    assert (changed.what, changed.versions) == ("De stoep maken", [])


def test_what_stays_the_same_is_no_change(agreed: State) -> None:
    assert change(agreed, ONE, " De stoep  herstellen", "gemeente", DUE) == []


@pytest.mark.parametrize(("who", "due"), [("", DUE), ("gemeente", None)])
def test_taking_away_who_or_when_makes_it_an_idea_again(agreed: State, who: str, due: date | None) -> None:
    changed = after(agreed, change(agreed, ONE, "De stoep herstellen", who, due))
    assert changed.agreements()[ONE].firmness == "idea"
    back = after(changed, change(changed, ONE, "De stoep herstellen", "gemeente", DUE))
    assert back.agreements()[ONE].firmness == "agreement"


@pytest.mark.parametrize("chosen", ["idea", "intention", "decision"])
def test_what_was_chosen_stays_while_who_and_when_are_there(agreed: State, chosen: Firmness) -> None:
    state = after(agreed, choose_firmness(agreed, ONE, chosen))
    state = after(state, change(state, ONE, "Iets anders", "wijkteam", DUE))
    assert state.agreements()[ONE].firmness == chosen


def test_no_one_can_choose_more_than_an_idea_without_who_and_when(evening: State) -> None:
    state = after(evening, make(evening, ONE, "De stoep herstellen", "", DUE))
    assert refused(choose_firmness(state, ONE, "decision")) == "agreements.who_and_when_first"


@given(
    who=st.sampled_from(["", " ", "gemeente"]),
    due=st.sampled_from([None, DUE]),
    before=st.builds(
        Agreement,
        what=st.just("x"),
        who=st.sampled_from(["", "wijkteam"]),
        due=st.sampled_from([None, DUE]),
        firmness=st.sampled_from(["idea", "intention", "agreement", "decision"]),
    )
    | st.none(),
)
def test_nothing_is_firm_without_who_and_when(who: str, due: date | None, before: Agreement | None) -> None:
    firm = firmness_of(who, due, before)
    assert (firm == "idea") or (who.strip() and due)
    if who.strip() and due and before is None:
        assert firm == "agreement"


# -- consent


def test_no_objection_keeps_who_were_there(agreed: State) -> None:
    heard = after(agreed, hear_none(agreed, ONE)).agreements()[ONE]
    assert (heard.heard, heard.present, heard.objections) == ("no-objection", PEOPLE, [])


def test_an_objection_has_a_reason(agreed: State) -> None:
    assert refused(object_to(agreed, ONE, OBJECTION, "  ")) == "agreements.reason_first"
    found = after(agreed, object_to(agreed, ONE, OBJECTION, "Te duur")).agreements()[ONE]
    assert found.heard == "objection"
    assert found.objections == [Objection(id=OBJECTION, reason="Te duur", perspective=None, status="open")]


def test_an_objection_that_is_explained_later_stays_open(agreed: State) -> None:
    state = after(agreed, object_later(agreed, ONE, OBJECTION))
    assert state.agreements()[ONE].heard == "later"
    assert state.agreements()[ONE].objections == [Objection(id=OBJECTION, status="later")]
    state = after(state, explain(state, ONE, OBJECTION, "Te duur"))
    assert state.agreements()[ONE].objections == [Objection(id=OBJECTION, reason="Te duur", status="open")]


def test_a_perspective_stands_beside_it_only_when_it_is_chosen(agreed: State) -> None:
    state = after(agreed, object_to(agreed, ONE, OBJECTION, "Te duur"))
    state = after(state, stand_beside(state, ONE, OBJECTION, "bewoners"))
    assert state.agreements()[ONE].objections[0].perspective == "bewoners"
    state = after(state, stand_beside(state, ONE, OBJECTION, None))
    assert state.agreements()[ONE].objections[0].perspective is None
    assert refused(stand_beside(state, ONE, OBJECTION, "marsmannen")) == "session.no_perspective"


def test_amending_keeps_the_earlier_text_and_asks_again(agreed: State) -> None:
    state = after(agreed, object_to(agreed, ONE, OBJECTION, "Te duur"))
    state = after(state, change(state, ONE, "De stoep herstellen met klinkers", "gemeente", DUE))
    found = state.agreements()[ONE]
    assert found.what == "De stoep herstellen met klinkers"
    assert [(each.what, each.who, each.due, each.because) for each in found.versions] == [
        ("De stoep herstellen", "gemeente", DUE, "Te duur")
    ]
    assert (found.heard, found.present) == ("", {})


def test_amending_alone_meets_no_objection(agreed: State) -> None:
    state = after(agreed, object_to(agreed, ONE, OBJECTION, "Te duur"))
    state = after(state, change(state, ONE, "Anders", "gemeente", DUE))
    assert [each.status for each in state.agreements()[ONE].objections] == ["open"]
    state = after(state, hear_none(state, ONE))
    assert [each.status for each in state.agreements()[ONE].objections] == ["met"]


def test_one_objection_can_be_met(agreed: State) -> None:
    state = after(agreed, object_to(agreed, ONE, OBJECTION, "Te duur"))
    state = after(state, object_to(state, ONE, "object02", "Te laat"))
    state = after(state, meet(state, ONE, "object02"))
    assert [each.status for each in state.agreements()[ONE].objections] == ["open", "met"]


def test_what_is_gone_can_not_be_changed(agreed: State) -> None:
    outcomes = [
        change(agreed, TWO, "x", "y", DUE),
        amend(agreed, TWO, "x", "y", DUE),
        choose_firmness(agreed, TWO, "idea"),
        set_first_step(agreed, TWO, "x"),
        hear_none(agreed, TWO),
        object_to(agreed, TWO, OBJECTION, "x"),
        object_later(agreed, TWO, OBJECTION),
        explain(agreed, ONE, OBJECTION, "x"),
        stand_beside(agreed, ONE, OBJECTION, None),
        meet(agreed, ONE, OBJECTION),
    ]
    assert {refused(each) for each in outcomes} == {"session.gone"}


# -- ending


def test_an_agreement_takes_back_the_choice_for_none_in_the_same_action(evening: State) -> None:
    state = after(evening, end_without(evening, KEY))
    assert state.result(KEY) == {"no_agreement": True}
    assert end_without(state, KEY) == []
    idea = after(state, make(state, ONE, "De stoep herstellen", "", None))
    assert idea.result(KEY) == {"no_agreement": True}
    firm = after(idea, change(idea, ONE, "De stoep herstellen", "gemeente", DUE))
    assert firm.result(KEY) == {"no_agreement": False}


def test_a_first_step_can_be_written_and_taken_away(agreed: State) -> None:
    state = after(agreed, set_first_step(agreed, ONE, "De gemeente belt maandag"))
    assert state.agreements()[ONE].first_step == "De gemeente belt maandag"
    assert after(state, set_first_step(state, ONE, "")).agreements()[ONE].first_step == ""


# -- the task it belongs to


def test_an_agreement_belongs_to_a_task_that_is_there_or_to_none(evening: State) -> None:
    made = after(evening, make(evening, ONE, "Een bank", "huismeester", DUE))
    with_task = made.replace(registers={**made.registers, "tasks": {"task0001": Task(name="Prettig spelen")}})
    tied = after(with_task, assign_task(with_task, ONE, "task0001"))
    assert tied.agreements()[ONE].task == "task0001"
    assert refused(assign_task(tied, ONE, "task0002")) == "session.no_task"
    assert after(tied, assign_task(tied, ONE, None)).agreements()[ONE].task is None
    assert refused(assign_task(tied, TWO, "task0001")) == "session.gone"
