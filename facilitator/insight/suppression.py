"""What may be shown of a closed round: the only place where a ``Shown`` is made.

Three rules, applied once. Whatever is said, drawn or put in order later is computed from what is shown:

- A round is shown either per perspective or as one total, never both: with 4, 1 and 1 people the total minus
  the shown group is the answers of two (docs/statistics.md 8). What is too small is
  dropped here and exists nowhere afterwards.
- Of a small group in which all answers to a statement are the same, only that is shown (docs/domain.md 6.2).
- Two results of one day that stand beside each other differ by no people, or by enough of them: a result
  minus another one is shown as well.

What tables of one evening may show is added here too, and never anything else of them: each was closed by
itself before, so that whatever follows from a sum stands in their own results already.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.insight.groups import is_base
from facilitator.session.rounds import TOTAL, Grouping, Shown, ShownGroup, Withheld

SPARED_UNDER: Final = 6
"""In a smaller group that answers all the same, everyone knows everyone's answer (docs/domain.md 6.2)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The ballots of one perspective, as counts. Not yet fit to be shown, kept or sent anywhere."""

    ballots: int
    beforehand: int = 0
    answers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Per statement: ballots per point of the scale from low to high, and last those that said "?"."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed round: what may be shown of it, and what waits for a group to agree to show it."""

    shown: Shown
    withheld: list[Withheld]


def close_round(
    counted: Mapping[str, Counted],
    *,
    grouping: Grouping,
    points: int,
    minimum: int,
    silent: Sequence[str] = (),
    open_vote: bool = False,
) -> Closed:
    """Give what may be shown of a round, and what is withheld for a small group of one mind.

    Per perspective: the groups with at least ``minimum`` ballots, and no number over all. As a total: one
    group when there are ``minimum`` ballots in all, otherwise nothing. A total has no statement that was not
    on every ballot: its answers would be those of a part. A perspective without ballots is in neither list.
    Ballots of a round that is shown as a total may come in as one group "total" already: a ballot box then
    never knew which answers came from whom.

    Raises ValueError when counts do not add up to the ballots or do not fit the scale, when a silent
    perspective has ballots, and when a group is called "total" among perspectives.
    """
    if TOTAL in counted and (grouping != "total" or len(counted) > 1):
        raise ValueError(f'a perspective cannot be called "{TOTAL}"')
    for perspective, counts in counted.items():
        _check(perspective, counts, points)
        if counts.ballots and perspective in silent:
            raise ValueError(f"{perspective} chose to tell, and has {counts.ballots} ballots")
    voted = {perspective: counts for perspective, counts in counted.items() if counts.ballots}
    candidates = voted if grouping == "perspective" else {TOTAL: _total(voted)}
    groups = [_group(name, counts) for name, counts in candidates.items() if counts.ballots >= minimum]
    kept = {group.group for group in groups}
    shown = Shown(
        grouping=grouping,
        points=points,
        minimum=minimum,
        groups=groups,
        too_small=[] if TOTAL in kept else [perspective for perspective in voted if perspective not in kept],
        silent=list(silent),
        open_vote=open_vote,
    )
    return spare(shown)


def spare(shown: Shown, agreed: Collection[str] = ()) -> Closed:
    """Give a result without the answers of small groups of one mind, and what is withheld of it by that.

    ``agreed``: groups that agreed to show theirs, as earlier versions of the app kept it.
    """
    groups = [group if group.group in agreed else _without_one_mind(group) for group in shown.groups]
    withheld = [
        Withheld(group=whole.group, statement=statement, counts=whole.answers[statement])
        for whole, group in zip(shown.groups, groups, strict=True)
        for statement in group.same
        if statement in whole.answers
    ]
    return Closed(shown.model_copy(update={"groups": groups}), withheld)


def _without_one_mind(group: ShownGroup) -> ShownGroup:
    same = [name for name, counts in group.answers.items() if of_one_mind(group.ballots, counts)]
    answers = {name: counts for name, counts in group.answers.items() if name not in same}
    return group.model_copy(update={"answers": answers, "same": [*group.same, *same]})


def of_one_mind(ballots: int, counts: Sequence[int]) -> bool:
    """Tell whether a small group gave one and the same answer: counts per point, and last the opt-out.

    "?" is not an answer; with half or more of the ballots saying "?" a group is not of one mind.
    """
    answers = counts[:-1]
    answered = sum(answers)
    return ballots < SPARED_UNDER and 2 * answered > ballots and max(answers) == answered


def too_near(earlier: Shown, later: Shown) -> dict[str, list[str]]:
    """Give per group the statements of which the earlier answers may not stand beside the later ones.

    Both results are of one day. Where a group has a few ballots more or fewer the second time, and nobody
    changes an answer, one result minus the other is how those few answered: fewer people than the minimum.
    """
    minimum = max(earlier.minimum, later.minimum)
    near: dict[str, list[str]] = {}
    for before in earlier.groups:
        for now in later.groups:
            if before.group != now.group:
                continue
            asked_again = {*now.answers, *now.same}
            both = [
                name
                for name in (*before.answers, *before.same)
                if name in asked_again and _are_near(before, now, name, minimum)
            ]
            if both:
                near[before.group] = both
    return near


def _are_near(before: ShownGroup, now: ShownGroup, statement: str, minimum: int) -> bool:
    """Tell whether answers of a group to a statement are of nearly, and not quite, as many people."""
    then, since = ({group.ballots, group.partly.get(statement, group.ballots)} for group in (before, now))
    return any(is_near(one, other, minimum) for one in then for other in since)


def is_near(before: int, now: int, minimum: int) -> bool:
    """Tell whether two numbers of ballots of one group differ, by fewer people than may be shown."""
    return 0 < abs(before - now) < minimum


def _check(perspective: str, counted: Counted, points: int) -> None:
    if not 0 <= counted.beforehand <= counted.ballots:
        raise ValueError(f"{perspective}: {counted.beforehand} beforehand of {counted.ballots} ballots")
    for statement, counts in counted.answers.items():
        if len(counts) != points + 1:
            raise ValueError(f"{perspective}, {statement}: {len(counts)} counts on a scale of {points} and ?")
        if min(counts) < 0 or sum(counts) != counted.ballots:
            raise ValueError(
                f"{perspective}, {statement}: the counts are not those of {counted.ballots} ballots"
            )


def _total(voted: Mapping[str, Counted]) -> Counted:
    everyone = list(voted.values())
    asked = [
        statement
        for statement in (everyone[0].answers if everyone else {})
        if all(statement in counted.answers for counted in everyone)
    ]
    return Counted(
        ballots=sum(counted.ballots for counted in everyone),
        beforehand=sum(counted.beforehand for counted in everyone),
        answers={
            statement: [sum(column) for column in zip(*(c.answers[statement] for c in everyone), strict=True)]
            for statement in asked
        },
    )


def _group(name: str, counted: Counted) -> ShownGroup:
    return ShownGroup(
        group=name,
        ballots=counted.ballots,
        beforehand=counted.beforehand,
        answers={statement: list(counts) for statement, counts in counted.answers.items()},
    )


# -- tables of one evening (table_sums)


def add_groups(
    name: str, groups: Sequence[ShownGroup], rows: Mapping[str, Sequence[Sequence[int]]], minimum: int
) -> ShownGroup:
    """Give groups that were shown apart as one. ``rows``: per statement the answers of those that show them.

    Where not all do, the sum stands only if it may speak for everyone; how many ballots it holds is kept.
    """
    ballots = sum(group.ballots for group in groups)
    summed = {
        statement: [sum(column) for column in zip(*each, strict=True)] for statement, each in rows.items()
    }
    partly = {statement: sum(row) for statement, row in summed.items() if sum(row) < ballots}
    return ShownGroup(
        group=name,
        ballots=ballots,
        beforehand=sum(group.beforehand for group in groups),
        answers={
            statement: row
            for statement, row in summed.items()
            if statement not in partly or is_base(sum(row[:-1]), ballots, minimum)
        },
        partly=partly,
    )


def shown_together(
    results: Sequence[Shown],
    grouping: Grouping,
    minimum: int,
    groups: Sequence[ShownGroup],
    small: Sequence[str],
) -> Shown:
    """Give results of one scale as one; ``small``: perspectives of which a table could show nothing."""
    there = [TOTAL, *(group.group for group in groups)]
    silent = dict.fromkeys(name for shown in results for name in shown.silent)
    small = (
        [] if grouping == "total" and groups else [name for name in dict.fromkeys(small) if name not in there]
    )
    return Shown(
        grouping=grouping,
        points=results[0].points,
        minimum=minimum,
        groups=list(groups),
        too_small=small,
        silent=[name for name in silent if name not in {*there, *small}],
        open_vote=results[0].open_vote,
    )
