"""Chains of what worsens or improves what."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.steps.collect.chains import (
    Arrow,
    arrows,
    arrows_at,
    arrows_from,
    arrows_to,
    chains,
    felt_most,
    where_to_begin,
)
from tests.steps.collect.brought import STREET, knows, link, network, session, worries

ITEMS = st.sampled_from("abcdef")


@st.composite
def drawn(draw: st.DrawFn) -> list[Arrow]:
    pairs = draw(st.lists(st.tuples(ITEMS, ITEMS), unique=True, max_size=15))
    apart = [(start, end) for start, end in pairs if start != end]
    return [Arrow(f"link{n}", start, end, "worsens") for n, (start, end) in enumerate(apart)]


def _arrows(*pairs: str) -> list[Arrow]:
    return [Arrow(pair, pair[0], pair[1], "worsens") for pair in pairs]


def _told(found: list[Arrow]) -> list[str]:
    return ["".join([chain.start, *(each.end for each in chain.arrows)]) for chain in chains(found)]


def test_links_that_follow_each_other_are_one_chain_in_whatever_order_they_were_said() -> None:
    assert _told(_arrows("bc", "ab", "cd")) == ["abcd"]


def test_a_branch_is_a_chain_of_its_own_and_the_longest_way_is_followed() -> None:
    assert _told(_arrows("ab", "bx", "bc", "cd")) == ["abcd", "bx"]


def test_a_circle_ends_where_it_was_before() -> None:
    (whole,) = chains(_arrows("ab", "bc", "ca"))
    assert whole.round
    (tail,) = chains(_arrows("ab", "bc", "cb"))
    assert tail.round
    (line,) = chains(_arrows("ab", "bc"))
    assert not line.round


@given(drawn())
def test_every_link_stands_in_one_chain_and_each_begins_where_the_one_before_ended(
    found: list[Arrow],
) -> None:
    made = chains(found)
    assert sorted(each.link for chain in made for each in chain.arrows) == sorted(each.link for each in found)
    for chain in made:
        assert all(one.end == other.start for one, other in pairwise(chain.arrows))
        starts = [each.start for each in chain.arrows]
        assert len(set(starts)) == len(starts), "nothing is passed twice"


def test_only_links_between_items_that_are_there_count() -> None:
    links = [link(0, 1, "worsens"), link(1, 9, "worsens"), link(0, 1, "beside"), link(2, 2, "worsens")]
    links.append(knows(0, 1))
    state = session(worries(*STREET), links, network())
    assert [(each.link, each.start, each.end, each.how) for each in arrows(state)] == [
        ("link0000", "item0000", "item0001", "worsens")
    ]


def test_where_to_begin_is_where_most_arrows_go_out_and_felt_most_is_where_most_come_in() -> None:
    victim = _arrows("ad", "bd", "cd")
    assert where_to_begin(victim) == []
    assert felt_most(victim) == ["d"]
    root = _arrows("ab", "ac", "ad")
    assert where_to_begin(root) == ["a"]
    assert felt_most(root) == []
    assert (arrows_from(root, "a"), arrows_to(root, "a"), arrows_at(root, "a")) == (3, 0, 3)


def test_one_or_two_stand_out_with_more_than_one_arrow() -> None:
    assert where_to_begin(_arrows("ab", "ac", "db", "dc")) == ["a", "d"]
    assert where_to_begin(_arrows("ab", "ac", "db", "dc", "ef", "eb")) == [], "three are no news"
    assert where_to_begin(_arrows("ab")) == []
    assert where_to_begin([]) == felt_most([]) == []


@given(drawn())
def test_nothing_has_more_arrows_than_what_stands_out(found: list[Arrow]) -> None:
    for named, count in ((where_to_begin(found), arrows_from), (felt_most(found), arrows_to)):
        assert len(named) <= 2
        for name in named:
            assert all(count(found, name) > count(found, other) for other in "abcdef" if other not in named)
