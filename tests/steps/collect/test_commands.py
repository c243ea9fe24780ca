"""What can be done with what a group brought up."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from facilitator.problems import Problem
from facilitator.session.commands import drop
from facilitator.steps.collect.chains import arrows
from facilitator.steps.collect.commands import (
    LONGEST_HEADING,
    acquaint,
    change,
    connect,
    put_under,
    reword_heading,
)
from facilitator.steps.collect.findings import acquaintances, headings, known_by
from tests.steps.collect.brought import STREET, item, network, session, worries
from tests.steps.outcomes import after

FOUR = session(worries(*STREET))


def test_a_change_leaves_the_rest_and_no_change_is_no_event() -> None:
    state = session([item("hondenpoep", perspective="bewoners", theme="straat")])
    changed = after(state, change(state, "items", "item0000", energy="much")).items()["item0000"]
    assert changed == item("hondenpoep", perspective="bewoners", theme="straat", energy="much")
    assert change(state, "items", "item0000", theme="straat") == []


def test_what_is_gone_can_not_be_changed() -> None:
    for outcome in (
        change(FOUR, "items", "item0009", energy="much"),
        change(FOUR, "actors", "actor000", energy="much"),
        put_under(FOUR, "item0009", "straat"),
        connect(FOUR, "link0000", "item0000", "item0009", "worsens"),
    ):
        assert isinstance(outcome, Problem)
        assert outcome.code == "session.gone"


def test_a_heading_that_differs_in_capitals_is_the_same_heading() -> None:
    state = after(FOUR, put_under(FOUR, "item0000", "Op straat"))
    state = after(state, put_under(state, "item0001", "op STRAAT"))
    assert headings(state) == ["Op straat"]
    state = after(state, put_under(state, "item0000", ""))
    assert state.items()["item0000"].theme == ""


def test_a_heading_is_no_longer_than_fits_beside_others() -> None:
    state = after(FOUR, put_under(FOUR, "item0000", "x" * 100))
    assert headings(state) == ["x" * LONGEST_HEADING]


def test_a_heading_gets_another_name_for_all_that_stands_under_it() -> None:
    state = session([*worries("a", "b", theme="straat"), item("c", theme="groen"), item("d")])
    state = after(state, reword_heading(state, "straat", "op straat"))
    assert [each.theme for each in state.items().values()] == ["op straat", "op straat", "groen", ""]
    state = after(state, reword_heading(state, "op straat", "Op Straat"))
    assert headings(state) == ["Op Straat", "groen"], "capitals can be mended"
    state = after(state, reword_heading(state, "Op Straat", "GROEN"))
    assert headings(state) == ["groen"], "the name of another heading joins the two"
    assert reword_heading(state, "groen", "groen") == []


def test_the_last_word_about_two_items_counts_in_each_direction() -> None:
    state = after(FOUR, connect(FOUR, "link0000", "item0000", "item0001", "worsens"))
    assert connect(state, "link0001", "item0000", "item0001", "worsens") == []
    state = after(state, connect(state, "link0001", "item0000", "item0001", "improves"))
    state = after(state, connect(state, "link0002", "item0001", "item0000", "worsens"))
    assert [(each.link, each.how) for each in arrows(state)] == [
        ("link0000", "improves"),
        ("link0002", "worsens"),
    ]


def test_nothing_hangs_on_itself() -> None:
    for outcome in (
        connect(FOUR, "link0000", "item0000", "item0000", "worsens"),
        acquaint(session(actors=network()), "link0000", "actor000", "actor000"),
    ):
        assert isinstance(outcome, Problem)
        assert outcome.code == "collect.itself"


def test_an_item_that_goes_takes_its_links_along() -> None:
    state = after(FOUR, connect(FOUR, "link0000", "item0000", "item0001", "worsens"))
    assert after(state, drop(state, "items", "item0001")).links() == {}


ACTORS = st.sampled_from([f"actor{number:03}" for number in range(4)])


@given(st.lists(st.tuples(ACTORS, ACTORS), max_size=12))
def test_who_is_known_knows_and_saying_it_again_takes_it_back(said: Sequence[tuple[str, str]]) -> None:
    state = session(actors=network())
    expected: set[frozenset[str]] = set()
    for number, (one, other) in enumerate(said):
        outcome = acquaint(state, f"link{number:04}", one, other)
        if one == other:
            assert isinstance(outcome, Problem)
            continue
        state = after(state, outcome)
        expected ^= {frozenset({one, other})}
    assert {frozenset(pair) for pair in acquaintances(state).values()} == expected
    for actor in state.actors():
        assert known_by(state, actor) == {each for pair in expected if actor in pair for each in pair} - {
            actor
        }


HEADINGS = st.sampled_from(["straat", "Straat", "groen", ""])
DO = st.tuples(st.sampled_from(["put", "reword"]), st.integers(0, 3), HEADINGS)


@given(st.lists(DO, max_size=15))
def test_headings_change_nothing_else_and_never_differ_in_capitals_alone(
    doings: Sequence[tuple[str, int, str]],
) -> None:
    state = FOUR
    for what, number, heading in doings:
        if what == "put":
            state = after(state, put_under(state, f"item{number:04}", heading))
        elif headings(state):
            old = headings(state)[number % len(headings(state))]
            state = after(state, reword_heading(state, old, heading or "anders"))
    assert [each.text for each in state.items().values()] == list(STREET)
    folded = [each.casefold() for each in headings(state)]
    assert len(set(folded)) == len(folded)
