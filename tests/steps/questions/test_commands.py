"""What can be done to answers."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.scenario.duration import Expected
from facilitator.session.state import State
from facilitator.steps.questions.commands import (
    add,
    answers,
    answers_to,
    differ,
    nobody_differs,
    remove,
    reword,
)
from facilitator.steps.questions.kind import Answer
from tests.steps.outcomes import after
from tests.steps.running import begun, example

KEY = "questions/together"
GROUPS = "questions/small-groups"
NEW = begun(example("questions"))

WORDS = st.sampled_from(["de speeltuin", "lieve buren", "koffie"])
DO = st.one_of(
    st.tuples(st.just("add"), WORDS),
    st.tuples(st.just("reword"), WORDS),
    st.tuples(st.just("differ"), st.just("")),
    st.tuples(st.just("remove"), st.just("")),
)


def with_lines(*texts: str) -> State:
    state = NEW
    for number, text in enumerate(texts):
        answer = Answer(id=f"answer{number:02}", question="proud", text=text)
        state = after(state, add(state, kinds(), KEY, answer))
    return state


def texts(state: State) -> list[str]:
    return [each.text for each in answers(state, KEY)]


def test_answers_stand_in_the_order_in_which_they_were_said() -> None:
    assert texts(with_lines("a", "b", "a")) == ["a", "b", "a"]


def test_answers_belong_to_their_question() -> None:
    state = after(
        NEW, add(NEW, kinds(), GROUPS, Answer(id="answer00", question="why-here", text="de school is weg"))
    )
    assert [each.text for each in answers_to(state, GROUPS, "why-here")] == ["de school is weg"]
    assert answers_to(state, GROUPS, "what") == []


def test_a_line_is_said_in_other_words_in_its_place() -> None:
    state = with_lines("a", "b", "c")
    assert texts(after(state, reword(state, kinds(), KEY, "answer01", "beter"))) == ["a", "beter", "c"]


def test_the_same_words_are_no_change() -> None:
    state = with_lines("a")
    assert reword(state, kinds(), KEY, "answer00", "a") == []


def test_a_line_that_is_gone_is_said_to_be_gone() -> None:
    for outcome in (
        remove(NEW, kinds(), KEY, "answer00"),
        reword(NEW, kinds(), KEY, "answer00", "x"),
        differ(NEW, kinds(), KEY, "answer00"),
    ):
        assert isinstance(outcome, Problem)
        assert outcome.code == "session.gone"


def test_who_differs_is_asked_only_when_something_was_said_and_nobody_did() -> None:
    assert not nobody_differs(NEW, KEY)
    state = with_lines("a", "b")
    assert nobody_differs(state, KEY)
    state = after(state, differ(state, kinds(), KEY, "answer01"))
    assert [each.differs for each in answers(state, KEY)] == [False, True]
    assert not nobody_differs(state, KEY)
    state = after(state, differ(state, kinds(), KEY, "answer01"))
    assert nobody_differs(state, KEY)


@given(st.lists(st.tuples(DO, st.integers(0, 20)), max_size=12))
def test_what_is_done_to_one_line_leaves_the_others_alone(
    doings: Sequence[tuple[tuple[str, str], int]],
) -> None:
    state = NEW
    for number, ((what, text), which) in enumerate(doings):
        before = answers(state, KEY)
        if what == "add":
            answer = Answer(id=f"answer{number:02}", question="proud", text=text)
            state = after(state, add(state, kinds(), KEY, answer))
            assert answers(state, KEY) == [*before, answer]
            continue
        if not before:
            continue
        name = before[which % len(before)].id
        if what == "reword":
            outcome = reword(state, kinds(), KEY, name, text)
        else:
            outcome = (differ if what == "differ" else remove)(state, kinds(), KEY, name)
        state = after(state, outcome)
        others = [each for each in before if each.id != name]
        assert [each for each in answers(state, KEY) if each.id != name] == others
        assert len(answers(state, KEY)) == len(before) - (what == "remove")


def test_questions_that_belong_to_no_choice_are_all_asked_whatever_was_chosen() -> None:
    asked = [{"id": f"q{n}", "text": f"Vraag {n}?"} for n in range(4)]
    raw = {"id": "praten", "kind": "questions", "title": "Praten", "minutes": 10, "of": "kiezen"}
    step = kinds()["questions"].step.model_validate({**raw, "questions": asked})
    takes = kinds()["questions"].takes
    assert takes is not None
    told = takes(step, NEW.scenario, Expected(12, {"chosen": 1}))
    assert told is not None
    assert told.n == 4
