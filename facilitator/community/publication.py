"""Which sums over sessions may be told beside each other, so that nobody works out one or two of them. Pure.

Sums are over sets of sessions: all of them, those of a city, those of a year. One over fewer than three is
not told. Nor is one that gives such a sum away together with others: "all" less every other city, or a year
less a city of which it holds one session more. Told sums are rows of a matrix with a column for each set of
sessions that no told sum parts; whatever can be worked out from them by adding and taking away is a linear
combination of these rows. So it is looked at whether one or two sessions alone are one
(docs/decisions/0029).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Final

FEWEST_SESSIONS: Final = 3
FEWEST_ANSWERS: Final = 3

Sums = Mapping[str, frozenset[str]]
"""By the name of a sum the sessions in it."""
Row = list[Fraction]


def publishable(sums: Sums, answers: Mapping[str, int]) -> set[str]:
    """Give the names of the sums that may be told, all of them beside each other.

    Args:
        sums: what could be told.
        answers: how many answers each session gives to it.
    """
    told = {
        name
        for name, sessions in sums.items()
        if len(sessions) >= FEWEST_SESSIONS and sum(answers[each] for each in sessions) >= FEWEST_ANSWERS
    }
    while leak := isolated({name: sums[name] for name in told}):
        told.remove(_to_leave_out({name: sums[name] for name in told}, leak))
    return told


def isolated(sums: Sums) -> frozenset[str]:
    """Give one or two sessions of which these sums together give away the sum; none where they do not."""
    atoms = _atoms(sums)
    basis = _reduced([[Fraction(name in parted) for parted in atoms] for name in sums])
    sizes = [len(sessions) for sessions in atoms.values()]
    columns = list(atoms.values())
    # In a reduced basis the sum of a few columns is told when the rows with their pivots add up to it.
    for at, (pivot, row) in enumerate(basis):
        found = [column for column, part in enumerate(row) if part]
        if all(row[column] == 1 for column in found) and _is_few(found, sizes):
            return frozenset().union(*(columns[column] for column in found))
        for other_pivot, other in basis[at + 1 :]:
            added = [one + two for one, two in zip(row, other, strict=True)]
            if {pivot, other_pivot} == {column for column, part in enumerate(added) if part} and _is_few(
                [pivot, other_pivot], sizes
            ):
                return columns[pivot] | columns[other_pivot]
    return frozenset()


def _is_few(columns: Collection[int], sizes: Sequence[int]) -> bool:
    return sum(sizes[column] for column in columns) < FEWEST_SESSIONS


def _atoms(sums: Sums) -> dict[frozenset[str], frozenset[str]]:
    """Give the sessions that no sum parts from each other, by the names of the sums they are in."""
    found: dict[frozenset[str], set[str]] = {}
    for session in frozenset().union(*sums.values()) if sums else ():
        inside = frozenset(name for name, sessions in sums.items() if session in sessions)
        found.setdefault(inside, set()).add(session)
    return {inside: frozenset(found[inside]) for inside in sorted(found, key=sorted)}


def _reduced(rows: list[Row]) -> list[tuple[int, Row]]:
    """Give the reduced echelon form of a matrix: each row with the column of its pivot."""
    basis: list[tuple[int, Row]] = []
    for row in rows:
        rest = row
        for pivot, kept in basis:
            rest = _less(rest, kept, rest[pivot])
        if any(rest):
            first = next(column for column, part in enumerate(rest) if part)
            new = [part / rest[first] for part in rest]
            basis = [*((at, _less(kept, new, kept[first])) for at, kept in basis), (first, new)]
    return basis


def _less(row: Row, other: Row, times: Fraction) -> Row:
    return [one - times * two for one, two in zip(row, other, strict=True)] if times else row


def _to_leave_out(sums: Sums, leak: frozenset[str]) -> str:
    """Give the smallest sum without which these sessions are not given away, or else the smallest."""
    by_size = sorted(sums, key=lambda name: (len(sums[name]), name))
    for name in by_size:
        rest = {other: sessions for other, sessions in sums.items() if other != name}
        if isolated(rest) != leak:
            return name
    return by_size[0]


# -- categories: each session, or what it brings, is in one or more of them


def in_categories(found: Mapping[str, Collection[str]]) -> tuple[list[str], bool]:
    """Give the categories that may be told with their number, and whether their sum may be told too.

    Of a category with fewer than three sessions there is no number. Its number is also the sum less the
    others, and the sum is often known; so what is left out holds three sessions together, or nothing.

    Args:
        found: the sessions of each category.
    """
    sessions = {name: {*inside} for name, inside in found.items()}
    told = [name for name, inside in sessions.items() if len(inside) >= FEWEST_SESSIONS]
    left = set[str]().union(*(inside for name, inside in sessions.items() if name not in told))
    for name in sorted(told, key=lambda name: (len(sessions[name]), name)):
        if not left or len(left) >= FEWEST_SESSIONS:
            break
        told.remove(name)
        left |= sessions[name]
    return told, not left or len(left) >= FEWEST_SESSIONS
