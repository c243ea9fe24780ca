"""What an earlier session showed, where it may stand beside what is shown now (docs/domain.md S8).

Only the same statement in the same words, on a scale as long, is compared; who read it in another language
read the same words (``scenario.bilingual_text``). Other people may have answered, so
counts stand side by side and nothing is said of who moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.insight.groups import answers_to, asked_of, has_base, was_asked
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import ShownGroup
from facilitator.session.state import Before, EarlierVote


@dataclass(frozen=True, slots=True)
class EarlierShare:
    """The answers of one group to some statements taken together, as an earlier session showed them."""

    group: str
    agree: int
    """Answers in the upper half of the scale; 0 when held back or when too few chose a point."""
    of: int
    """Answers, without "?"; 0 when held back or when too few chose a point."""
    held_back: bool
    """Whether the group was small and of one mind on one of them (docs/domain.md 6.2)."""


def earlier_vote(before: Before | None, statement: Statement, points: int) -> EarlierVote | None:
    """Give the newest earlier vote on this statement, in the same words and on as many points."""
    return next((vote for vote in _votes_on(before, statement.id) if _is_same(vote, statement, points)), None)


def other_question(before: Before | None, statement: Statement, points: int) -> EarlierVote | None:
    """Give the newest earlier vote under this id when it was on other words only; None when it compares."""
    if earlier_vote(before, statement, points) is not None:
        return None
    votes = _votes_on(before, statement.id)
    return next((vote for vote in votes if not _reads_as(vote, statement)), None)


def earlier_shares(
    before: Before | None, statements: Sequence[Statement], points: int
) -> tuple[date, list[EarlierShare]] | None:
    """Give the day and per group the answers to these statements together.

    None unless every one of them was shown on one and the same day, in the same words; groups that were not
    shown on all of them have no share.
    """
    votes = [(statement, earlier_vote(before, statement, points)) for statement in statements]
    found = [(statement.id, vote) for statement, vote in votes if vote is not None]
    days = {vote.day for _, vote in found}
    if len(found) < len(statements) or len(days) != 1:
        return None
    shown = [(name, vote.shown, {group.group: group for group in vote.shown.groups}) for name, vote in found]
    asked = [group for group in shown[0][2] if all(group in groups for _, _, groups in shown)]
    shares = [
        _share(group, [(groups[group], name, vote.minimum) for name, vote, groups in shown])
        for group in asked
    ]
    return days.pop(), [share for share in shares if share is not None]


def _votes_on(before: Before | None, statement: str) -> list[EarlierVote]:
    votes = before.votes if before is not None else []
    return [
        vote
        for vote in votes
        if statement in vote.texts and any(statement in asked_of(group) for group in vote.shown.groups)
    ]


def _is_same(vote: EarlierVote, statement: Statement, points: int) -> bool:
    return _reads_as(vote, statement) and vote.shown.points == points


def _reads_as(vote: EarlierVote, statement: Statement) -> bool:
    return vote.wording(statement.id).is_same(statement.wording)


def _share(name: str, pairs: Sequence[tuple[ShownGroup, str, int]]) -> EarlierShare | None:
    """Take a group's answers together, each statement from the vote it was shown in, with its minimum."""
    if not all(was_asked(group, statement) for group, statement, _ in pairs):
        return None
    held_back = any(statement in group.same for group, statement, _ in pairs)
    if held_back or not all(has_base(*pair) for pair in pairs):
        return EarlierShare(name, 0, 0, held_back)
    shares = [agreeing(answers_to(group, statement)) for group, statement, _ in pairs]
    return EarlierShare(name, sum(part for part, _ in shares), sum(of for _, of in shares), held_back=False)
