"""How near each actor stands: a digit per actor, and the four rings with who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.registers import Actor, Ring
from facilitator.steps.actors.commands import change
from facilitator.steps.actors.findings import in_turn, next_without_ring, ring_question
from facilitator.steps.actors.ring_rows_widget import RingRow, RingRows
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.lists import Lane, Lanes
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

RINGS: Final[tuple[Ring, ...]] = get_args(Ring)
WIDE: Final = 100
SHORT_SCREEN: Final = 24


class RingsView(StepView):
    """The rings from the inside outwards: as rows, or as columns where there is room."""

    room = "actors"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.lead = Say(classes="lead")
        self.name_line = Say(classes="ask below")
        self.rows = RingRows(lambda n: self.t("actors.more", n=n))
        self.lanes = Lanes()
        self.question = Say(classes="quiet gap")
        self._first = next_without_ring(desk.state) or ""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.name_line
        yield self.rows
        yield self.lanes
        yield self.question

    def on_resize(self) -> None:
        self.show()

    @property
    def who(self) -> str:
        """The actor at hand: the page's, or else the first that had no ring before."""
        turn = in_turn(self.desk.state)
        return next((name for name in (self.page, self._first) if name in turn), turn[0] if turn else "")

    @property
    def actor(self) -> Actor | None:
        return self.desk.state.actors().get(self.who)

    @property
    def about(self) -> str:
        return self.who

    # -- what is shown

    def show(self) -> None:
        actors = self.desk.state.actors()
        placed = any(actor.ring for actor in actors.values())
        crowded = placed and self.app.size.height < SHORT_SCREEN
        self.lead.say(self.step.title if crowded else self.step.text or self.step.title)
        self._show_name()
        wide = self.app.size.width >= WIDE
        self.lanes.display = wide
        self.lanes.pointing = self.actor is not None and self.actor.ring is not None
        self.lanes.put([self._lane(number, ring) for number, ring in enumerate(RINGS, 1)], at=self.who)
        self.rows.display = not wide
        self.rows.put([self._row(number, ring) for number, ring in enumerate(RINGS, 1)])
        asked = ring_question(self.desk.state)
        self.question.say(self.t(f"actors.ask.{asked.code}") if asked else "")

    def _show_name(self) -> None:
        actor = self.actor
        if actor is None:
            self.name_line.say(self.t("actors.nobody"))
            return
        turn = in_turn(self.desk.state)
        progress = self.t("actors.progress", n=turn.index(self.who) + 1, total=len(turn))
        now = self.t(f"actors.ring.{actor.ring}") if actor.ring else self.t("actors.ring.none")
        self.name_line.say(Content.assemble(actor.name, (f"   {now}   {progress}", "$quiet not bold")))

    def _in(self, ring: Ring) -> dict[str, Actor]:
        actors = self.desk.state.actors()
        return {name: actors[name] for name in in_turn(self.desk.state) if actors[name].ring == ring}

    def _lane(self, number: int, ring: Ring) -> Lane:
        lines = [Option(name, actor.name) for name, actor in self._in(ring).items()]
        nobody = [Option("", "–", heading=True)]
        return Lane(f"{number}  {self.t(f'actors.ring.{ring}')}", lines or nobody)

    def _row(self, number: int, ring: Ring) -> RingRow:
        here = self._in(ring)
        names = [actor.name for actor in here.values()]
        at_hand = here[self.who].name if self.who in here else ""
        return RingRow(f"{number}  {self.t(f'actors.ring.{ring}')}", names, at_hand)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.actor is None:
            return [self.on_action(), self.back_action()]
        placed = next_without_ring(self.desk.state) is None
        more = self._later() and not placed
        further = self.action("further", "enter", self._further, 1) if more else self.on_action()
        rings = [
            self.action(ring, str(number), partial(self._choose, ring), 0)
            for number, ring in enumerate(RINGS, 1)
        ]
        return [
            further,
            *rings,
            self.action("earlier", "up", partial(self._go, -1), 2),
            self.action("later", "down right", partial(self._go, 1), 3),
            self.action("no_ring", "0 delete backspace", partial(self._choose, None), 4),
            self.back_action(),
        ]

    def _later(self) -> str | None:
        """Give the next actor in turn, if there is one."""
        turn = in_turn(self.desk.state)
        after = turn[turn.index(self.who) + 1 :]
        return after[0] if after else None

    async def _choose(self, ring: Ring | None) -> None:
        """Place the actor, and go to the next who has no place."""
        done = await self.desk.act("actors.ring", change(self.desk.state, self.who, ring=ring))
        following = next_without_ring(self.desk.state, self.who)
        if done and ring and following:
            await self.stage.go_to(self.key, following)
        elif done and ring:
            self.stage.tell(self.t("actors.all_placed"))
        self.stage.refresh_view()

    async def _further(self) -> None:
        following = self._later()
        if following:
            await self.stage.go_to(self.key, following)

    async def _go(self, by: int) -> None:
        turn = in_turn(self.desk.state)
        at = min(max(turn.index(self.who) + by, 0), len(turn) - 1)
        await self.stage.go_to(self.key, turn[at])
