"""What can be done at a choice."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.session.state import State
from facilitator.steps.choose.commands import (
    choose,
    chosen_of,
    differ,
    left_at,
    let_go,
    no_longer_differ,
    swap,
    wait,
)
from facilitator.steps.choose.kind import Differs
from facilitator.steps.choose.options import Choosable
from tests.steps.choose.choices import EXAMPLE
from tests.steps.choose.choices import OPTIONS as KEY
from tests.steps.outcomes import after, refused
from tests.steps.running import begun

NEW = begun(EXAMPLE)
THINGS = [Choosable(name, f"Over {name}") for name in ("a", "b", "c", "d")]


def chosen(*names: str) -> State:
    state = NEW
    for name in names:
        state = after(state, choose(state, kinds(), KEY, THINGS, name, most=3))
    return state


def test_a_choice_stands_in_the_order_in_which_it_was_made() -> None:
    assert left_at(chosen("c", "a"), KEY).chosen == ["c", "a"]


def test_how_everything_read_is_kept_chosen_or_left() -> None:
    assert left_at(chosen("c"), KEY).texts == {each.name: each.text for each in THINGS}


def test_at_the_cap_a_further_one_is_refused_and_swapped_instead() -> None:
    state = chosen("a", "b", "c")
    assert refused(choose(state, kinds(), KEY, THINGS, "d", most=3)) == "choose.full"
    state = after(state, swap(state, kinds(), KEY, THINGS, "d", "b"))
    assert left_at(state, KEY).chosen == ["a", "c", "d"]


def test_the_same_thing_is_never_chosen_twice() -> None:
    state = chosen("a", "b")
    assert choose(state, kinds(), KEY, THINGS, "a", most=3) == []
    assert left_at(after(state, swap(state, kinds(), KEY, THINGS, "a", "b")), KEY).chosen == ["a"]


def test_what_is_not_there_cannot_be_chosen_or_let_go_of() -> None:
    state = chosen("a")
    assert refused(choose(state, kinds(), KEY, THINGS, "x", most=3)) == "session.gone"
    assert refused(let_go(state, kinds(), KEY, THINGS, "b")) == "session.gone"
    assert refused(swap(state, kinds(), KEY, THINGS, "b", "c")) == "session.gone"


def test_what_is_no_longer_there_makes_room() -> None:
    state, fewer = chosen("a", "b"), THINGS[1:]
    assert chosen_of(state, KEY, fewer) == ["b"]
    state = after(state, choose(state, kinds(), KEY, fewer, "c", most=2))
    assert left_at(state, KEY).chosen == ["b", "c"]


def test_what_is_chosen_after_all_no_longer_waits() -> None:
    state = after(NEW, wait(NEW, kinds(), KEY, "a", "geen geld"))
    state = after(state, wait(state, kinds(), KEY, "b", "volgend jaar"))
    assert left_at(state, KEY).waits == {"a": "geen geld", "b": "volgend jaar"}
    state = after(state, choose(state, kinds(), KEY, THINGS, "a", most=3))
    assert left_at(state, KEY).waits == {"b": "volgend jaar"}
    state = after(state, wait(state, kinds(), KEY, "b", ""))
    assert left_at(state, KEY).waits == {}
    assert wait(state, kinds(), KEY, "b", "") == []


def test_who_differs_is_kept_reworded_and_taken_out() -> None:
    said = Differs(id="differs1", text="eerst het plein")
    state = after(NEW, differ(NEW, kinds(), KEY, said))
    state = after(state, differ(state, kinds(), KEY, Differs(id="differs2", text="niets")))
    state = after(state, differ(state, kinds(), KEY, Differs(id="differs1", text="het plein")))
    assert [each.text for each in left_at(state, KEY).differs] == ["het plein", "niets"]
    state = after(state, no_longer_differ(state, kinds(), KEY, "differs1"))
    assert [each.text for each in left_at(state, KEY).differs] == ["niets"]
    assert refused(no_longer_differ(state, kinds(), KEY, "differs1")) == "session.gone"


def test_no_more_views_than_can_be_kept() -> None:
    state = NEW
    for number in range(30):
        state = after(state, differ(state, kinds(), KEY, Differs(id=f"differ{number:02}", text="anders")))
    assert refused(differ(state, kinds(), KEY, Differs(id="differ99", text="x"))) == "session.full"


DO = st.tuples(st.sampled_from(["choose", "let_go", "swap", "wait"]), st.sampled_from("abcdx"))


@given(st.lists(st.tuples(DO, st.sampled_from("abcdx")), max_size=20), st.integers(1, 4))
def test_a_choice_never_grows_beyond_its_cap(
    doings: Sequence[tuple[tuple[str, str], str]], most: int
) -> None:
    state = NEW
    for (what, name), other in doings:
        if what == "choose":
            outcome = choose(state, kinds(), KEY, THINGS, name, most=most)
        elif what == "let_go":
            outcome = let_go(state, kinds(), KEY, THINGS, name)
        elif what == "swap":
            outcome = swap(state, kinds(), KEY, THINGS, name, other)
        else:
            outcome = wait(state, kinds(), KEY, name, "later")
        state = state if isinstance(outcome, Problem) else after(state, outcome)
        left = left_at(state, KEY)
        assert len(left.chosen) <= most
        assert len(set(left.chosen)) == len(left.chosen)
        assert set(left.chosen) <= {"a", "b", "c", "d"}
