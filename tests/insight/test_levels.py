from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.groups import answers_to, group_of, unsure_about
from facilitator.insight.levels import GroupLevel, level, urgency

from .helpers import LEVEL, leaning, shown


@pytest.mark.parametrize(
    ("agree", "n", "expected"),
    [
        (2, 3, "high"),
        (1, 3, "low"),
        (14, 21, "high"),
        (13, 21, "divided"),
        (7, 21, "low"),
        (8, 21, "divided"),
        (0, 1, "low"),
        (1, 1, "high"),
        (1, 2, "divided"),
        (20_000, 30_000, "high"),
        (19_999, 30_000, "divided"),
    ],
)
def test_high_from_two_thirds_low_up_to_one_third(agree: int, n: int, expected: str) -> None:
    assert level(agree, n) == expected


@pytest.mark.parametrize(("agree", "n"), [(0, 0), (-1, 3), (4, 3)])
def test_what_is_no_share_has_no_level(agree: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        level(agree, n)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_level_is_exact_and_turns_round_with_the_scale(share: tuple[int, int]) -> None:
    agree, n = share
    expected = "high" if Fraction(agree, n) >= Fraction(2, 3) else "divided"
    assert level(agree, n) == ("low" if Fraction(agree, n) <= Fraction(1, 3) else expected)
    assert level(n - agree, n) == {"high": "low", "low": "high", "divided": "divided"}[level(agree, n)]


def test_the_answers_on_the_level_statements_are_pooled() -> None:
    result = shown(
        {
            "beleid": {
                "ua1": leaning(4, 4),
                "ua2": leaning(3, 4),
                "ua3": leaning(1, 3, unsure=1),
                "ua4": leaning(0, 4),
            },
            "bewoners": {
                "ua1": leaning(0, 5),
                "ua2": leaning(2, 5),
                "ua3": leaning(3, 5),
                "ua4": leaning(5, 5),
            },
        }
    )
    assert urgency(result, LEVEL) == [
        GroupLevel("beleid", 8, 11, 1, 4, "told", "high"),
        GroupLevel("bewoners", 5, 15, 0, 5, "told", "low"),
    ]


def test_a_group_that_only_said_it_does_not_know_has_no_level() -> None:
    result = shown({"beleid": {each: leaning(0, 0, unsure=4) for each in LEVEL}})
    assert urgency(result, LEVEL) == [GroupLevel("beleid", 0, 0, 12, 4, "unsure", None)]


def test_part_of_the_level_statements_is_no_level() -> None:
    result = shown({"beleid": {"ua1": leaning(4, 4)}})
    assert urgency(result, LEVEL) == [GroupLevel("beleid", 0, 0, 0, 4, "not-asked", None)]
    assert urgency(result, []) == [GroupLevel("beleid", 0, 0, 0, 4, "not-asked", None)]


def test_a_group_that_is_too_small_has_no_level() -> None:
    result = shown(
        {
            "beleid": {each: leaning(1, 2) for each in LEVEL},
            "bewoners": {each: leaning(3, 3) for each in LEVEL},
        }
    )
    assert [each.group for each in urgency(result, LEVEL)] == ["bewoners"]


def test_a_total_has_a_level_of_its_own() -> None:
    result = shown(
        {
            "beleid": {each: leaning(1, 2) for each in LEVEL},
            "bewoners": {each: leaning(3, 3) for each in LEVEL},
        },
        grouping="total",
    )
    assert urgency(result, LEVEL) == [GroupLevel("total", 12, 15, 0, 5, "told", "high")]


def test_reading_a_group() -> None:
    result = shown({"beleid": {"ua1": [1, 0, 0, 2, 3]}})
    group = group_of(result, "beleid")
    assert group is not None
    assert answers_to(group, "ua1") == [1, 0, 0, 2]
    assert unsure_about(group, "ua1") == 3
    assert answers_to(group, "ua2") == []
    assert unsure_about(group, "ua2") == 0
    assert group_of(result, "bewoners") is None
