"""No sums that are told beside each other give away one or two sessions: looked for in another way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations
from random import Random
from typing import Final

import pytest

from facilitator.community.publication import FEWEST_SESSIONS, Sums, in_categories, isolated, publishable

PRIME: Final = 2_147_483_647
"""Ranks are taken over the whole numbers modulo this; the code takes them over fractions."""


def rank(rows: list[list[int]]) -> int:
    """Give the rank of a matrix of whole numbers, by elimination modulo a prime."""
    left, found = [[part % PRIME for part in row] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        at = next((n for n in range(found, len(left)) if left[n][column]), None)
        if at is None:
            continue
        left[found], left[at] = left[at], left[found]
        turn = pow(left[found][column], -1, PRIME)
        left[found] = [part * turn % PRIME for part in left[found]]
        for n, row in enumerate(left):
            if n != found and row[column]:
                left[n] = [(a - row[column] * b) % PRIME for a, b in zip(row, left[found], strict=True)]
        found += 1
    return found


def given_away(sums: Sums) -> Iterator[Collection[str]]:
    """Give every one or two sessions whose sum is a combination of these."""
    sessions = sorted(frozenset().union(*sums.values())) if sums else []
    rows = [[int(each in inside) for each in sessions] for inside in sums.values()]
    whole = rank(rows)
    for few in (*combinations(sessions, 1), *combinations(sessions, 2)):
        if rank([*rows, [int(each in few) for each in sessions]]) == whole:
            yield few


def collection(random: Random) -> dict[str, frozenset[str]]:
    """Give the sums over a made-up collection: all, each city, each year."""
    places = [
        (
            f"city:{random.randrange(random.choice([1, 2, 4]))}",
            f"year:{random.randrange(random.choice([1, 2, 3]))}",
        )
        for _ in range(random.randrange(1, 11))
    ]
    found: dict[str, set[str]] = {}
    for number, names in enumerate(places):
        for name in ("all", *names):
            found.setdefault(name, set()).add(f"s{number:02}")
    return {name: frozenset(sessions) for name, sessions in found.items()}


def check(many: int, seed: int) -> None:
    random = Random(seed)
    planted = 0
    for _ in range(many):
        sums = collection(random)
        answers = {session: random.randrange(3, 9) for session in sums["all"]}
        told = publishable(sums, answers)
        assert not [*given_away({name: sums[name] for name in told})], sums
        assert all(len(sums[name]) >= FEWEST_SESSIONS for name in told)
        large = {name: sessions for name, sessions in sums.items() if len(sessions) >= FEWEST_SESSIONS}
        leaks = [set(few) for few in given_away(large)]
        planted += bool(leaks)
        assert bool(isolated(large)) is bool(leaks), "it sees a leak where there is one, and nowhere else"
        if leaks:
            assert set(isolated(large)) in leaks
        else:
            assert told == set(large), "nothing is left out without need"
    assert planted, "there was something to find"


def test_no_collection_gives_one_or_two_sessions_away() -> None:
    check(250, seed=13)


@pytest.mark.slow
def test_nor_does_any_of_ten_thousand() -> None:
    check(10_000, seed=20261130)


def sessions(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_what_is_left_of_all_is_a_city_too() -> None:
    sums = {
        "all": sessions(*"abcdefg"),
        "city:x": sessions(*"abc"),
        "city:y": sessions(*"def"),
        "city:z": sessions("g"),
    }
    assert isolated({name: sums[name] for name in ("all", "city:x", "city:y")}) == sessions("g")
    told = publishable(sums, dict.fromkeys("abcdefg", 5))
    assert "all" in told
    assert len(told) == 2


def test_a_year_less_a_city_of_it_is_one_session() -> None:
    sums = {"all": sessions(*"abcdefgh"), "city:x": sessions(*"abc"), "year:2025": sessions(*"abcd")}
    assert isolated(sums) == sessions("d")
    assert publishable(sums, dict.fromkeys("abcdefgh", 5)) == {"all", "year:2025"}


def test_a_category_is_not_told_by_what_is_left() -> None:
    """How many there are in all is known from elsewhere: what is left out holds three sessions, or none."""
    assert in_categories({"done": "abc", "open": "abcd", "stopped": "e"}) == (["open"], True)
    assert in_categories({"done": "abc", "stopped": "de", "unknown": "f"}) == (["done"], True)
    assert in_categories({"done": "abcd", "open": "efg"}) == (["done", "open"], True)
    assert in_categories({"done": "ab"}) == ([], False)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_left_of_any_categories_is_three_sessions_or_none(seed: int) -> None:
    random = Random(seed)
    for _ in range(200):
        found = {
            str(name): {f"s{random.randrange(12)}" for _ in range(random.randrange(1, 6))}
            for name in range(random.randrange(1, 6))
        }
        told, whole = in_categories(found)
        left = {session for name, sessions in found.items() if name not in told for session in sessions}
        assert all(len(found[name]) >= FEWEST_SESSIONS for name in told)
        assert whole is (not left or len(left) >= FEWEST_SESSIONS)
        assert whole or not told
