"""What is said while ballots come in: which one is at hand, how far each group is, and what is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.vote.ballot_tally import BallotTally
from facilitator.words import Words


@dataclass(frozen=True)
class EntryWording:
    """The sentences of a vote that is open."""

    t: Words
    tally: BallotTally
    title_of: Callable[[str], str]
    """Gives a group as the room calls it."""
    group: str
    """Of which group ballots are typed over now."""
    beforehand: bool
    """Whether these were collected before the session."""

    def at_hand(self, *, begun: bool) -> str:
        """Say which ballot is at hand; ``begun``: something of it was typed."""
        if self.beforehand:
            return self.t("statements.ballot_before", n=self.tally.came_before(self.group) + 1)
        if not begun and not self.tally.lacks(self.group):
            return self.t("statements.group_done")
        number = self.tally.done(self.group) + 1
        places = self.tally.places.get(self.group, 0)
        return self.t("statements.ballot_of", n=number, total=max(places, number))

    def asked(self, pending: str) -> str:
        """Say what waits for a second key; empty when nothing that has to be said."""
        tally = self.tally
        if pending == "more":
            more = tally.places.get(self.group, 0) + 1
            return self.t("statements.one_more", group=self.title_of(self.group), n=more)
        if pending == "close":
            return self.t("statements.close_all", n=tally.came(TOTAL))
        if pending == "fewer":
            done = sum(map(tally.done, tally.groups))
            return self.t("statements.close_fewer", n=done, total=sum(tally.places.values()))
        return self.t("statements.void_ask") if pending == "void" else ""

    def group_is_in(self) -> str:
        """Say that this group has all its ballots, and which comes next; or that all are in."""
        if self.tally.all_in:
            return self.t("statements.all_in", n=self.tally.came(TOTAL))
        following = self.title_of(self.tally.next_group(self.group))
        return self.t("statements.next_group", group=self.title_of(self.group), next=following)
