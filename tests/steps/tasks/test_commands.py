"""What can be done to tasks, from what they are made, and under which headings they stand."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.session.choices import chosen_first
from facilitator.session.registers import Item, Task
from facilitator.steps.tasks.commands import (
    answer,
    answer_to,
    by_heading,
    headings,
    make,
    rename,
    starts,
)
from facilitator.steps.tasks.kind import Question, TasksStep
from tests.steps.outcomes import after
from tests.steps.running import begun
from tests.steps.tasks.said import ITEMS, NEW, with_items, with_tasks

T0 = "task0000"
QUESTIONS = get_args(Question)


def test_a_task_from_an_item_knows_it_and_stands_under_its_heading() -> None:
    state = with_items(NEW)
    state = after(state, make(state, T0, "Kinderen gaan veilig naar school", "item0000"))
    assert state.tasks()[T0] == Task(
        name="Kinderen gaan veilig naar school", item="item0000", theme="verkeer"
    )
    state = after(state, make(state, "task0001", "Iets anders"))
    assert state.tasks()["task0001"] == Task(name="Iets anders")


def test_what_is_gone_is_said_to_be_gone() -> None:
    for outcome in (make(NEW, T0, "x", "item0000"), rename(NEW, T0, "x"), answer(NEW, T0, "chance", "x")):
        assert isinstance(outcome, Problem)
        assert outcome.code == "session.gone"


def test_the_same_answer_is_no_change() -> None:
    state = with_tasks(Task(name="Plein", why_now="nu"))
    assert answer(state, T0, "why_now", "nu") == []
    assert rename(state, T0, "Plein") == []
    assert after(state, answer(state, T0, "why_now", "")).tasks()[T0] == Task(name="Plein")


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(["", "a", "b"])), max_size=12))
def test_an_answer_changes_only_what_was_asked(said: list[tuple[Question, str]]) -> None:
    state, expected = with_tasks(Task(name="Plein"), Task(name="School")), dict.fromkeys(QUESTIONS, "")
    for question, text in said:
        state = after(state, answer(state, T0, question, text))
        expected[question] = text
    assert {each: answer_to(state.tasks()[T0], each) for each in QUESTIONS} == expected
    assert state.tasks()["task0001"] == Task(name="School")


# -- where tasks begin


def test_a_task_can_begin_with_what_was_said_but_not_with_what_is_good_already() -> None:
    assert list(starts(with_items(NEW))) == ["item0000", "item0001"]


def test_what_has_a_task_is_not_offered_again() -> None:
    state = with_items(NEW)
    state = after(state, make(state, T0, "Stapvoets", "item0000"))
    assert list(starts(state)) == ["item0001"]


def test_what_was_chosen_before_stands_first(tmp_path: Path) -> None:
    block = tmp_path / "keuze" / "example.toml"
    block.parent.mkdir()
    choose = 'id = "kies"\nkind = "choose"\namong = "items"\nminutes = 5\ntitle = "Kies"\n'
    tasks = 'id = "opgaven"\nkind = "tasks"\nminutes = 5\ntitle = "Opgaven"\n'
    block.write_text(
        'format = 1\ntitle = "Kiezen"\nwhy = "Daarom"\nsource_status = "derived"\n'
        f"[[step]]\n{choose}[[step]]\n{tasks}",
        encoding="utf-8",
    )
    chosen = {"chosen": ["item0002", "item0001", "gone0000"]}
    state = with_items(begun(block)).replace(results={"keuze/kies": chosen})
    assert chosen_first(state) == ["item0002", "item0001"]
    assert list(starts(state)) == ["item0002", "item0001", "item0000"], "chosen, so also what is good"


# -- headings


def test_headings_are_those_of_tasks_first_and_each_stands_once() -> None:
    state = with_tasks(Task(name="A", theme="wonen"), Task(name="B", theme="wonen"))
    items = {**ITEMS, "item0009": Item(text="x", sort="worry", theme="wonen")}
    assert headings(state.replace(registers={**state.registers, "items": items})) == ["wonen", "verkeer"]


def test_tasks_stand_under_their_headings_and_without_one_last() -> None:
    state = with_tasks(
        Task(name="A"),
        Task(name="B", theme="wonen"),
        Task(name="C", theme="groen"),
        Task(name="D", theme="wonen"),
    )
    assert by_heading(state) == {
        "wonen": ["task0001", "task0003"],
        "groen": ["task0002"],
        "": ["task0000"],
    }


# -- what an author is told


def test_a_question_that_is_asked_twice_is_a_mistake() -> None:
    def check(*ask: str) -> list[tuple[str, str]]:
        said = {"id": "a", "kind": "tasks", "title": "A", "minutes": 5, "ask": [*ask]}
        found = kinds()["tasks"].check(TasksStep.model_validate(said), NEW.scenario)
        return [(each.code, each.key) for each in found]

    assert check("for_whom", "chance", "for_whom") == [("tasks.asked_twice", "ask[3]")]
    assert check("for_whom", "chance") == []
