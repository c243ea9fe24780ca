"""What is known while ballots come in: how many there are of each group, and what to ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.drawing.entry_page import EntryPage, GroupRow, SetRow
from facilitator.steps.statements.kind import is_scan, sets_of
from facilitator.steps.statements.vote.ballot import Ballot, next_group
from facilitator.steps.statements.vote.casting_view import CastingView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost


class CountingView(CastingView):
    """Shows ballots as numbers. A kept ballot is counted, and nothing else is known of it."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.ballot = Ballot(self.round.statements)
        self.group = self.groups[0]
        self.beforehand = False
        """Whether the ballots that are typed over now were collected before the session."""

    def opened(self) -> None:
        if self.done(self.group) >= self.places(self.group):
            self.group = self.next_group()

    @property
    def passing(self) -> bool:
        """Whether the keyboard goes round, so that people have to read the statements here."""
        return self.round.way == "keyboard"

    # -- what is in the box

    def came(self, group: str) -> int:
        """Give the ballots of a group that are in the box."""
        found = self.box.progress() if self.box else {}
        return sum(found.values()) if group == TOTAL else found.get(group, 0)

    def came_before(self, group: str) -> int:
        """Give how many of these were collected beforehand."""
        found = self.box.counts().get(group) if self.box else None
        return found.beforehand if found else 0

    def done(self, group: str) -> int:
        """Give how many of the people who are here have their ballot in the box."""
        return self.came(group) - (self.came_before(group) if self.round.side == "front" else 0)

    def lacks(self, group: str) -> bool:
        return self.done(group) < self.places(group)

    @property
    def all_in(self) -> bool:
        return bool(self.came(TOTAL)) and not any(self.lacks(group) for group in self.groups)

    def next_group(self) -> str:
        done = {group: self.done(group) for group in self.groups}
        return next_group(done, {group: self.places(group) for group in self.groups}, self.group)

    @property
    def takes_a_ballot(self) -> bool:
        """Whether there is a place for a ballot of the group at hand."""
        return self.beforehand or self.lacks(self.group)

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        page = EntryPage(
            t=self.t,
            title=self.title_of(self.group),
            at_hand=self._at_hand(),
            answered=len(self.ballot.answers),
            total=len(self.round.statements),
            statement=self._statement() if self.passing else "",
            scale=self.desk.state.scenario.scale if self.passing else None,
            sets=self._sets(),
            groups=self._groups(),
            question=self._question(),
            show_groups=not self.passing or not self.ballot.begun,
            typing=self.ballot.begun or self.takes_a_ballot,
        )
        return page.draw(width, height)

    def status(self) -> str:
        return self.t("statements.kept") if self.came(TOTAL) else ""

    def _at_hand(self) -> str:
        if self.beforehand:
            return self.t("statements.ballot_before", n=self.came_before(self.group) + 1)
        if not self.ballot.begun and not self.lacks(self.group):
            return self.t("statements.group_done")
        done = self.done(self.group)
        return self.t("statements.ballot_of", n=done + 1, total=max(self.places(self.group), done + 1))

    def _statement(self) -> str:
        if self.ballot.full or not self.takes_a_ballot:
            return ""
        return self.text_of(self.round.statements[len(self.ballot.answers)])

    def _sets(self) -> list[SetRow]:
        """Give the sets of a scan that the ballot is of; a later vote and a back are too short for it."""
        if not is_scan(self.vote) or self.round.statements != [statement.id for statement in self.statements]:
            return []
        sets = sets_of(self.vote, self.desk.state.scenario)
        return [SetRow(statement_set.title, len(statement_set.statements)) for statement_set in sets]

    def _groups(self) -> list[GroupRow]:
        rows = [
            GroupRow(
                self.title_of(group),
                self.done(group),
                self.places(group),
                self.came_before(group) if self.round.side == "front" else 0,
                here=group == self.group,
            )
            for group in self.groups
        ]
        return [row for row in rows if row.places or row.done or row.beforehand or row.here]

    def _question(self) -> str:
        """Say what was asked; between two ballots, what there is to do."""
        group, came = self.title_of(self.group), self.came(TOTAL)
        places = sum(self.places(each) for each in self.groups)
        dropped_out = self._dropped_out() if self.pending in {"close", "fewer"} else ""
        asked = {
            "more": partial(self.t, "statements.one_more", group=group, n=self.places(self.group) + 1),
            "close": partial(self.t, "statements.close_all", n=came),
            "fewer": partial(self.t, "statements.close_fewer", n=self.done_in_all, total=places),
            "void": partial(self.t, "statements.void_ask"),
        }.get(self.pending)
        if asked:
            return f"{asked()}\n{dropped_out}".strip()
        if self.ballot.full and self.passing:
            return self.t("statements.pass_on")
        if self.ballot.begun or self.box is None:
            return ""
        if self.box.damaged and not came:
            return self.t("statements.box_damaged")
        if self.takes_a_ballot:
            return ""
        if self.all_in:
            return self.t("statements.all_in", n=came)
        return self.t("statements.next_group", group=group, next=self.title_of(self.next_group()))

    def _dropped_out(self) -> str:
        return self.dropped_out({group: self.came(group) for group in self.groups})

    @property
    def done_in_all(self) -> int:
        return sum(self.done(group) for group in self.groups)
