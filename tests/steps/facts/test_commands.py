"""What can be done with figures and stories, from the state that follows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.scenario.given_fact import GivenFact
from facilitator.session.parked_lines import change_line
from facilitator.session.registers import Fact, Link, Parked, Story
from facilitator.session.session_leaves import PEOPLE as SMALL_GROUPS
from facilitator.session.state import State
from facilitator.steps.facts.commands import (
    ask_open,
    change_figure,
    forget_open,
    lay_beside,
    name_figure,
    next_teller,
    offer,
    recognise,
    reword_story,
    take_out,
    tell_story,
)
from facilitator.steps.facts.findings import TOTAL, cards, left_at
from tests.steps.facts.table import COUGH, DAMP, KEY, NOISE, PARTY, table, with_links
from tests.steps.outcomes import after, refused

NEW = "new00001"
GIVEN = GivenFact(what="Winkels", value="0", source="gemeente", year="2024", area="wijk", compared="stad: 9")


# -- figures and stories


def test_a_figure_needs_only_what_it_counts() -> None:
    state = after(table(), name_figure(table(), NEW, " Lege  huizen ", ""))
    assert state.facts()[NEW] == Fact(what="Lege huizen")
    assert refused(name_figure(table(), NEW, " \t", "3")) == "facts.what_first"
    assert refused(name_figure(table(), NEW, "x" * 301, "3")) == "session.bad_value"


def test_what_is_known_of_a_figure_follows() -> None:
    state = after(table(), change_figure(table(), NOISE, source="politie", year="2025"))
    assert (state.facts()[NOISE].source, state.facts()[NOISE].year) == ("politie", "2025")
    assert change_figure(state, NOISE, source=" politie ") == []
    assert refused(change_figure(state, NOISE, what="")) == "facts.what_first"
    assert refused(change_figure(state, NOISE, area="x" * 301)) == "session.bad_value"
    assert refused(change_figure(state, NEW, year="2025")) == "session.gone"


def test_a_story_is_told_and_told_better() -> None:
    state = after(table(), tell_story(table(), NEW, "Het is stil."))
    assert state.stories()[NEW] == Story(text="Het is stil.")
    assert after(state, reword_story(state, NEW, "Het is rustig.")).stories()[NEW].text == "Het is rustig."
    assert reword_story(state, NEW, "Het is stil.") == []
    assert refused(reword_story(state, "gone0000", "x")) == "session.gone"
    assert refused(tell_story(table(), NEW, "  ")) == "session.bad_value"


def test_a_story_is_told_only_from_perspectives_that_are_large_enough() -> None:
    state = table().replace(people={"beleid": 3, "bewoners": 2, "professionals": 5})
    seen = []
    for _ in range(4):
        state = after(state, next_teller(state, COUGH))
        seen.append(state.stories()[COUGH].perspective)
    assert seen == ["beleid", "professionals", None, "beleid"]
    assert refused(next_teller(state, "gone0000")) == "session.gone"


def test_what_goes_takes_how_it_lay_beside_others() -> None:
    state = with_links(table(), figure01_story001="fits", figure02_story001="contradicts")
    assert [link.end for link in after(state, take_out(state, DAMP)).links().values()] == [NOISE]
    assert after(state, take_out(state, COUGH)).links() == {}
    assert refused(take_out(state, "gone0000")) == "session.gone"


# -- figures that were looked up


def offered(state: State, name: str | None) -> State:
    return after(state, offer(state, kinds(), KEY, GIVEN, name))


def test_a_figure_that_was_looked_up_comes_on_the_table_only_when_the_group_says_so() -> None:
    aside = offered(table(), None)
    assert list(aside.facts()) == [DAMP, NOISE]
    there = offered(aside, NEW)
    assert there.facts()[NEW] == Fact(**GIVEN.model_dump())
    assert [each.fact for each in left_at(there, KEY).offered] == [NEW]
    assert offer(there, kinds(), KEY, GIVEN, "other001") == []
    back = offered(there, None)
    assert NEW not in back.facts()
    assert [each.fact for each in left_at(back, KEY).offered] == [None]
    assert offer(back, kinds(), KEY, GIVEN, None) == []


def test_a_figure_that_was_taken_off_again_may_come_back() -> None:
    state = offered(table(), NEW)
    state = after(state, take_out(state, NEW))
    state = offered(state, "other001")
    assert "other001" in state.facts()
    assert len(left_at(state, KEY).offered) == 1


# -- recognition


def test_every_perspective_says_whether_it_recognises_it() -> None:
    state = after(table(), recognise(table(), DAMP, "bewoners", "yes"))
    state = after(state, recognise(state, DAMP, "beleid", "no"))
    assert state.facts()[DAMP].recognised == {"bewoners": "yes", "beleid": "no"}
    state = after(state, recognise(state, DAMP, "bewoners", None))
    assert state.facts()[DAMP].recognised == {"beleid": "no"}
    assert after(state, recognise(state, COUGH, "beleid", "partly")).stories()[COUGH].recognised == {
        "beleid": "partly"
    }
    assert recognise(state, DAMP, "beleid", "no") == []
    assert refused(recognise(state, "gone0000", "beleid", "no")) == "session.gone"


def test_who_says_it_together_says_it_once() -> None:
    state = after(table(), recognise(table(), DAMP, "bewoners", "yes"))
    state = state.replace(people={"beleid": 6, "bewoners": 2})
    assert refused(recognise(state, DAMP, "beleid", "yes")) == "session.no_perspective"
    state = after(state, recognise(state, DAMP, TOTAL, "partly"))
    assert state.facts()[DAMP].recognised == {TOTAL: "partly"}


# -- side by side


def test_a_story_lies_beside_a_figure_in_one_way() -> None:
    state = after(table(), lay_beside(table(), NEW, COUGH, DAMP, "fits"))
    assert state.links() == {NEW: Link(start=COUGH, end=DAMP, how="fits")}
    state = after(state, lay_beside(state, "other001", COUGH, DAMP, "contradicts"))
    assert state.links() == {NEW: Link(start=COUGH, end=DAMP, how="contradicts")}
    assert lay_beside(state, "other001", COUGH, DAMP, "contradicts") == []
    assert after(state, lay_beside(state, "other001", COUGH, DAMP, None)).links() == {}
    assert lay_beside(state, "other001", PARTY, DAMP, None) == []


@pytest.mark.parametrize(("story", "fact"), [(COUGH, "gone0000"), ("gone0000", DAMP), (DAMP, COUGH)])
def test_only_a_story_lies_beside_a_figure(story: str, fact: str) -> None:
    assert refused(lay_beside(table(), NEW, story, fact, "fits")) == "session.gone"


# -- what nobody knows


def test_what_nobody_knows_is_written_down_and_changed() -> None:
    state = after(table(), ask_open(table(), NEW, "Hoe oud?"))
    state = after(state, change_line(state, NEW, who="wijkagent"))
    assert state.parked() == {NEW: Parked(text="Hoe oud?", who="wijkagent", unknown=True)}
    assert change_line(state, NEW, who="wijkagent") == []
    assert refused(change_line(state, "gone0000", who="x")) == "session.gone"
    assert after(state, forget_open(state, NEW)).parked() == {}
    assert refused(forget_open(state, "gone0000")) == "session.gone"


# -- whatever is done


names = st.sampled_from([DAMP, NOISE, COUGH, PARTY, NEW, "gone0000"])
people = st.fixed_dictionaries({each: st.integers(0, 6) for each in ("beleid", "bewoners", "professionals")})
wishes = st.one_of(
    st.tuples(
        st.just("recognise"),
        names,
        st.sampled_from(["beleid", "bewoners", "professionals", TOTAL, "marsmannen"]),
        st.sampled_from(["yes", "partly", "no", None]),
    ),
    st.tuples(st.just("beside"), names, names, st.sampled_from(["fits", "contradicts", "beside", None])),
    st.tuples(st.just("out"), names),
    st.tuples(st.just("offer"), st.sampled_from([NEW, "other001", None])),
    st.tuples(st.just("people"), people),
    st.tuples(st.just("small"), st.sampled_from(["total", "perspective"]), st.lists(st.just("bewoners"))),
)


def carried_out(state: State, number: int, wish: tuple[Any, ...]) -> State:
    match wish:
        case ("recognise", name, who, said):
            outcome = recognise(state, name, who, said)
        case ("beside", story, fact, how):
            outcome = lay_beside(state, f"link{number:04}", story, fact, how)
        case ("out", name):
            outcome = take_out(state, name)
        case ("offer", name):
            outcome = offer(state, kinds(), KEY, GIVEN, name)
        case ("people", count):
            return state.replace(people=count)
        case _:
            chosen = {"grouping": wish[1], "silent": wish[2]}
            return state.replace(results={**state.results, SMALL_GROUPS: chosen})
    return state if isinstance(outcome, Problem) else after(state, outcome)


@given(st.lists(wishes, max_size=25))
def test_whatever_is_done_nothing_points_at_one_person_or_at_nothing(wanted: list[tuple[Any, ...]]) -> None:
    state = table()
    for number, wish in enumerate(wanted):
        before = cards(state)
        state = carried_out(state, number, wish)
        for name, card in cards(state).items():
            said = set(card.recognised)
            assert TOTAL not in said or said == {TOTAL}, "apart and together never stand side by side"
            new = said - set(before[name].recognised if name in before else [])
            assert all(who == TOTAL or state.people[who] >= 3 for who in new)
        pairs = [(link.start, link.end) for link in state.links().values()]
        assert len(pairs) == len(set(pairs))
        assert all(story in state.stories() and fact in state.facts() for story, fact in pairs)
        assert len(left_at(state, KEY).offered) <= 1
