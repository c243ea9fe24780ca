"""Ballots coming in: one at hand, the others in the box. What was answered never shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.insight.suppression import Counted
from facilitator.session.commands import void_round
from facilitator.session.rounds import TOTAL, Round
from facilitator.steps.statements.commands import close, drops_out, is_open_to_more, places_for, reveal
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.vote.vote_view import VoteView
from facilitator.storage.ballot_box import BallotBox
from facilitator.storage.save_errors import NotSaved
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.step_view import StepContext


class CastingView(VoteView):
    """Holds the box of the open round, and ends the round."""

    takes_ballots = True

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.round = self._open_round()
        self.box: BallotBox | None = None
        self.pending = ""
        """What waits for a second key: ``close``, ``fewer``, ``more``, ``void``, ``leave:KEY``."""

    def _open_round(self) -> Round:
        found = self.desk.state.open_round()
        if found is None:
            raise LookupError("no open round")
        return found

    async def on_mount(self) -> None:
        await self.open_box()
        self.opened()
        self.stage.refresh_view()

    async def open_box(self) -> bool:
        """Open the box of the round; what is in the way is said."""
        if self.box is None:
            try:
                self.box = await self.desk.ballot_box(self.round)
            except NotSaved as failure:
                self.desk.problem = failure.problem
        return self.box is not None

    def opened(self) -> None:
        """Begin where the box says that we are."""

    def heading(self) -> str:
        return self.t("statements.entering" if self.round.side == "front" else "statements.entering_back")

    @property
    def about(self) -> str:
        return ""

    # -- who can vote

    @property
    def groups(self) -> list[str]:
        """The groups that can cast ballots; where there is one result for everyone, that one alone."""
        if self.round.grouping == TOTAL:
            return [TOTAL]
        if not self.open_to_more:
            return list(self.round.expected)
        perspectives = [perspective.id for perspective in self.desk.state.scenario.perspectives]
        return [perspective for perspective in perspectives if perspective not in self.round.silent]

    def places(self, group: str) -> int:
        """Give how many ballots a group can have, beside those from beforehand."""
        return places_for(self.desk.state, self.round, group)

    @property
    def open_to_more(self) -> bool:
        """Whether someone who comes in now can still vote: not in what was shown already."""
        return is_open_to_more(self.desk.state, self.round)

    def dropped_out(self, ballots: Mapping[str, int]) -> str:
        """Say of which groups the earlier answers go when the vote is closed with so many ballots."""
        groups = drops_out(self.desk.state, self.round, ballots, self.vote)
        if not groups:
            return ""
        return self.t("statements.close_near", groups=self.saying.names(groups))

    # -- the end of the round

    async def close(self) -> None:
        """Close the round: the shown result is made, the box goes."""
        if self.box is None:
            return
        counted = {
            group: Counted(
                ballots=counts.ballots,
                beforehand=counts.beforehand,
                answers={name: list(row) for name, row in counts.answers.items()},
            )
            for group, counts in self.box.counts().items()
        }
        outcome = close(self.desk.state, self.use, self.step, self.round, counted, self.t)
        if not await self.desk.act("statements.close", outcome):
            self.stage.refresh_view()
        elif self.round.side == "front" and self.round.number > 1:
            await self._show_second()
        else:
            await self.go("curtain")

    async def _show_second(self) -> None:
        last = self.votes[-1]
        await self.desk.act("statements.reveal", reveal(self.desk.state, self.use, self.step, last, self.t))
        await self.go(f"one:{last.statements[0]}")

    async def void(self) -> None:
        """Let the round not count, after asking once more."""
        if self.pending != "void":
            self.pending = "void"
            self.show()
        elif await self.desk.act("statements.void", void_round(self.desk.state, self.round.id)):
            await self.go("collect" if self.open_to_more else "")

    def void_action(self) -> Action:
        return self.action("void", "x", self.void, 0)

    def leave_actions(self) -> Sequence[Action]:
        """The ways out; what is in the box stays there."""
        return [
            self.action("leave_entry", "left", self.stage.go_back, 0),
            self.skip_action(0),
        ]
