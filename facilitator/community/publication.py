"""Which sums over sessions may be told beside each other, so that nobody works out one or two of them. Pure.

Sums are over sets of sessions: all of them, those of a city, those of a year. One over fewer than three is
not told. Nor is one that gives such a sum away together with others: "all" less every other city, or a year
less a city of which it holds one session more. Told sums are rows of a matrix with a column for each part:
sessions that no told sum keeps apart. Whatever can be worked out from them by adding and taking away is a
linear combination of these rows. So it is looked at whether one or two sessions alone are one
(docs/decisions/0029).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

FEWEST_SESSIONS: Final = 3
FEWEST_ANSWERS: Final = 3

Part = frozenset[str]
"""Sessions that are in the same sums, by the names of these sums."""
Row = dict[Part, Fraction]
"""A row of the matrix, without its zeros."""


class Size(NamedTuple):
    """How much a part holds."""

    sessions: int
    answers: int


def publishable(parts: Mapping[Part, Size]) -> Set[str]:
    """Give the names of the sums that may be told, all of them beside each other."""
    sessions, answers = Counter[str](), Counter[str]()
    for part, size in parts.items():
        sessions.update(dict.fromkeys(part, size.sessions))
        answers.update(dict.fromkeys(part, size.answers))
    large = (
        name for name in sessions if sessions[name] >= FEWEST_SESSIONS and answers[name] >= FEWEST_ANSWERS
    )
    return _safe(frozenset(large), frozenset((part, size.sessions) for part, size in parts.items()))


@lru_cache(maxsize=1024)
def _safe(told: frozenset[str], parts: frozenset[tuple[Part, int]]) -> frozenset[str]:
    """Give the sums that give nobody away; of most statements the same sessions answered, so it is kept."""
    sessions = dict(parts)
    sizes = Counter[str]()
    for part, size in parts:
        sizes.update(dict.fromkeys(part, size))
    while leak := isolated(sessions, told):
        told -= {_to_leave_out(sessions, told, leak, sizes)}
    return told


def isolated(sessions: Mapping[Part, int], told: Set[str]) -> frozenset[Part]:
    """Give the parts with the one or two sessions that these sums give away; none where they do not.

    Args:
        sessions: how many there are in each part.
        told: the names of the sums that are told.
    """
    given = _given_away(sessions, told)
    return frozenset(part for part in sessions if part.intersection(told) in given)


def _given_away(sessions: Mapping[Part, int], told: Set[str]) -> Set[Part]:
    sizes = Counter[Part]()
    for part, size in sessions.items():
        sizes[part.intersection(told)] += size
    # In a reduced basis a sum over a few columns is told when the rows with their pivots add up to it.
    opposite: dict[frozenset[tuple[Part, Fraction]], Part] = {}
    basis = _reduced(sizes, told)
    for pivot, row in basis.items():
        others = frozenset((part, value) for part, value in row.items() if part != pivot)
        found = {part for part, value in row.items() if value == 1}
        if len(found) == len(row) and sum(sizes[part] for part in found) < FEWEST_SESSIONS:
            return found
        other = opposite.get(others)
        if other is not None and sizes[pivot] + sizes[other] < FEWEST_SESSIONS:
            return {pivot, other}
        if sizes[pivot] < FEWEST_SESSIONS - 1:
            opposite[frozenset((part, -value) for part, value in others)] = pivot
    return set()


def _reduced(parts: Collection[Part], told: Set[str]) -> dict[Part, Row]:
    """Give the reduced echelon form of the matrix: each row by the column of its pivot."""
    basis: dict[Part, Row] = {}
    for row in _rows(parts, told):
        for pivot in [part for part in row if part in basis]:
            _take_off(row, basis[pivot], row[pivot])
        if row:
            first = next(iter(row))
            new = {part: value / row[first] for part, value in row.items()}
            for kept in basis.values():
                if first in kept:
                    _take_off(kept, new, kept[first])
            basis[first] = new
    return basis


def _rows(parts: Collection[Part], told: Set[str]) -> Iterator[Row]:
    """Give the row of each sum, small ones first: cities share no session, so that their rows stay short."""
    inside: dict[str, Row] = {name: {} for name in sorted(told)}
    for part in sorted(parts, key=sorted):
        for name in part:
            inside[name][part] = Fraction(1)
    yield from sorted(inside.values(), key=len)


def _take_off(row: Row, other: Row, times: Fraction) -> None:
    for part, value in other.items():
        rest = row.get(part, Fraction(0)) - times * value
        if rest:
            row[part] = rest
        else:
            row.pop(part, None)


def _to_leave_out(
    sessions: Mapping[Part, int], told: frozenset[str], leak: frozenset[Part], sizes: Mapping[str, int]
) -> str:
    """Give the smallest sum without which these sessions are not given away, or else the smallest."""
    by_size = sorted(told, key=lambda name: (sizes[name], name))
    return next((name for name in by_size if isolated(sessions, told - {name}) != leak), by_size[0])


# -- categories: each session, or what it brings, is in one or more of them


def in_categories(sessions: Mapping[frozenset[str], int]) -> tuple[list[str], bool]:
    """Give the categories that may be told with their number, and whether their sum may be told too.

    Of a category with fewer than three sessions there is no number. Its number is also the sum less the
    others, and the sum is often known; so what is left out holds three sessions together, or nothing.

    Args:
        sessions: how many there are in exactly these categories and no other.
    """

    def inside(names: Set[str]) -> int:
        return sum(number for within, number in sessions.items() if within & names)

    every = frozenset[str]().union(*sessions)
    by_size = sorted(every, key=lambda name: (inside({name}), name))
    left = {name for name in every if inside({name}) < FEWEST_SESSIONS}
    for name in by_size:
        if not left or inside(left) >= FEWEST_SESSIONS:
            break
        left.add(name)
    return [name for name in by_size if name not in left], not left or inside(left) >= FEWEST_SESSIONS
