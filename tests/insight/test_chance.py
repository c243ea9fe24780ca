from __future__ import annotations

import pytest
from hypothesis import given

from facilitator.insight import chance_table
from facilitator.insight.chance import (
    closeness,
    could_be_chance,
    shown_agreement,
    shown_number,
    two_camps,
)
from facilitator.insight.statistics import agreement, answered

from .helpers import counts
from .make_chance_table import PEOPLE, POINTS, outcomes, percentile

REDUCED = [(3, 3), (5, 3), (40, 3), (8, 4), (20, 4), (12, 5), (6, 6), (5, 7), (40, 7)]


@pytest.mark.parametrize(("people", "points"), REDUCED)
def test_the_script_makes_the_committed_table(people: int, points: int) -> None:
    row = people - chance_table.FEWEST
    assert percentile(people, points) == chance_table.AGREEMENT[points][row]


def test_the_table_is_complete() -> None:
    assert list(chance_table.AGREEMENT) == list(POINTS)
    assert {len(row) for row in chance_table.AGREEMENT.values()} == {len(PEOPLE)}
    assert list(PEOPLE) == list(range(chance_table.FEWEST, chance_table.MOST + 1))


@pytest.mark.parametrize(
    ("points", "people", "a"),
    [
        (4, 5, 0.73),
        (4, 8, 0.58),
        (4, 12, 0.50),
        (4, 20, 0.37),
        (4, 40, 0.27),
        (5, 5, 0.70),
        (5, 8, 0.56),
        (5, 12, 0.46),
        (5, 20, 0.37),
        (5, 40, 0.25),
    ],
)
def test_the_measured_chance_levels(points: int, people: int, a: float) -> None:
    row = people - chance_table.FEWEST
    assert round(chance_table.AGREEMENT[points][row], 2) == a


@pytest.mark.parametrize(("people", "points"), [(8, 3), (9, 3), (40, 3), (8, 4), (12, 4), (20, 4), (10, 5)])
def test_random_groups_are_called_more_than_chance_in_at_most_one_in_twenty(people: int, points: int) -> None:
    told = sum(ways for row, ways in outcomes(people, points) if not could_be_chance(row))
    assert 0 < told * 20 <= points**people


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ([0, 0, 0, 0], "few"),
        ([0, 0, 1, 1], "few"),
        ([0, 0, 3, 0], "same"),
        ([0, 0, 0, 12], "same"),
        ([6, 0, 0, 6], "divided"),
        ([0, 6, 0, 6], "divided"),
        ([5, 1, 1, 5], "divided"),
        ([3, 0, 0, 9], "divided"),
        ([0, 9, 0, 3], "divided"),
        ([3, 0, 0, 0, 9], "divided"),
        ([0, 6, 0, 6, 0], "divided"),
        ([2, 0, 0, 1], "divided"),
        ([0, 0, 4, 3], "close"),
        ([0, 6, 6, 0], "close"),
        ([0, 1, 5, 6], "close"),
        ([1, 0, 0, 11], "close"),
        ([0, 1, 2, 5, 4], "close"),
        ([0, 3, 6, 7], "close"),
        ([0, 2, 2, 2], "spread"),
        ([1, 1, 3, 2], "spread"),
        ([3, 6, 12, 12], "spread"),
        ([2, 2, 2, 2], "chance"),
        ([3, 3, 3, 3], "chance"),
        ([0, 3, 6, 3], "chance"),
        ([3, 4, 4, 6, 1], "chance"),
    ],
)
def test_the_words(row: list[int], word: str) -> None:
    assert closeness(row) == word


def test_the_same_shares_say_more_in_a_larger_group() -> None:
    assert closeness([1, 2, 4, 3]) == "chance"
    assert closeness([4, 8, 16, 12]) == "spread"


def test_a_fifth_is_a_camp_and_less_is_not() -> None:
    assert two_camps([2, 0, 0, 8])
    assert not two_camps([2, 0, 0, 9])
    assert not two_camps([0, 0, 0, 0])


def test_the_middle_is_one_point_or_either_of_two() -> None:
    assert two_camps([2, 0, 1, 7])
    assert not two_camps([2, 0, 5, 3, 0])


@given(counts())
def test_turning_the_scale_round_keeps_the_word(row: list[int]) -> None:
    assert closeness(row) == closeness(row[::-1])


@given(counts(most=60))
def test_every_group_has_a_word_and_only_large_groups_a_number(row: list[int]) -> None:
    assert closeness(row) in {"few", "same", "divided", "close", "spread", "chance"}
    number = shown_agreement(row)
    if answered(row) < 8:
        assert number is None
    else:
        assert number == shown_number(agreement(row) or 0)


def test_a_number_has_one_decimal_and_no_minus_before_zero() -> None:
    assert shown_number(0.6667) == 0.7
    assert str(shown_number(-0.04)) == "0.0"
    assert shown_agreement([0, 0, 0, 0]) is None
    assert shown_agreement([0, 0, 7, 0]) is None
    assert shown_agreement([0, 0, 8, 0]) == 1.0


def test_beyond_the_table() -> None:
    assert not could_be_chance([0, 5, 40, 5])
    assert could_be_chance([15, 15, 15, 15])
    assert could_be_chance([0, 0, 2, 0])
    assert not could_be_chance([0, 0, 3, 0, 0])
    with pytest.raises(ValueError, match="8 points"):
        could_be_chance([1] * 8)
