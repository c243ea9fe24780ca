"""No sums that are told beside each other give away one or two sessions: looked for in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from itertools import combinations
from random import Random
from typing import Final

import pytest

from facilitator.community.publication import (
    FEWEST_SESSIONS,
    Part,
    Size,
    in_categories,
    isolated,
    publishable,
)

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


def given_away(sums: Mapping[str, frozenset[str]]) -> Iterator[Collection[str]]:
    """Give every one or two sessions whose sum is a combination of these."""
    sessions = sorted(frozenset().union(*sums.values())) if sums else []
    rows = [[int(each in inside) for each in sessions] for inside in sums.values()]
    whole = rank(rows)
    for few in (*combinations(sessions, 1), *combinations(sessions, 2)):
        if rank([*rows, [int(each in few) for each in sessions]]) == whole:
            yield few


def collection(random: Random) -> dict[str, Part]:
    """Give made-up sessions, each with the sums that it is in: all, its city, its year."""
    return {
        f"s{number:02}": frozenset(
            (
                "all",
                f"city:{random.randrange(random.choice([1, 2, 4]))}",
                f"year:{random.randrange(random.choice([1, 2, 3]))}",
            )
        )
        for number in range(random.randrange(1, 11))
    }


def parts_of(sessions: Mapping[str, Part], answers: Mapping[str, int]) -> dict[Part, Size]:
    found: dict[Part, Size] = {}
    for session, part in sessions.items():
        size = found.get(part, Size(0, 0))
        found[part] = Size(size.sessions + 1, size.answers + answers[session])
    return found


def sums_of(sessions: Mapping[str, Part]) -> dict[str, frozenset[str]]:
    names = frozenset().union(*sessions.values())
    return {name: frozenset(each for each in sessions if name in sessions[each]) for name in names}


def leak_in(sessions: Mapping[str, Part], told: Set[str]) -> set[str]:
    parts = isolated(Counter(sessions.values()), told)
    return {session for session, part in sessions.items() if part in parts}


def check(many: int, seed: int) -> None:
    random = Random(seed)
    planted = 0
    for _ in range(many):
        sessions = collection(random)
        sums = sums_of(sessions)
        answers = {session: random.randrange(3, 9) for session in sessions}
        told = publishable(parts_of(sessions, answers))
        assert not [*given_away({name: sums[name] for name in told})], sums
        assert all(len(sums[name]) >= FEWEST_SESSIONS for name in told)
        large = {name: inside for name, inside in sums.items() if len(inside) >= FEWEST_SESSIONS}
        leaks = [set(few) for few in given_away(large)]
        planted += bool(leaks)
        found = leak_in(sessions, large.keys())
        assert bool(found) is bool(leaks), "it sees a leak where there is one, and nowhere else"
        if leaks:
            assert found in leaks
        else:
            assert told == set(large), "nothing is left out without need"
    assert planted, "there was something to find"


def test_no_collection_gives_one_or_two_sessions_away() -> None:
    check(250, seed=13)


@pytest.mark.slow
def test_nor_does_any_of_ten_thousand() -> None:
    check(10_000, seed=20261130)


def test_what_is_left_of_all_is_a_city_too() -> None:
    sessions = {
        name: frozenset(("all", f"city:{city}")) for name, city in zip("abcdefg", "xxxyyyz", strict=True)
    }
    assert leak_in(sessions, {"all", "city:x", "city:y"}) == {"g"}
    told = publishable(parts_of(sessions, dict.fromkeys(sessions, 5)))
    assert "all" in told
    assert len(told) == 2


def test_a_year_less_a_city_of_it_is_one_session() -> None:
    inside = {"city:x": "abc", "year:2025": "abcd"}
    sessions = {
        each: frozenset(("all", *(name for name, those in inside.items() if each in those)))
        for each in "abcdefgh"
    }
    assert leak_in(sessions, {"all", *inside}) == {"d"}
    assert publishable(parts_of(sessions, dict.fromkeys(sessions, 5))) == {"all", "year:2025"}


def test_many_cities_do_not_take_long_to_look_at() -> None:
    """Three hundred and forty cities over six years: as many as a country has."""
    sessions = {
        f"{city}-{year}-{n}": frozenset(("all", f"city:{city:03}", f"year:{year}"))
        for city in range(340)
        for year in range(6)
        for n in range(1 + (city * 7 + year) % 4)
    }
    lonely = {**sessions, "one": frozenset(("all", "city:alone", "year:3"))}
    told = publishable(parts_of(lonely, dict.fromkeys(lonely, 5)))
    assert len(told) == 1 + 340 + 6 - 1, "of what gives the lonely one away one is left out"
    assert not leak_in(lonely, told)


def categories(sessions: Mapping[str, str]) -> Counter[frozenset[str]]:
    """Give in how many sessions there is exactly this, of categories with their sessions."""
    every = sorted({*"".join(sessions.values())})
    return Counter(frozenset(name for name, inside in sessions.items() if each in inside) for each in every)


def test_a_category_is_not_told_by_what_is_left() -> None:
    """How many there are in all is known from elsewhere: what is left out holds three sessions, or none."""
    assert in_categories(categories({"done": "abc", "open": "abcd", "stopped": "e"})) == (["open"], True)
    assert in_categories(categories({"done": "abc", "stopped": "de", "unknown": "f"})) == (["done"], True)
    assert in_categories(categories({"done": "abcd", "open": "efg"})) == (["open", "done"], True)
    assert in_categories(categories({"done": "ab"})) == ([], False)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_left_of_any_categories_is_three_sessions_or_none(seed: int) -> None:
    random = Random(seed)
    for _ in range(200):
        found = {
            str(name): "".join({random.choice("abcdefghijkl") for _ in range(random.randrange(1, 6))})
            for name in range(random.randrange(1, 6))
        }
        told, whole = in_categories(categories(found))
        left = {session for name, inside in found.items() if name not in told for session in inside}
        assert all(len(found[name]) >= FEWEST_SESSIONS for name in told)
        assert whole is (not left or len(left) >= FEWEST_SESSIONS)
        assert whole or not told
