"""What a group is told of two votes on one statement: the counts then and now. Nobody's move is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from facilitator.insight.difference import GroupChange, second_vote
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.whole_round import open_vote
from facilitator.steps.statements.findings.wording import VoteWording


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


def change_finding(votes: Votes, statement: str, saying: VoteWording) -> Finding | None:
    """Give what the counts were and are per group; None when of no group something can be said both times.

    Numbers: "<group>-first-agree" and "-of", "<group>-now-agree" and "-of", without a vote in which the group
    is small and of one mind. Raises ValueError when the scales differ.
    """
    changes = second_vote(votes.before, votes.after, statement)
    changes.sort(key=lambda change: saying.rank(change.group))
    return _finding(votes, statement, changes, saying) if changes else None


def _finding(votes: Votes, statement: str, changes: Sequence[GroupChange], saying: VoteWording) -> Finding:
    t = saying.t
    wall: list[str] = []
    notes: list[str] = []
    numbers: dict[str, int] = {}
    for change in changes:
        wall.append(_change(votes, change, saying))
        for when, share in (("first", change.before), ("now", change.after)):
            if share is not None:
                numbers[f"{change.group}-{when}-agree"] = share.agree
                numbers[f"{change.group}-{when}-of"] = share.of
        if votes.code == "second-vote" and change.at_least_changed:
            name = saying.name(change.group)
            notes.append(t("statements.finding.second.changed", group=name, n=change.at_least_changed))
    wall.append(t(f"{votes.words}.ask"))
    notes += open_vote(votes.after, saying)
    return Finding(
        code=votes.code, about=statement, wall="\n".join(wall), notes="\n".join(notes), numbers=numbers
    )


def _change(votes: Votes, change: GroupChange, saying: VoteWording) -> str:
    """Say both shares; of a vote in which the group is spared only that it was of one mind."""
    name, t, when = saying.name(change.group), saying.t, votes.when
    before, after = change.before, change.after
    if before is None and after is None:
        return t(f"{votes.words}.spared", group=name, when=when)
    if before is None:
        said = saying.share(after.agree, after.of) if after else ""
        return t(f"{votes.words}.spared_first", group=name, when=when, after=said)
    if after is None:
        return t(
            f"{votes.words}.spared_now", group=name, when=when, before=saying.share(before.agree, before.of)
        )
    key = f"{votes.words}.both_upper" if saying.upper else f"{votes.words}.both"
    return t(
        key,
        group=name,
        when=when,
        before=before.agree,
        before_of=before.of,
        after=after.agree,
        after_of=after.of,
    )
