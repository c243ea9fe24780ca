"""Events say nothing that a file could not hold, and come back from a line as they went in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue, ValidationError

from facilitator.problems import Problem
from facilitator.session.commands import set_result
from facilitator.session.events import ACTION, JournalEntry, RegisterPut, ResultSet
from facilitator.session.registers import Actor
from tests.storage.story import KINDS, act, begin, evenings


@given(evenings(most=8))
def test_an_action_comes_back_from_json(actions: list[JournalEntry]) -> None:
    for action in actions:
        assert ACTION.validate_json(ACTION.dump_json(action), context={"kinds": KINDS}) == action


def result(value: object) -> ResultSet:
    return ResultSet.model_validate({"use": "open", "step": "welcome", "field": "reason", "value": value})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**63, [None], {"a": [[None]]}])
def test_what_no_file_can_hold_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        result(value)


def test_texts_in_a_result_are_cleaned_and_what_is_empty_is_left_out() -> None:
    value = {"a": "x\ud800\x1b[2J\r\ny ", "b": None, "c": [{"d": None, "e": 1}]}
    assert result(value).value == {"a": "x\ufffd\ufffd[2J\ny", "c": [{"e": 1}]}
    assert result(None).value is None


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5)
)
def test_a_result_is_kept_or_refused_but_never_breaks(value: JsonValue) -> None:
    outcome = set_result(begin(), KINDS, "urgency/ask", "answers", value)
    assert outcome == Problem("session.bad_value") or isinstance(outcome, list)


@pytest.mark.parametrize("entry", [{"name": "x"}, [], 3, Actor(name="De bakker", side="informal")])
@pytest.mark.parametrize("register", ["agreements", "nothing"])
def test_an_entry_that_is_not_of_its_register_is_refused(register: str, entry: object) -> None:
    with pytest.raises(ValidationError):
        RegisterPut.model_validate({"register_name": register, "id": "aaaaaaaa", "entry": entry})


def test_a_line_of_json_with_another_entry_is_refused() -> None:
    put = RegisterPut(register_name="actors", id="aaaaaaaa", entry=Actor(name="De bakker", side="informal"))
    said = json.loads(ACTION.dump_json(act(1, put)))
    assert ACTION.validate_json(json.dumps(said)) == act(1, put)
    said["events"][0]["entry"]["street"] = "Dorpsstraat"
    with pytest.raises(ValidationError):
        ACTION.validate_json(json.dumps(said))
