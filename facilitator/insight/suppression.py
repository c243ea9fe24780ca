"""What may be shown of a closed round: the only place where a ``Shown`` is made.

A round is shown either per perspective or as one total, never both: with 4, 1 and 1 people the total minus
the shown group is the answers of two (statistics.md, "Showing without betraying"). What is too small is
dropped here and exists nowhere afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.session.rounds import TOTAL, Grouping, Shown, ShownGroup


@dataclass(frozen=True, slots=True)
class Counted:
    """The ballots of one perspective, as counts. Not yet fit to be shown, kept or sent anywhere."""

    ballots: int
    beforehand: int = 0
    answers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Per statement: ballots per point of the scale from low to high, and last those that said "?"."""


def close_round(
    counted: Mapping[str, Counted],
    *,
    grouping: Grouping,
    points: int,
    minimum: int,
    silent: Sequence[str] = (),
    open_vote: bool = False,
) -> Shown:
    """Give what may be shown of a round, and so all that is kept of it.

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
    return Shown(
        grouping=grouping,
        points=points,
        minimum=minimum,
        groups=groups,
        too_small=[] if TOTAL in kept else [perspective for perspective in voted if perspective not in kept],
        silent=list(silent),
        open_vote=open_vote,
    )


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
