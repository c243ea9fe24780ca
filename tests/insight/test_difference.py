from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.chance import two_camps
from facilitator.insight.difference import (
    GroupChange,
    Share,
    by_difference,
    minority,
    most_different,
    second_vote,
)
from facilitator.insight.groups import group_of
from facilitator.insight.statistics import consensus
from facilitator.session.rounds import Shown

from .helpers import closed, counts, every_outcome, leaning, shown

IDS = ["s1", "s2", "s3", "s4"]


def test_the_largest_gap_between_groups_comes_first() -> None:
    result = shown(
        {
            "beleid": {"s1": leaning(2, 4), "s2": leaning(4, 4), "s3": leaning(3, 4), "s4": leaning(0, 4)},
            "bewoners": {"s1": leaning(3, 6), "s2": leaning(0, 6), "s3": leaning(3, 6), "s4": leaning(0, 6)},
        }
    )
    order = by_difference(result, IDS)
    assert [each.statement for each in order] == ["s2", "s3", "s1", "s4"]
    assert [each.gap for each in order] == [1, Fraction(1, 4), 0, 0]
    assert (order[0].highest, order[0].lowest) == ("beleid", "bewoners")
    assert (order[2].highest, order[2].lowest) == (None, None)
    assert most_different(result, IDS) == ["s2", "s3"]
    assert most_different(result, IDS, 9) == ["s2", "s3", "s1"]


def test_equal_gaps_fall_to_the_widest_spread_and_then_to_the_scenario() -> None:
    near, far = [0, 2, 2, 0, 0], [2, 0, 0, 2, 0]
    result = shown({name: {"s1": near, "s2": far, "s3": near} for name in ("beleid", "bewoners")})
    assert [each.statement for each in by_difference(result, ["s3", "s2", "s1"])] == ["s2", "s3", "s1"]
    assert [each.statement for each in by_difference(result, ["s1", "s2", "s3"])] == ["s2", "s1", "s3"]


def test_every_group_counts_as_much_in_the_spread() -> None:
    result = shown({"beleid": {"s1": [3, 0, 0, 0, 0]}, "bewoners": {"s1": [0, 0, 0, 30, 0]}})
    assert by_difference(result, ["s1"])[0].consensus == consensus([1, 0, 0, 1])


def test_a_total_is_ordered_by_its_spread() -> None:
    result = shown(
        {"beleid": {"s1": [0, 0, 2, 2, 0], "s2": [2, 0, 0, 2, 0], "s3": [0, 0, 0, 4, 0]}}, grouping="total"
    )
    order = by_difference(result, ["s1", "s2", "s3", "s4"])
    assert [(each.statement, each.gap) for each in order] == [
        ("s2", None),
        ("s1", None),
        ("s3", None),
        ("s4", None),
    ]
    assert most_different(result, IDS) == ["s2", "s1"]


def test_of_two_that_are_nearly_of_one_mind_the_less_so_comes_first() -> None:
    result = shown({"total": {"s1": [0, 0, 1, 8, 0], "s2": [0, 0, 4, 5, 0]}}, grouping="total")
    assert [each.statement for each in by_difference(result, ["s1", "s2"])] == ["s2", "s1"]


def test_what_nobody_answered_comes_last_and_is_not_offered() -> None:
    result = shown({name: {"s1": leaning(0, 0, unsure=4), "s2": leaning(4, 4)} for name in ("a", "b")})
    assert [each.statement for each in by_difference(result, ["s1", "s2"])] == ["s2", "s1"]
    assert most_different(result, ["s1", "s2"]) == []


def test_a_group_that_does_not_know_makes_no_gap() -> None:
    result = shown({"a": {"s1": leaning(0, 0, unsure=4)}, "b": {"s1": leaning(2, 4)}})
    assert by_difference(result, ["s1"])[0].gap is None


rows = st.lists(st.integers(0, 6), min_size=5, max_size=5).map(
    lambda row: [row[0] + 3, *row[1:4], min(row[4], 3)]
)


@given(st.lists(rows, min_size=2, max_size=4))
def test_the_order_of_groups_does_not_change_the_gap(answers: list[list[int]]) -> None:
    named = {f"g{number}": {"s1": row} for number, row in enumerate(answers)}
    turned = dict(reversed(named.items()))
    first, again = by_difference(shown(named), ["s1"])[0], by_difference(shown(turned), ["s1"])[0]
    assert (first.gap, first.consensus) == (again.gap, again.consensus)
    assert first.gap is not None
    assert 0 <= first.gap <= 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([0, 0, 5, 0, 0], True),
        ([0, 0, 3, 0, 0], True),
        ([0, 0, 0, 3, 2], True),
        ([0, 0, 0, 2, 2], False),
        ([0, 0, 0, 1, 4], False),
        ([0, 0, 0, 0, 5], False),
        ([0, 0, 4, 1, 0], False),
        ([0, 0, 6, 0, 0], False),
    ],
)
def test_a_small_group_that_answers_all_the_same(row: list[int], expected: bool) -> None:
    result = closed({"beleid": {"s1": row}})
    group = group_of(result.shown, "beleid")
    assert group is not None
    assert group.same == (["s1"] if expected else [])
    assert group.answers == ({} if expected else {"s1": row})
    assert [answer.counts for answer in result.withheld] == ([row] if expected else [])


@pytest.mark.parametrize(
    ("row", "people"),
    [
        ([1, 0, 0, 11], 1),
        ([1, 0, 0, 0, 11], 1),
        ([1, 0, 5, 6], 1),
        ([2, 0, 5, 6], 2),
        ([1, 0, 10, 0, 1], 2),
        ([0, 5, 0, 1], 1),
        ([0, 0, 0, 12], 0),
        ([1, 5, 6, 0], 0),
        ([0, 1, 6, 6], 0),
        ([1, 0, 0, 4], 0),
        ([2, 0, 0, 8], 0),
        ([3, 0, 0, 20], 0),
        ([1, 0, 4, 4, 4], 0),
        ([0, 0, 0, 0], 0),
    ],
)
def test_one_or_two_far_from_a_close_rest(row: list[int], people: int) -> None:
    assert minority(row) == people


@given(counts())
def test_turning_the_scale_round_keeps_the_minority(row: list[int]) -> None:
    assert minority(row) == minority(row[::-1])


def test_answers_are_never_both_a_minority_and_two_camps() -> None:
    both = [
        row
        for people in range(1, 13)
        for points in (3, 4, 5)
        for row in every_outcome(people, points)
        if minority(row) and two_camps(row)
    ]
    assert both == []


def vote(**groups: list[int]) -> Shown:
    return shown({name: {"s1": row} for name, row in groups.items()})


def test_a_second_vote_compares_totals() -> None:
    before = vote(beleid=[1, 2, 4, 0, 0], bewoners=[2, 2, 0, 0, 0], ouderen=[0, 0, 3, 0, 0])
    after = vote(beleid=[0, 1, 5, 1, 0], bewoners=[2, 2, 0, 1, 0], jongeren=[0, 0, 3, 0, 0])
    assert second_vote(before, after, "s1") == [
        GroupChange("beleid", Share(4, 7), Share(6, 7), 2),
        GroupChange("bewoners", Share(0, 4), Share(1, 5), None),
    ]
    assert second_vote(before, after, "s2") == []


def test_rounds_with_another_grouping_are_not_compared() -> None:
    apart = {"beleid": {"s1": leaning(2, 4)}}
    assert second_vote(shown(apart), shown(apart, grouping="total"), "s1") == []


def test_rounds_on_another_scale_are_refused() -> None:
    five = shown({"beleid": {"s1": [0, 0, 0, 0, 4, 0]}}, points=5)
    with pytest.raises(ValueError, match="scale"):
        second_vote(vote(beleid=[0, 0, 0, 4, 0]), five, "s1")
