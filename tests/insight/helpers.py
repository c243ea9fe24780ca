"""Rounds to test with; every ``Shown`` comes from ``close_round``, as it does in the app."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import strategies as st

from facilitator.insight.suppression import Closed, Counted, close_round
from facilitator.session.rounds import Grouping, Shown, with_answers

THREE = ["beleid", "bewoners", "professionals"]
LEVEL = ["ua1", "ua2", "ua3"]


def counted(**answers: Sequence[int]) -> Counted:
    """Give ballots from counts per statement, "?" last."""
    return Counted(ballots=sum(next(iter(answers.values()))), answers=answers)


def closed(
    groups: Mapping[str, Mapping[str, Sequence[int]]], *, grouping: Grouping = "perspective", points: int = 4
) -> Closed:
    """Close a round with these counts per group and statement, "?" last."""
    return close_round(
        {name: counted(**answers) for name, answers in groups.items()},
        grouping=grouping,
        points=points,
        minimum=3,
    )


def shown(
    groups: Mapping[str, Mapping[str, Sequence[int]]], *, grouping: Grouping = "perspective", points: int = 4
) -> Shown:
    """Give the shown result of these counts after every small group agreed to show its answers."""
    return all_agreed(closed(groups, grouping=grouping, points=points))


def all_agreed(result: Closed) -> Shown:
    """Give what is shown when every small group of one mind agrees to that."""
    agreed = result.shown
    for answer in result.withheld:
        agreed = with_answers(agreed, answer.group, {answer.statement: answer.counts})
    return agreed


def leaning(agree: int, of: int, *, unsure: int = 0) -> list[int]:
    """Give counts on four points of which ``agree`` of ``of`` agree."""
    return [0, of - agree, agree, 0, unsure]


def counts(points: tuple[int, int] = (3, 7), most: int = 15) -> st.SearchStrategy[list[int]]:
    """Give counts on a scale of any allowed size, with at least one answer."""
    return st.integers(*points).flatmap(
        lambda k: st.lists(st.integers(0, most), min_size=k, max_size=k).filter(any)
    )


def every_outcome(people: int, points: int) -> list[list[int]]:
    """Give all counts of this many people on a small scale."""
    each = product(range(people + 1), repeat=points)
    return [list(outcome) for outcome in each if sum(outcome) == people]
