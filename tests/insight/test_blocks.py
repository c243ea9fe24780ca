"""A scan of sets of statements: shares per set, their order, words that know how few answered."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.block_results import (
    BlockResult,
    block_results,
    grade,
    most_different_block,
    strongest_first,
)

from .helpers import all_agreed, closed, leaning, shown

SETS = {"ambitie": ["a1", "a2"], "coalitie": ["b1", "b2"], "leren": ["c1", "c2"]}


def team(*agree: int, of: int = 10) -> list[BlockResult]:
    """Give the scan of one team; of its answers so many agree, per statement."""
    names = [name for names in SETS.values() for name in names]
    answers = {name: leaning(n, of) for name, n in zip(names, agree, strict=True)}
    return block_results(shown({"total": answers}, grouping="total"), SETS)


def names(results: Sequence[BlockResult]) -> list[str]:
    return [each.name for each in results]


def test_the_weakest_set_stands_first_and_equals_stand_as_named() -> None:
    results = team(8, 8, 2, 3, 4, 4)
    assert names(results) == ["coalitie", "leren", "ambitie"]
    assert [each.share for each in results] == [Fraction(1, 4), Fraction(2, 5), Fraction(4, 5)]
    assert [(each.groups[0].agree, each.groups[0].of) for each in results] == [(5, 20), (8, 20), (16, 20)]
    assert names(team(5, 5, 6, 4, 4, 6)) == list(SETS)


@pytest.mark.parametrize(
    ("share", "expected"),
    [("1", "firm"), ("3/4", "firm"), ("74/100", "building"), ("1/2", "building"), ("49/100", "attention")],
)
def test_firm_from_three_quarters_attention_under_a_half(share: str, expected: str) -> None:
    assert grade(Fraction(share)) == expected


def test_a_word_is_given_from_eight_people_on() -> None:
    assert [each.grade for each in team(7, 6, 4, 5, 2, 2, of=8)] == ["attention", "building", "firm"]
    assert [each.grade for each in team(6, 6, 4, 4, 2, 2, of=7)] == [None, None, None]


def test_every_perspective_counts_as_much_however_large() -> None:
    groups = {
        "beleid": {"a1": leaning(12, 12), "b1": leaning(0, 12)},
        "bewoners": {"a1": leaning(1, 6), "b1": leaning(6, 6)},
    }
    results = block_results(shown(groups), {"ambitie": ["a1"], "coalitie": ["b1"]})
    assert [(each.name, each.share) for each in results] == [
        ("coalitie", Fraction(1, 2)),
        ("ambitie", Fraction(7, 12)),
    ]
    assert [(each.group, each.agree, each.of) for each in results[0].groups] == [
        ("beleid", 0, 12),
        ("bewoners", 6, 6),
    ]


def test_a_set_without_an_answer_comes_last_and_has_no_share() -> None:
    answers = {"a1": [0, 0, 0, 0, 9], "b1": leaning(9, 9)}
    results = block_results(
        shown({"total": answers}, grouping="total"), {"ambitie": ["a1"], "coalitie": ["b1"]}
    )
    assert names(results) == ["coalitie", "ambitie"]
    assert (results[1].share, results[1].grade) == (None, None)
    assert [(group.unsure, group.standing) for group in results[1].groups] == [(9, "unsure")]


def test_a_small_group_of_one_mind_is_left_out_until_it_agrees() -> None:
    answers = {"a1": [0, 0, 5, 0, 0], "a2": leaning(2, 5)}
    vote = closed({"total": answers}, grouping="total")
    (spared,) = block_results(vote.shown, {"ambitie": ["a1", "a2"]})
    assert [(each.agree, each.of, each.standing) for each in spared.groups] == [(0, 0, "spared")]
    assert spared.share is None
    (told,) = block_results(all_agreed(vote), {"ambitie": ["a1", "a2"]})
    assert [(each.agree, each.of, each.standing) for each in told.groups] == [(7, 10, "told")]
    assert told.share == Fraction(7, 10)


def test_a_set_of_which_a_part_is_held_back_has_no_place_in_the_order() -> None:
    """What is left of it leans to where answers differ, and would make a strong set look weak."""
    answers = {"a1": [0, 0, 0, 5, 0], "a2": leaning(1, 5), "b1": leaning(2, 5), "b2": leaning(3, 5)}
    vote = closed({"total": answers}, grouping="total")
    sets = {"ambitie": ["a1", "a2"], "coalitie": ["b1", "b2"]}
    assert names(block_results(vote.shown, sets)) == ["coalitie", "ambitie"]
    assert names(strongest_first(block_results(vote.shown, sets))) == ["coalitie", "ambitie"]
    assert names(strongest_first(block_results(all_agreed(vote), sets))) == ["ambitie", "coalitie"]


def test_the_strongest_first_is_the_same_the_other_way_round() -> None:
    assert names(strongest_first(team(8, 8, 2, 3, 4, 4))) == ["ambitie", "leren", "coalitie"]
    assert names(strongest_first(team(5, 5, 6, 4, 4, 6))) == list(SETS)
    assert names(strongest_first(team(0, 0, 5, 5, 9, 9))) == ["leren", "coalitie", "ambitie"]


def test_groups_that_would_get_different_words_get_none() -> None:
    def word(residents: int) -> str | None:
        groups = {"beleid": {"a1": leaning(8, 8)}, "bewoners": {"a1": leaning(residents, 8)}}
        return block_results(shown(groups), {"ambitie": ["a1"]})[0].grade

    assert [word(7), word(5), word(1)] == ["firm", None, None]


def test_where_the_team_differs_most_is_said_per_set_and_over_all() -> None:
    answers = {"a1": [0, 0, 9, 0, 0], "b1": [4, 0, 0, 5, 0], "b2": leaning(4, 9)}
    sets = {"ambitie": ["a1"], "coalitie": ["b1", "b2"]}
    results = block_results(shown({"total": answers}, grouping="total"), sets)
    differs = {each.name: each.differs.statement if each.differs else None for each in results}
    assert differs == {"ambitie": None, "coalitie": "b1"}
    found = most_different_block(results)
    assert found is not None
    assert found.name == "coalitie"
    assert most_different_block([each for each in results if each.name == "ambitie"]) is None


def test_a_difference_between_groups_goes_before_one_within_them() -> None:
    groups = {
        "beleid": {"a1": leaning(8, 8), "b1": [4, 0, 0, 4, 0]},
        "bewoners": {"a1": leaning(1, 8), "b1": [4, 0, 0, 4, 0]},
    }
    found = most_different_block(block_results(shown(groups), {"ambitie": ["a1"], "coalitie": ["b1"]}))
    assert found is not None
    assert found.name == "ambitie"
    assert found.between


def test_a_gap_too_small_to_speak_of_gives_way_to_where_answers_are_spread() -> None:
    groups = {
        "beleid": {"a1": leaning(6, 8), "a2": [4, 0, 0, 4, 0]},
        "bewoners": {"a1": leaning(4, 8), "a2": [4, 0, 0, 4, 0]},
    }
    (found,) = block_results(shown(groups), {"ambitie": ["a1", "a2"]})
    assert found.differs is not None
    assert (found.differs.statement, found.between) == ("a2", False)


def test_a_gap_too_small_to_speak_of_does_not_make_a_set_the_most_different() -> None:
    groups = {
        "beleid": {"a1": leaning(6, 8), "b1": [4, 0, 0, 4, 0]},
        "bewoners": {"a1": leaning(4, 8), "b1": [4, 0, 0, 4, 0]},
    }
    found = most_different_block(block_results(shown(groups), {"ambitie": ["a1"], "coalitie": ["b1"]}))
    assert found is not None
    assert (found.name, found.between) == ("coalitie", False)


def test_three_people_who_answered_are_enough_to_say_that_a_group_differs() -> None:
    groups = {"beleid": {"a1": leaning(3, 3, unsure=3)}, "bewoners": {"a1": leaning(0, 3, unsure=3)}}
    (found,) = block_results(shown(groups), {"ambitie": ["a1"]})
    assert found.between


@given(st.integers(3, 12), st.lists(st.integers(0, 12), min_size=3, max_size=3))
def test_every_set_has_one_place_and_a_share_within_bounds(of: int, agree: list[int]) -> None:
    answers = {name: leaning(min(n, of), of) for name, n in zip("abc", agree, strict=True)}
    results = block_results(shown({"total": answers}, grouping="total"), {name: [name] for name in "abc"})
    assert sorted(names(results)) == ["a", "b", "c"]
    shares = [each.share for each in results if each.share is not None]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert all((each.grade is None) == (of < 8 or each.share is None) for each in results)
