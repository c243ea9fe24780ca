from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.statistics import (
    METHOD,
    agreeing,
    agreement,
    answered,
    at_least_changed,
    consensus,
    median,
)

from .helpers import counts

FOUR_POINTS = [
    ([6, 0, 0, 6], -1.000, 0.000, 2.5, (6, 12)),
    ([3, 3, 3, 3], 0.000, 0.368, 2.5, (6, 12)),
    ([0, 6, 0, 6], -0.167, 0.415, 3, (6, 12)),
    ([0, 6, 6, 0], 0.667, 0.737, 2.5, (6, 12)),
    ([0, 3, 6, 3], 0.500, 0.708, 3, (9, 12)),
    ([1, 0, 0, 11], 0.667, 0.586, 4, (11, 12)),
    ([0, 1, 5, 6], 0.611, 0.677, 3.5, (11, 12)),
    ([5, 1, 1, 5], -0.667, 0.123, 2.5, (6, 12)),
    ([8, 2, 1, 1], 0.611, 0.482, 1, (2, 12)),
    ([3, 0, 0, 9], 0.000, 0.189, 4, (9, 12)),
    ([0, 0, 0, 12], 1.000, 1.000, 4, (12, 12)),
    ([0, 0, 4, 3], 0.714, 0.742, 3, (7, 7)),
]

FIVE_AND_SEVEN_POINTS = [
    ([30, 40, 210, 130, 530, 50, 10], 0.611, 0.726),
    ([6, 0, 0, 0, 6], -1, 0),
    ([2, 2, 2, 2, 2], 0, 0.434),
    ([0, 6, 0, 6, 0], 0.167, 0.585),
    ([0, 3, 6, 3, 0], 0.625, 0.792),
    ([0, 4, 4, 4, 0], 0.500, 0.723),
    ([0, 1, 2, 5, 4], 0.542, 0.709),
    ([1, 0, 0, 0, 11], 0.667, 0.586),
    ([5, 1, 0, 1, 5], -0.713, 0.097),
    ([8, 2, 1, 1, 0], 0.708, 0.658),
    ([3, 0, 0, 0, 9], 0, 0.189),
]


def rounded(value: float | None) -> float:
    assert value is not None
    return round(value, 3)


@pytest.mark.parametrize(("row", "a", "cns", "middle", "agree"), FOUR_POINTS)
def test_the_vectors_of_the_default_scale(
    row: list[int], a: float, cns: float, middle: float, agree: tuple[int, int]
) -> None:
    assert rounded(agreement(row)) == a
    assert rounded(consensus(row)) == cns
    assert median(row) == middle
    assert agreeing(row) == agree


@pytest.mark.parametrize(("row", "a", "cns"), FIVE_AND_SEVEN_POINTS)
def test_the_vectors_of_other_scales(row: list[int], a: float, cns: float) -> None:
    assert rounded(agreement(row)) == a
    assert rounded(consensus(row)) == cns


def test_the_worked_example() -> None:
    everyone = [3, 4, 4, 6, 1]
    assert answered(everyone) == 18
    assert median(everyone) == 3
    assert round(agreement(everyone) or 0, 2) == 0.31
    assert median([3, 2, 1, 0, 0]) == 1.5


def test_nobody_answered() -> None:
    nobody = [0, 0, 0, 0]
    assert answered(nobody) == 0
    assert median(nobody) is None
    assert agreement(nobody) is None
    assert consensus(nobody) is None
    assert agreeing(nobody) == (0, 0)


def test_a_scale_of_two_points_has_no_agreement() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        agreement([3, 4])


@pytest.mark.parametrize(
    ("row", "share"), [([1, 1, 5], (5, 7)), ([1, 2, 3, 4, 5], (9, 15)), ([1, 2, 3, 4, 5, 6, 7], (18, 28))]
)
def test_the_middle_of_an_odd_scale_does_not_agree(row: list[int], share: tuple[int, int]) -> None:
    assert agreeing(row) == share


@given(counts())
def test_turning_the_scale_round_keeps_agreement_and_consensus(row: list[int]) -> None:
    assert agreement(row) == agreement(row[::-1])
    assert consensus(row) == pytest.approx(consensus(row[::-1]))


@given(counts())
def test_bounds(row: list[int]) -> None:
    a, cns, middle = agreement(row), consensus(row), median(row)
    assert a is not None
    assert -1 <= a <= 1
    assert cns is not None
    assert 0 <= cns <= 1
    assert (a == 1) == (cns == 1) == (max(row) == answered(row))
    assert middle is not None
    assert 1 <= middle <= len(row)


@given(counts(), st.integers(2, 5))
def test_twice_the_people_in_the_same_shares_agree_as_much(row: list[int], times: int) -> None:
    more = [count * times for count in row]
    assert agreement(more) == agreement(row)
    assert consensus(more) == pytest.approx(consensus(row))


@given(st.integers(3, 7), st.integers(1, 20))
def test_evenly_spread_is_exactly_zero_and_two_ends_exactly_minus_one(points: int, each: int) -> None:
    assert agreement([each] * points) == 0
    assert agreement([each, *[0] * (points - 2), each]) == -1


@given(counts())
def test_median_splits_the_answers(row: list[int]) -> None:
    middle = median(row)
    assert middle is not None
    below = sum(count for point, count in enumerate(row, 1) if point < middle)
    above = sum(count for point, count in enumerate(row, 1) if point > middle)
    assert 2 * below <= answered(row)
    assert 2 * above <= answered(row)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20))
def test_no_more_changed_than_people_who_moved(moves: list[tuple[int, int]]) -> None:
    before = [sum(old == point for old, _ in moves) for point in range(4)]
    after = [sum(new == point for _, new in moves) for point in range(4)]
    least = at_least_changed(before, after)
    assert least is not None
    assert least <= sum(old != new for old, new in moves)
    assert (least == 0) == (before == after)


def test_what_changed_at_least() -> None:
    assert repr(at_least_changed([3, 0, 2, 2], [1, 0, 3, 3])) == "2"  # people are whole
    assert at_least_changed([3, 0, 2, 2], [1, 0, 3, 2]) is None
    with pytest.raises(ValueError, match="different scales"):
        at_least_changed([1, 2, 3], [1, 2, 3, 0])


def test_the_method_has_a_version() -> None:
    assert METHOD
