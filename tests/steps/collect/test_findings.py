"""What a group's lines, links and energy make us ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.items import items_of
from facilitator.session.registers import Item
from facilitator.session.state import State
from facilitator.steps.collect.chains import arrows
from facilitator.steps.collect.findings import (
    actors_in_turn,
    by_energy,
    felt_without_energy,
    gather_question,
    no_bridge,
    speaking,
    without_line,
)
from facilitator.steps.collect.wording import link_sentence
from tests.steps.collect.brought import NL, STREET, item, knows, link, network, session, step_of, worries

PRIDE, WORRY = 0, 1
"""The first questions of the example."""


def _asked(state: State, number: int) -> str:
    found = gather_question(state, state.scenario.uses[0], step_of(state, "ophalen"), number)
    return found.code if found else ""


@pytest.mark.parametrize(
    ("people", "kept"),
    [
        ({"bewoners": 3, "beleid": 1}, "apart"),
        ({"bewoners": 2, "beleid": 6}, "together"),
        ({"beleid": 6}, "absent"),
        ({}, "together"),
    ],
)
def test_lines_are_kept_apart_only_when_they_point_at_nobody(people: dict[str, int], kept: str) -> None:
    assert speaking(session().replace(people=people), "bewoners") == kept


def test_pride_is_asked_about_before_the_first_worry_and_only_then() -> None:
    assert _asked(session(), WORRY) == "pride_first"
    assert _asked(session(), PRIDE) == ""
    assert _asked(session([item("het plein", "pride")]), WORRY) == ""
    assert _asked(session([item("meer groen", "ambition")]), WORRY) == "pride_first"
    assert _asked(session(worries("hondenpoep")), WORRY) == ""


def test_pride_is_not_asked_about_where_the_step_has_no_question_about_it() -> None:
    state = session()
    step = step_of(state, "ophalen")
    worry = step.model_copy(update={"prompts": [each for each in step.prompts if each.sort != "pride"]})
    assert worry.prompts[0].sort == "worry"
    assert gather_question(state, state.scenario.uses[0], worry, 0) is None
    later = step.model_copy(update={"prompts": [step.prompts[WORRY], step.prompts[PRIDE]]})
    assert gather_question(state, state.scenario.uses[0], later, 0) == RoomQuestion("pride_first")


def test_enough_is_a_question_about_the_lines_of_one_sort() -> None:
    assert _asked(session(worries(*STREET, "x")), WORRY) == ""
    assert _asked(session(worries(*STREET, "x", "y")), WORRY) == "enough"
    assert _asked(session(worries(*STREET, "x", "y")), PRIDE) == ""


def test_items_are_looked_at_by_sort_or_all() -> None:
    state = session([item("a"), item("b", "pride"), item("c", "ambition")])
    assert list(items_of(state, ["worry", "ambition"])) == ["item0000", "item0002"]
    assert len(items_of(state, [])) == 3


def test_who_has_no_office_is_first() -> None:
    assert actors_in_turn(session(actors=network())) == ["actor002", "actor003", "actor000", "actor001"]


def test_the_connection_between_the_sides_is_asked_about() -> None:
    among = [knows(0, 1), knows(2, 3)]
    asked = no_bridge(session(actors=network(), links=among))
    assert asked is not None
    assert asked.code == "no_bridge"
    assert no_bridge(session(actors=network(), links=[*among, knows(3, 0)])) is None
    assert no_bridge(session(actors=network()[:2])) is None, "with one side there is nothing to connect"
    assert no_bridge(session()) is None


def test_a_group_without_a_line_to_an_organisation_is_named() -> None:
    one_line = session(actors=network(), links=[knows(2, 0), knows(2, 3)])
    assert without_line(one_line) == ["actor003"]
    assert without_line(session(actors=network(), links=[knows(2, 0), knows(1, 3)])) == []
    assert without_line(session(actors=network())) == [], "nobody said yet who knows whom"
    assert without_line(session(actors=network()[2:], links=[knows(2, 3)])) == []


# -- energy


def _felt(items: list[Item], *links: tuple[int, int]) -> tuple[str, str] | None:
    state = session(items, [link(start, end, "worsens") for start, end in links])
    found = felt_without_energy(state, ["worry"])
    return (found.code, str(found.values["what"])) if found else None


def test_that_on_which_most_hangs_is_asked_about_first() -> None:
    hanging = ((0, 1), (2, 1))
    assert _felt(worries("a", "b", "c", shared="shared", energy="none"), *hanging) == ("felt.arrows", "b")
    energy = [item("a"), item("b", energy="some"), item("c", shared="shared", energy="none")]
    assert _felt(energy, *hanging) == ("felt.shared", "c")


def test_what_is_shared_then_the_heading_with_most_lines() -> None:
    many = worries("a", "b", "c", theme="straat", energy="none")
    assert _felt([*many, item("d", shared="shared", energy="none")]) == ("felt.shared", "d")
    assert _felt([*many, item("d", shared="one-side")]) == ("felt.heading", "straat")
    assert _felt([*many[1:], item("d", theme="straat", energy="much")]) is None
    assert _felt([*many, *worries("d", "e", "f", theme="groen", energy="none")]) is None, (
        "no one heading has most"
    )
    assert _felt(many[:2]) is None, "two lines are not much"


def test_where_nothing_stands_out_nothing_is_asked() -> None:
    assert _felt([]) is None
    assert _felt(worries("a", "b", energy="none")) is None
    assert _felt(worries("a", "b", shared="shared")) is None, "nobody was asked for hands"
    assert _felt(worries("a", "b", shared="shared", energy="some")) is None


def test_items_of_other_sorts_are_not_asked_about() -> None:
    assert _felt([item("a", "pride", shared="shared", energy="none")]) is None


@given(st.lists(st.sampled_from(["", "none", "some", "much"]), max_size=10))
def test_most_energy_is_first_and_equals_keep_their_order(drawn: list[str]) -> None:
    state = session([item(f"{n}", energy=energy) for n, energy in enumerate(drawn)])
    order = by_energy(state, list(state.items()))
    strengths = {"much": 0, "some": 1, "none": 2, "": 3}
    ranked = [(strengths[state.items()[name].energy], name) for name in order]
    assert ranked == sorted(ranked)
    assert set(order) == set(state.items())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("het is te druk", "Het is te druk maakt ruzie op straat erger."),
        ("het is veel te druk", "“het is veel te druk” maakt “ruzie op straat” erger."),
    ],
)
def test_a_text_of_more_than_four_words_stands_between_quotation_marks(text: str, said: str) -> None:
    state = session(worries(text, "ruzie op straat"), [link(0, 1, "worsens")])
    assert link_sentence(next(iter(arrows(state))), state, NL) == said
