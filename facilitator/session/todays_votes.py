"""The votes of today on some statements, whichever way they came there. Pure.

Another step with the same set, a block that was added, the back of a ballot, an earlier session of the same
day: for what may be shown they are all one thing, because whoever sees one result may have seen the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from facilitator.session.rounds import TOTAL, Grouping, Shown
from facilitator.session.state import State


@dataclass(frozen=True)
class TodaysVote:
    """A vote of today of which something is shown."""

    id: str | None
    """None: an earlier session held it."""
    grouping: Grouping
    silent: list[str]
    """Perspectives that told rather than voted."""
    expected: Mapping[str, int]
    """People per perspective who could vote."""
    shown: Shown


def votes_of_today(state: State, statements: Collection[str], but: str = "") -> list[TodaysVote]:
    """Give the votes on any of these statements, the oldest first; ``but`` is a vote to leave out."""
    held = [*_of_earlier_sessions(state, statements), *_of_this_session(state, statements)]
    return [vote for vote in held if vote.id != but and vote.shown.groups]


def _of_earlier_sessions(state: State, statements: Collection[str]) -> Iterator[TodaysVote]:
    before = state.before
    for vote in reversed(before.votes if before is not None else []):
        if before is not None and vote.day == state.about.day and not set(statements).isdisjoint(vote.texts):
            shown = vote.shown
            yield TodaysVote(None, shown.grouping, list(shown.silent), before.people, shown)


def _of_this_session(state: State, statements: Collection[str]) -> Iterator[TodaysVote]:
    for vote in state.rounds.values():
        if vote.shown is not None and not set(statements).isdisjoint(vote.statements):
            # A back is of one perspective alone: the others have not voted yet.
            expected = vote.expected if vote.side == "front" else {**state.people, **vote.expected}
            yield TodaysVote(vote.id, vote.shown.grouping, list(vote.silent), expected, vote.shown)


def voters_of(vote: TodaysVote, group: str, *, beforehand: bool = False) -> int:
    """Give how many of a group voted: ballots where it is shown, or else who could.

    Ballots that were collected before the session count only with ``beforehand``: their people are not here.
    """
    for shown in vote.shown.groups:
        if shown.group == group:
            return shown.ballots - (0 if beforehand else shown.beforehand)
    return sum(vote.expected.values()) if group == TOTAL else vote.expected.get(group, 0)
