"""Ballots coming in: one at hand, the others in the box. What was answered never shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from facilitator.insight.suppression import Counted
from facilitator.scenario.model import Step, Use
from facilitator.session.commands import count_people, void_round
from facilitator.session.rounds import Round
from facilitator.steps.statements.ballot import Ballot, next_group
from facilitator.steps.statements.commands import close, reveal, titles
from facilitator.steps.statements.reading import VoteView
from facilitator.storage.ballot_box import BallotBox
from facilitator.storage.not_saved import NotSaved
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage


class CastingView(VoteView):
    """Casts ballots into the box of the open round, and closes the round."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.round = self._open_round()
        self.box: BallotBox | None = None
        self.ballot = Ballot(self.round.statements)
        self.group = next(iter(self.round.expected))
        self.pending = ""
        """What Enter would confirm: ``more`` people, ``close``; and x again: ``void``."""
        self.titles = titles(desk.state.scenario)

    def _open_round(self) -> Round:
        found = self.desk.state.open_round()
        if found is None:
            raise LookupError("no open round")
        return found

    async def on_mount(self) -> None:
        try:
            self.box = await self.desk.ballot_box(self.round)
        except NotSaved as failure:
            self.desk.problem = failure.problem
            self.stage.refresh_view()
            return
        self.group = next_group(self.box.progress(), self.round.expected, self.group)
        if self.box.damaged:
            self.stage.tell(self.t("statements.box_damaged"))
        self.show()

    def shows(self, page: str) -> bool:
        return page == "enter"

    def heading(self) -> str:
        return self.t("statements.entering")

    @property
    def progress(self) -> dict[str, int]:
        return self.box.progress() if self.box else {}

    @property
    def came(self) -> int:
        return sum(self.progress.values())

    def target(self, group: str) -> int:
        """Give how many ballots a group can have: in a first vote also those of who came later."""
        expected = self.round.expected.get(group, 0)
        if self.round.number > 1 or self.round.side == "back":
            return expected
        return max(expected, self.desk.state.people.get(group, 0))

    def targets(self) -> dict[str, int]:
        return {group: self.target(group) for group in self.round.expected}

    # -- the ballot at hand

    def answer_actions(self) -> list[Action]:
        """The keys that answer: a digit per point, and ? or 0 for the opt-out."""
        points = len(self.desk.state.scenario.scale.points)
        keys = [(str(number + 1),) for number in range(points)] + [("0", "question_mark", "slash")]
        said = self.t("statements.digits", points=points)
        return [
            Action(
                "answer" if point == 0 else "digit",
                each,
                partial(self.answer, point),
                "statements",
                rank=1 if point == 0 else 0,
                shown=said if point == 0 else "",
            )
            for point, each in enumerate(keys)
        ]

    async def answer(self, point: int) -> None:
        """Take an answer; the digit after a full ballot casts it and begins the next."""
        if self.box is None:
            return
        if self.ballot.full and not await self.cast():
            return
        if not self.ballot.begun and self.progress.get(self.group, 0) >= self.target(self.group):
            self._ask_for_more()
            return
        self.pending = ""
        self.ballot = self.ballot.add(point)
        self.show()

    def _ask_for_more(self) -> None:
        self.pending = "more" if self.round.number == 1 and self.round.side == "front" else ""
        self.show()
        if not self.pending:
            self.stage.tell(self.t("statements.enough", group=self.titles[self.group]))

    async def cast(self) -> bool:
        """Put the ballot at hand in the box; True when it is safe on disk."""
        if self.box is None:
            return False
        ballot = self.ballot
        try:
            await self.desk.write(
                partial(self.box.cast, self.group, ballot.as_cast(), beforehand=ballot.beforehand)
            )
        except NotSaved as failure:
            self.desk.problem = failure.problem
            self.stage.refresh_view()
            return False
        self.ballot = Ballot(self.round.statements)
        self.group = next_group(self.progress, self.targets(), self.group)
        self.show()
        return True

    async def take_back(self) -> None:
        """Take back the last digit; a ballot in the box stays secret and so stays as it is."""
        self.pending = ""
        if self.ballot.begun:
            self.ballot = self.ballot.take_back()
        else:
            self.stage.tell(self.t("statements.cannot_take_back"))
        self.show()

    # -- the end of the round

    async def enter(self) -> None:
        """Confirm what is asked, cast a full ballot, or ask whether this is all."""
        if self.pending == "more":
            await self._one_more()
        elif self.ballot.full:
            await self.cast()
        elif self.ballot.begun:
            self.stage.tell(self.t("statements.not_full"))
        elif self.pending == "close":
            await self.close()
        else:
            self.pending = "close"
        if self.is_attached:
            self.show()

    async def _one_more(self) -> None:
        now = self.desk.state.people.get(self.group, 0)
        await self.desk.act("people", count_people(self.desk.state, self.group, now + 1))
        self.pending = ""

    def closing_question(self) -> str:
        """Ask whether these are all the ballots."""
        expected = sum(self.targets().values())
        if self.came < expected:
            return self.t("statements.close_fewer", n=self.came, total=expected)
        return self.t("statements.close_all", n=self.came)

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
        outcome = close(self.desk.state, self.use, self.said, self.round, counted)
        if not await self.desk.act("statements.close", outcome):
            self.stage.refresh_view()
        elif self.round.side == "front" and self.round.number > 1:
            await self._show_second()
        else:
            await self.go_page("curtain")

    async def _show_second(self) -> None:
        last = self.votes[-1]
        await self.desk.act("statements.reveal", reveal(self.desk.state, self.use, self.said, last, self.t))
        await self.go_page(f"one:{last.statements[0]}")

    async def void(self) -> None:
        """Let the round not count, after asking once more."""
        if self.pending != "void":
            self.pending = "void"
            self.show()
            return
        if await self.desk.act("statements.void", void_round(self.desk.state, self.round.id)):
            await self.go_page("" if self.round.side == "front" and self.round.number == 1 else "curtain")

    async def stop(self) -> None:
        """Leave the entry for now; what is in the box stays there."""
        if self.ballot.begun:
            self.stage.tell(self.t("statements.not_full"))
        else:
            await self.stage.go_back()

    def void_action(self) -> Action:
        return self.action("void", "x", self.void, 0)

    def actions(self) -> Sequence[Action]:
        return [*self.answer_actions(), self.void_action()]
