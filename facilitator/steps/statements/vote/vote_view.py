"""What the pages of a vote share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.commands import smallest
from facilitator.session.rounds import TOTAL, Round, Way
from facilitator.steps.statements.commands import back_at_hand, begin, begin_back, vote_key
from facilitator.steps.statements.drawing.drawing_widget import Drawing
from facilitator.steps.statements.drawing.row_blocks import wrapped
from facilitator.steps.statements.findings.wording import VoteWording
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_text import enlarged, enlarges
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.told_line import ALOUD

WAYS: Final[tuple[Way, ...]] = ("paper", "keyboard", "hands")


class VoteView(StepView[StatementsStep]):
    """A page that is drawn for the room there is."""

    room = "statements"

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.vote = vote_of(self.step, self.use)
        self.statements = statements_of(self.vote, self.desk.state.scenario)
        self.minimum = smallest(sensitive=self.vote.sensitive)
        self.b_is_own = bool(self.vote.back)  # there are ballots with a back
        self.drawing = Drawing(self.draw)

    def compose(self) -> ComposeResult:
        yield self.drawing

    def show(self) -> None:
        self.drawing.redraw()

    def draw(self, _width: int, _height: int) -> Sequence[Content]:
        """Give the rows of the page."""
        return []

    def sizes(self, text: str, width: int) -> list[list[Content]]:
        """Give a text in letters twice as high where there are such, and in ordinary ones."""
        return [*self.large(text, width), wrapped(text, width, "bold")]

    def large(self, text: str, width: int, style: str = "bold") -> list[list[Content]]:
        """Give a text in letters twice as high; nothing where there are none."""
        return (
            [enlarged(Content.styled(text, style), width)]
            if text and width < ALOUD and enlarges(self)
            else []
        )

    @property
    def vote_key(self) -> str:
        """The name under which the votes are kept that this step holds or shows."""
        return vote_key(self.use, self.step)

    @property
    def votes(self) -> list[Round]:
        """The votes that this step holds or shows, oldest first."""
        return self.desk.state.rounds_of(self.vote_key)

    def text_of(self, statement: str) -> str:
        return next((asked.text for asked in self.statements if asked.id == statement), "")

    def title_of(self, group: str) -> str:
        if group == TOTAL:
            alone = self.desk.state.scenario.alone
            return self.t("statements.our_team") if alone else self.t("statements.everyone")
        found = self.desk.state.scenario.perspective(group)
        return found.title if found else group

    @property
    def saying(self) -> VoteWording:
        return VoteWording(self.desk.state.scenario, self.t)

    async def begin(self, way: Way, again: list[str] | None = None) -> None:
        """Begin a vote and go to where ballots come in; what is in the way is said."""
        outcome = begin(self.desk.state, self.use, self.step, self.desk.new_id(), way, again or [])
        if await self.desk.act("statements.begin", outcome):
            await self.go("enter")
        self.stage.refresh_view()

    def skip_action(self, rank: int) -> Action:
        """The way to the next step where Enter does something else."""
        return replace(self.on_action(), keys=("o",), rank=rank)

    # -- the backs of ballots: for the report, never for the wall

    def back_side_action(self, rank: int) -> list[Action]:
        """Offer to type backs over, where there are any still: in the break, or after the evening."""
        if not back_at_hand(self.desk.state, self.use, self.step):
            return []
        return [self.action("back_side", "b", self._back_side, rank)]

    async def _back_side(self) -> None:
        """Type the backs over of one perspective, or go on with that."""
        state = self.desk.state
        if state.open_round() is None:
            perspective = back_at_hand(state, self.use, self.step)
            outcome = begin_back(state, self.use, self.step, self.desk.new_id(), perspective)
            if not await self.desk.act("statements.begin", outcome):
                self.stage.refresh_view()
                return
        await self.go("enter")
