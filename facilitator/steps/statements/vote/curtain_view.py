"""The curtain before a result: the ballots are in, or not yet. The result comes when the room is ready."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual.content import Content

from facilitator.session.commands import void_round
from facilitator.steps.statements.commands import held_at_result, reveal
from facilitator.steps.statements.drawing.row_blocks import Block, roomiest, wrapped
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.vote.vote_view import VoteView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.step_view import StepContext


class CurtainView(VoteView):
    """Where the vote stands, and the way on."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.voiding = False
        """Whether x was pressed once: the next x lets the vote not count."""

    def draw(self, width: int, height: int) -> Sequence[Content]:
        stands = self._stands
        ask = self.t("statements.void_ask" if self.voiding else f"statements.curtain_ask.{stands}")
        text = self.step.text if self.step.part == "result" else ""
        said = self.t(f"statements.curtain.{stands}")
        ways = [
            [
                Block(rows, gap=2),
                Block(wrapped(text.strip(), width)),
                Block(wrapped(ask, width, "bold $accent")),
            ]
            for rows in self.sizes(said, width)
        ]
        return roomiest(ways, height)

    @property
    def _stands(self) -> str:
        """Where the vote stands: nothing yet, open, ready to show, waiting for later, or shown."""
        votes = self.votes
        if not votes:
            return "nothing"
        if votes[-1].status == "open" and not held_at_result(votes[-1], self.step):
            return "open"
        if self.step.part == "vote":
            return "later"
        return "ready" if votes[-1].status == "closed" else "shown"

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        ways: dict[str, Callable[[], Awaitable[None]]] = {
            "ready": self._reveal,
            "later": self.stage.go_on,
            "shown": partial(self.go, "overview"),
        }
        run = ways.get(self._stands, self._to_vote)
        name = {"later": "on", "ready": "reveal", "shown": "reveal"}.get(self._stands, "to_vote")
        offered = [self.action(name, "enter", run, 1), self.back_action()]
        if self._stands in {"nothing", "open"}:
            offered.append(self.skip_action(3))
        offered += self.back_side_action(4)
        if self.votes and self.votes[-1].status == "closed":
            offered.append(self.action("void", "x", self._void, 0))
        return offered

    async def _to_vote(self) -> None:
        if self.votes and self.votes[-1].number > 1:
            await self.go("enter")  # a second vote is held where the result is
        else:
            await self.stage.go_to(self.vote_key, "enter" if self.votes else "")

    async def _reveal(self) -> None:
        last = self.votes[-1]
        outcome = reveal(self.desk.state, self.use, self.step, last, self.t)
        if await self.desk.act("statements.reveal", outcome):
            await self.go("overview")
        else:
            self.stage.refresh_view()

    async def _void(self) -> None:
        """Let a closed vote not count, after asking once more: when it turns out to be a mistake."""
        if not self.voiding:
            self.voiding = True
            self.show()
        elif await self.desk.act("statements.void", void_round(self.desk.state, self.votes[-1].id)):
            await self.stage.go_to(self.vote_key)
