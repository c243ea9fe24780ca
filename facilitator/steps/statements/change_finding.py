"""What a group is told of two votes on one statement: the counts then and now. Nobody's move is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from facilitator.insight.chance import FEWEST_FOR_A_WORD
from facilitator.insight.difference import GroupChange, second_vote, unanimous
from facilitator.insight.groups import group_of
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.round_finding import open_vote
from facilitator.steps.statements.saying import Saying


@dataclass(frozen=True)
class Votes:
    """Two votes, and how the first of them is called."""

    code: Literal["second-vote", "earlier"]
    before: Shown
    after: Shown
    when: str = ""
    """When the earlier one was, such as "in maart"; a second vote of one evening needs no date."""

    @property
    def words(self) -> str:
        return "statements.finding." + ("earlier" if self.code == "earlier" else "second")


def change_finding(votes: Votes, statement: str, saying: Saying) -> Finding | None:
    """Give what the counts were and are per group; None when no group has enough answers both times.

    Numbers: "<group>-first-agree" and "-of", "<group>-now-agree" and "-of", without a vote in which the group
    is small and of one mind. Raises ValueError when the scales differ.
    """
    changes = [
        each
        for each in second_vote(votes.before, votes.after, statement)
        if min(each.of_before, each.of_after) >= FEWEST_FOR_A_WORD
    ]
    changes.sort(key=lambda each: saying.rank(each.group))
    return _finding(votes, statement, changes, saying) if changes else None


def _finding(votes: Votes, statement: str, changes: Sequence[GroupChange], saying: Saying) -> Finding:
    t = saying.t
    wall: list[str] = []
    notes: list[str] = []
    numbers: dict[str, int] = {}
    for each in changes:
        then, now = (_spared(shown, each.group, statement) for shown in (votes.before, votes.after))
        wall.append(_change(votes, each, saying, then=then, now=now))
        if not then:
            numbers[f"{each.group}-first-agree"] = each.agree_before
            numbers[f"{each.group}-first-of"] = each.of_before
        if not now:
            numbers[f"{each.group}-now-agree"] = each.agree_after
            numbers[f"{each.group}-now-of"] = each.of_after
        if votes.code == "second-vote" and each.at_least_changed and not then and not now:
            name = saying.name(each.group)
            notes.append(t("statements.finding.second.changed", group=name, n=each.at_least_changed))
    wall.append(t(f"{votes.words}.ask"))
    notes += open_vote(votes.after, saying)
    return Finding(
        code=votes.code, about=statement, wall="\n".join(wall), notes="\n".join(notes), numbers=numbers
    )


def _spared(shown: Shown, group: str, statement: str) -> bool:
    found = group_of(shown, group)
    return found is not None and unanimous(found, statement)


def _change(votes: Votes, change: GroupChange, saying: Saying, *, then: bool, now: bool) -> str:
    """Say both shares; of a vote in which the group is spared only that it was of one mind."""
    name, t, when = saying.name(change.group), saying.t, votes.when
    before = saying.share(change.agree_before, change.of_before)
    after = saying.share(change.agree_after, change.of_after)
    if then and now:
        return t(f"{votes.words}.spared", group=name, when=when)
    if then:
        return t(f"{votes.words}.spared_first", group=name, when=when, after=after)
    if now:
        return t(f"{votes.words}.spared_now", group=name, when=when, before=before)
    key = f"{votes.words}.both_upper" if saying.upper else f"{votes.words}.both"
    return t(
        key,
        group=name,
        when=when,
        before=change.agree_before,
        before_of=change.of_before,
        after=change.agree_after,
        after_of=change.of_after,
    )
