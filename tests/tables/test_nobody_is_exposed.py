"""What can be computed from a session of tables and from the tables' own results, the tables showed already.

Formally, as in tests/insight/test_nobody_is_exposed.py: every list of counts that is kept is a vector over
the people of each table and perspective. What the tables keep spans what can be computed of them. A sum that
lies in that span adds nothing, to whoever has all results side by side.

A perspective is added without a look at the others, so that all divisions of 24 people over four tables and
three perspectives are those of each perspective over four tables (``test_a_perspective_is_added_by_itself``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product

import pytest

from facilitator.insight.suppression import Counted, add_groups, close_round
from facilitator.insight.table_sums import TableResult, add_tables
from facilitator.session.rounds import Grouping, Shown, ShownGroup
from tests.insight.helpers import all_agreed

MOST_PEOPLE = 24
TABLES = 4
MINIMUM = 3
NAMES = ("a", "b", "c")
STATEMENTS = [f"table{place}" for place in range(TABLES)]

Split = tuple[int, ...]
"""The people of one table, per perspective."""
Cell = tuple[int, str]
"""A table and a perspective."""
Vector = Mapping[Cell, Fraction]
Adding = Callable[[Sequence[Split], Sequence[Grouping], Sequence[Shown]], Sequence[ShownGroup]]


def counts(place: int, split: Split) -> dict[str, Counted]:
    """Give ballots in which perspective number i of table p alone chooses point i, on statement p alone."""
    return {
        name: Counted(
            size,
            answers={
                statement: [size * (point == (own if at == place else len(NAMES) + 1)) for point in range(5)]
                for at, statement in enumerate(STATEMENTS)
            },
        )
        for own, (name, size) in enumerate(zip(NAMES, split, strict=False))
    }


@cache
def closed(place: int, split: Split, grouping: Grouping, minimum: int) -> Shown:
    """Close the vote of a table, of which every small group of one mind agrees to show its answers."""
    return all_agreed(close_round(counts(place, split), grouping=grouping, points=4, minimum=minimum))


def as_in_the_app(
    _splits: Sequence[Split], _groupings: Sequence[Grouping], shown: Sequence[Shown]
) -> Sequence[ShownGroup]:
    return add_tables([TableResult(each, STATEMENTS) for each in shown], STATEMENTS).shown.groups


def too_small_groups_too(
    splits: Sequence[Split], _groupings: Sequence[Grouping], _shown: Sequence[Shown]
) -> Sequence[ShownGroup]:
    """Make the mistake that lies at hand: add the answers of a group that was too small at its table."""
    found = []
    for own, name in enumerate(NAMES[: len(splits[0])]):
        groups = [
            ShownGroup(
                group=name, ballots=split[own], answers={k: list(v) for k, v in counted.answers.items()}
            )
            for place, split in enumerate(splits)
            if (counted := counts(place, split)[name]).ballots
        ]
        rows = {statement: [group.answers[statement] for group in groups] for statement in STATEMENTS}
        if sum(group.ballots for group in groups) >= MINIMUM:
            found.append(add_groups(name, groups, rows, MINIMUM))
    return found


def vectors(groups: Sequence[ShownGroup], splits: Sequence[Split]) -> list[Vector]:
    """Give whose answers each group holds, and which part of them."""
    return [
        {
            (place, name): Fraction(group.answers[statement][own], split[own])
            for place, (statement, split) in enumerate(zip(STATEMENTS, splits, strict=False))
            for own, name in enumerate(NAMES[: len(split)])
            if statement in group.answers and split[own] and group.answers[statement][own]
        }
        for group in groups
    ]


def adds_something(
    splits: Sequence[Split], groupings: Sequence[Grouping], minimum: int, adding: Adding
) -> bool:
    """Tell whether a sum says more than the results of the tables, or these say something of one or two.

    Groups of tables have nobody in common, so that a sum follows from them where it holds each of them whole
    or not at all, and nothing else.
    """
    shown = [
        closed(place, split, grouping, minimum)
        for place, (split, grouping) in enumerate(zip(splits, groupings, strict=True))
    ]
    apart = [each for one in shown for each in vectors(one.groups, splits)]
    if any(sum(splits[place][NAMES.index(name)] for place, name in each) < minimum for each in apart):
        return True
    owner = {cell: number for number, each in enumerate(apart) for cell in each}
    for together in vectors(adding(splits, groupings, shown), splits):
        parts: dict[int, list[Fraction]] = {}
        for cell, part in together.items():
            if cell not in owner:
                return True
            parts.setdefault(owner[cell], []).append(part)
        if any(len(part) != len(apart[number]) or len({*part}) > 1 for number, part in parts.items()):
            return True
    return False


def divisions(people: int, over: int) -> Iterator[Split]:
    """Give all ways to divide up to so many people over tables; which table is which makes no difference."""
    if over == 0:
        yield ()
        return
    for first in range(people + 1):
        for rest in divisions(min(people - first, people), over - 1):
            if not rest or first <= rest[0]:
                yield (first, *rest)


@pytest.mark.parametrize("minimum", [3, 5])
def test_no_division_of_a_perspective_over_four_tables_says_more(minimum: int) -> None:
    found = [
        split
        for split in divisions(MOST_PEOPLE, TABLES)
        if adds_something([(size,) for size in split], ["perspective"] * TABLES, minimum, as_in_the_app)
    ]
    assert found == []


def test_a_perspective_is_added_by_itself() -> None:
    """What is added of one perspective is the same, whoever else was at the tables."""
    sizes = (0, 2, 3, 6)
    for one in product(sizes, repeat=3):
        alone = _sum_of("a", [(size,) for size in one])
        for two, three in product(product((0, 4), repeat=3), repeat=2):
            assert _sum_of("a", [*zip(one, two, three, strict=True)]) == alone


def _sum_of(name: str, splits: Sequence[Split]) -> dict[str, list[int]]:
    shown = [closed(place, split, "perspective", 3) for place, split in enumerate(splits)]
    groups = as_in_the_app(splits, [], shown)
    return next((dict(group.answers) for group in groups if group.group == name), {})


SIZES = (0, 1, 2, 3)
"""Nobody, too few and just enough: more people of a group that is shown change nothing."""


def profiles(tables: int) -> Iterator[Sequence[Split]]:
    """Give all ways in which groups at tables can be too small or not; the order of tables says nothing."""
    return combinations_with_replacement([*product(SIZES, repeat=len(NAMES))], tables)


def kinds_of_tables(tables: int) -> Iterator[Sequence[Grouping]]:
    return product(("perspective", "total"), repeat=tables)


def test_nor_do_three_perspectives_at_two_tables_whichever_way_they_were_closed() -> None:
    found = [
        (splits, groupings)
        for splits in profiles(2)
        for groupings in kinds_of_tables(2)
        if adds_something(splits, groupings, 3, as_in_the_app)
    ]
    assert found == []


@pytest.mark.slow
def test_nor_do_three_perspectives_at_four_tables() -> None:
    for splits in profiles(TABLES):
        if sum(map(sum, splits)) <= MOST_PEOPLE:
            assert not adds_something(splits, ["perspective"] * TABLES, 3, as_in_the_app), splits


@pytest.mark.slow
def test_nor_do_three_tables_of_which_some_have_one_result_for_all() -> None:
    for splits in profiles(3):
        for groupings in kinds_of_tables(3):
            assert not adds_something(splits, groupings, 3, as_in_the_app), (splits, groupings)


def test_a_group_that_was_too_small_at_its_table_would_be_found() -> None:
    found = [
        split
        for split in divisions(MOST_PEOPLE, TABLES)
        if adds_something([(size,) for size in split], ["perspective"] * TABLES, 3, too_small_groups_too)
    ]
    assert {(0, 0, 1, 3), (0, 2, 3, 3), (1, 1, 1, 1)} <= {*found}
    assert (3, 3, 3, 3) not in found
