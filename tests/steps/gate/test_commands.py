"""What can be done at the gate."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.steps.gate.commands import first_open, left_at, not_yes, reply
from facilitator.steps.gate.kind import Advice, GateStep, Reply
from tests.steps.outcomes import after
from tests.steps.running import begun, example

KEY = "gate/advice"
NEW = begun(example("gate"))
STEP = next(step for _, step in NEW.places())
QUESTIONS = ["more", "subjects", "support"]
REPLIES: list[Reply | None] = [*get_args(Reply), None]


def gate() -> GateStep:
    assert isinstance(STEP, GateStep)
    return STEP


def test_the_first_question_without_an_answer_comes_next() -> None:
    state = after(NEW, reply(NEW, kinds(), KEY, "more", "no"))
    state = after(state, reply(state, kinds(), KEY, "support", "yes"))
    assert first_open(gate(), left_at(state, KEY)) == "subjects"
    state = after(state, reply(state, kinds(), KEY, "subjects", "unknown"))
    assert first_open(gate(), left_at(state, KEY)) == ""
    said = [(question.id, answer) for question, answer in not_yes(gate(), left_at(state, KEY))]
    assert said == [("more", "no"), ("subjects", "unknown")]


def test_the_same_answer_is_no_change() -> None:
    state = after(NEW, reply(NEW, kinds(), KEY, "more", "no"))
    assert reply(state, kinds(), KEY, "more", "no") == []


@given(
    st.lists(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(REPLIES)), max_size=8),
    st.sampled_from([None, *get_args(Advice)]),
)
def test_the_last_answer_counts_and_the_advice_never_follows(
    said: list[tuple[str, Reply | None]], advice: Advice | None
) -> None:
    state = NEW.replace(results={KEY: {"advice": advice}} if advice else {})
    expected: dict[str, Reply | None] = {}
    for question, answer in said:
        state = after(state, reply(state, kinds(), KEY, question, answer))
        expected[question] = answer
    left = left_at(state, KEY)
    assert left.replies == {question: answer for question, answer in expected.items() if answer}
    assert left.advice == advice
