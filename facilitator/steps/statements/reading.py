"""Before the result: statements read aloud, how to vote, and the curtain before the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import smallest, too_small, unsettled
from facilitator.session.rounds import Round, Way
from facilitator.steps.statements.commands import backs_to_enter, begin, begin_back, reveal, vote_key
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage, StepView
from facilitator.ui.kit.widgets import Option, Pick, Say

WAYS: Final[tuple[Way, ...]] = ("paper", "keyboard", "hands")


class VoteView(StepView):
    """What the pages of a vote share."""

    room = "statements"

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.said = cast("StatementsStep", step)
        self.vote = vote_of(self.said, use)
        self.statements = statements_of(self.vote, desk.state.scenario)
        self.minimum = smallest(sensitive=self.vote.sensitive)

    @property
    def votes(self) -> list[Round]:
        """The votes that this step holds or shows, oldest first."""
        return self.desk.state.rounds_of(vote_key(self.use, self.said))

    async def go_page(self, page: str) -> None:
        await self.stage.go_to(self.key, page)

    async def begin(self, way: Way, again: list[str] | None = None) -> None:
        """Begin a vote and go to where ballots come in; what is in the way is said."""
        outcome = begin(self.desk.state, self.use, self.said, self.desk.new_id(), way, again or [])
        if await self.desk.act("statements.begin", outcome):
            await self.go_page("enter")
        self.stage.refresh_view()

    def scale_line(self) -> Content:
        """Give the points of the scale with their numbers; where it has to, the opt-out on its own row."""
        scale = self.desk.state.scenario.scale
        points = "   ".join(f"{number} {name}" for number, name in enumerate(scale.points, 1))
        unknown = f"? {scale.unknown}"
        whole = f"{points}   {unknown}"
        return Content(whole if cell_len(whole) <= self.size.width - 4 else f"{points}\n{unknown}")


class ReadView(VoteView):
    """One statement, large. Nothing else competes with it."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.count = Say(classes="quiet below")
        self.text = Say(classes="lead statement")
        self.scale = Say()
        self.how = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.count
        yield self.text
        yield self.scale
        yield self.how

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] in {"", "read"}

    @property
    def number(self) -> int:
        """Which statement is read, from 0."""
        said = self.page.partition(":")[2]
        return min(int(said), len(self.statements) - 1) if said.isdigit() else 0

    @property
    def about(self) -> str:
        return self.statements[self.number].id

    def show(self) -> None:
        total = len(self.statements)
        self.count.say(self.t("statements.of", n=self.number + 1, total=total))
        self.text.say(self.statements[self.number].text)
        self.scale.say(self.scale_line())
        self.how.say(self.t("statements.read_twice"))

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_statement", "enter right", self._next, 1),
            self.action("previous_statement", "left", self._previous, 2),
            self.action("enough", "e", self._collect, 0),
        ]

    async def _next(self) -> None:
        if self.number + 1 < len(self.statements):
            await self.go_page(f"read:{self.number + 1}")
        else:
            await self._collect()

    async def _previous(self) -> None:
        if self.number:
            await self.go_page(f"read:{self.number - 1}")
        else:
            await self.stage.go_back()

    async def _collect(self) -> None:
        await self.go_page("collect" if not self.votes else "")


class CollectView(VoteView):
    """How the answers come in: on paper, by passing the keyboard, or by hands."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.pick = Pick()
        self.why = Say(classes="quiet gap")
        self.warning = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield Say(self.t("statements.collect"), classes="lead")
        yield self.pick
        yield self.why
        yield self.warning

    def shows(self, page: str) -> bool:
        return page == "collect"

    def on_mount(self) -> None:
        self.pick.put([Option(way, self.t(f"statements.way.{way}")) for way in WAYS])

    def show(self) -> None:
        chosen = self.pick.chosen.id if self.pick.chosen else "paper"
        self.why.say(self.t(f"statements.way_why.{chosen}"))
        self.warning.say(self._warning())

    def _warning(self) -> str:
        """Say what has to be settled first, or what a small group means."""
        state = self.desk.state
        if not state.present:
            return self.t("statements.count_first")
        if unsettled(state, self.minimum):
            return self.t("statements.settle_first")
        if too_small(state, self.minimum) or min(state.people.values()) < 6:
            return self.t("statements.guess")
        return ""

    def actions(self) -> Sequence[Action]:
        return [
            self.action("begin", "enter", self._begin, 1),
            self.action("reread", "left", self._reread, 2),
            Action("up", ("up",), self._up, "kit", 0),
            Action("down", ("down", "tab"), self._down, "kit", 0),
        ]

    async def _begin(self) -> None:
        if not self.desk.state.present:
            self.stage.tell(self.t("statements.count_first"))
        elif unsettled(self.desk.state, self.minimum):
            self.stage.tell(self.t("statements.settle_first"))
        elif self.pick.chosen:
            await self.begin(cast("Way", self.pick.chosen.id))

    async def _reread(self) -> None:
        await self.go_page(f"read:{len(self.statements) - 1}")

    async def _up(self) -> None:
        self.pick.move(-1)
        self.show()

    async def _down(self) -> None:
        self.pick.move(1)
        self.show()


class CurtainView(VoteView):
    """All ballots are in, or not yet; the result comes when the room is ready for it."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.lead = Say(classes="lead")
        self.what = Say()
        self.ask = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.what
        yield self.ask

    def shows(self, page: str) -> bool:
        return page == "curtain"

    def show(self) -> None:
        self.lead.say(self.t(f"statements.curtain.{self._stands}"))
        self.what.say(self.step.text if self.said.part == "result" else "")
        self.ask.say(self.t(f"statements.curtain_ask.{self._stands}"))

    @property
    def _stands(self) -> str:
        """Where the vote stands: nothing yet, open, ready to show, waiting for later, or shown."""
        votes = self.votes
        if not votes:
            return "nothing"
        if votes[-1].status == "open":
            return "open"
        if self.said.part == "vote":
            return "later"
        return "ready" if votes[-1].status == "closed" else "shown"

    def actions(self) -> Sequence[Action]:
        run = {
            "nothing": self._to_vote,
            "open": self._to_vote,
            "ready": self._reveal,
            "later": self.stage.go_on,
            "shown": self._overview,
        }[self._stands]
        name = {"later": "on", "ready": "reveal", "shown": "reveal"}.get(self._stands, "to_vote")
        offered = [self.action(name, "enter", run, 1), self.back_action()]
        if backs_to_enter(self.desk.state, self.use, self.said):
            offered.append(self.action("back_side", "b", self._back_side, 4))
        return offered

    async def _to_vote(self) -> None:
        key = vote_key(self.use, self.said)
        await self.stage.go_to(key, "enter" if self.votes else "")

    async def _reveal(self) -> None:
        last = self.votes[-1]
        outcome = reveal(self.desk.state, self.use, self.said, last, self.t)
        if await self.desk.act("statements.reveal", outcome):
            await self._overview()
        else:
            self.stage.refresh_view()

    async def _overview(self) -> None:
        await self.go_page("overview")

    async def _back_side(self) -> None:
        """Type the back of the ballots over, a perspective at a time: in the break, or after the evening."""
        state = self.desk.state
        perspective = backs_to_enter(state, self.use, self.said)[0]
        outcome = begin_back(state, self.use, self.said, self.desk.new_id(), perspective)
        if await self.desk.act("statements.begin", outcome):
            await self.go_page("enter")
        self.stage.refresh_view()
