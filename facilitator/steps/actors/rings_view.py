"""How near each actor stands: a digit per actor, and the four rings with who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.registers import Actor, Ring
from facilitator.steps.actors.actor_view import ActorView
from facilitator.steps.actors.commands import change
from facilitator.steps.actors.findings import in_turn, next_without_ring, ring_question
from facilitator.steps.actors.kind import ActorsStep
from facilitator.steps.actors.ring_rows_widget import RingRow, RingRows
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import Lane, Lanes
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

RINGS: Final[tuple[Ring, ...]] = get_args(Ring)


class RingsView(ActorView):
    """The rings from the inside outwards: as rows, or as columns where there is room."""

    def __init__(self, context: StepContext[ActorsStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.name_line = Say(classes="ask below")
        self.rows = RingRows(lambda n: self.t("actors.more", n=n))
        self.lanes = Lanes()
        self.question = Say(classes="quiet gap")
        self.made_for = next_without_ring(self.desk.state) or ""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.name_line
        yield self.rows
        yield self.lanes
        yield self.question

    # -- what is shown

    def show(self) -> None:
        actors = self.desk.state.actors()
        placed = any(actor.ring for actor in actors.values())
        crowded = placed and self.short
        self.lead.say(self.step.title if crowded else self.step.text or self.step.title)
        self._show_name()
        self.lanes.display = self.wide
        self.lanes.pointing = bool(self.who) and self.actor.ring is not None
        self.lanes.put([self._lane(number, ring) for number, ring in enumerate(RINGS, 1)], at=self.who)
        self.rows.display = not self.wide
        self.rows.put([self._row(number, ring) for number, ring in enumerate(RINGS, 1)])
        asked = ring_question(self.desk.state)
        self.question.say(self.t(f"actors.ask.{asked.code}") if asked else "")

    def _show_name(self) -> None:
        if not self.who:
            self.name_line.say(self.t("actors.nobody"))
            return
        actor = self.actor
        now = self.t(f"actors.ring.{actor.ring}") if actor.ring else self.t("actors.ring.none")
        self.name_line.say(Content.assemble(actor.name, (f"   {now}   {self.progress()}", "$quiet not bold")))

    def _in(self, ring: Ring) -> dict[str, Actor]:
        actors = self.desk.state.actors()
        return {name: actors[name] for name in in_turn(self.desk.state) if actors[name].ring == ring}

    def _lane(self, number: int, ring: Ring) -> Lane:
        lines = [Option(name, actor.name) for name, actor in self._in(ring).items()]
        return Lane.open(f"{number}  {self.t(f'actors.ring.{ring}')}", lines)

    def _row(self, number: int, ring: Ring) -> RingRow:
        here = self._in(ring)
        names = [actor.name for actor in here.values()]
        at_hand = here[self.who].name if self.who in here else ""
        return RingRow(f"{number}  {self.t(f'actors.ring.{ring}')}", names, at_hand)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.who:
            return [self.on_action(), self.back_action()]
        placed = next_without_ring(self.desk.state) is None
        more = self.beside(1) is not None and not placed
        further = self.action("next", "enter", self.on, 1) if more else self.on_action()
        rings = [
            self.action(ring, str(number), partial(self._choose, ring), 0)
            for number, ring in enumerate(RINGS, 1)
        ]
        return [
            further,
            *rings,
            self.action("earlier", "up", partial(self.go_within, -1), 2),
            self.action("later", "down right", partial(self.go_within, 1), 3),
            self.action("no_ring", "0 delete backspace", partial(self._choose, None), 4),
            self.way_back(),
        ]

    async def _choose(self, ring: Ring | None) -> None:
        """Place the actor, and go to the next who has no place."""
        done = await self.desk.act("actors.ring", change(self.desk.state, self.who, ring=ring))
        following = next_without_ring(self.desk.state, self.who)
        if done and ring and following:
            await self.go(following)
        elif done and ring:
            self.stage.tell(self.t("actors.all_placed"))
        self.stage.refresh_view()
