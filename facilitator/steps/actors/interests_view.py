"""What each actor wants for itself, and for the neighbourhood: one actor at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.steps.actors.commands import change
from facilitator.steps.actors.findings import in_turn
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import Lane, Lanes
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

LABELS: Final = 14
TALL: Final = 28
"""Rows from which what was said of others fits below."""


class InterestsView(StepView):
    """Two fields per actor. Who has no office is first; skipping is fine."""

    room = "actors"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.name_line = Say(classes="ask")
        self.own = Field("own", self.t("actors.own"), label_width=LABELS, limit=200)
        self.shared = Field("shared", self.t("actors.shared"), label_width=LABELS, limit=200)
        self.said = Say(classes="quiet gap")
        self.after = Say(classes="quiet below")
        self.others = Lanes()
        self.others.pointing = False
        self._shown = ""
        """Whose words the fields hold."""
        actors = desk.state.actors()
        silent = (name for name in in_turn(desk.state) if not _has_said(actors[name]))
        self._first = next(silent, "")

    def compose(self) -> ComposeResult:
        yield Say(self.step.text or self.step.title, classes="lead")
        yield self.name_line
        yield Say(" ")
        yield self.own
        yield self.shared
        yield self.said
        yield self.after
        yield self.others

    def on_mount(self) -> None:
        if self.who:
            self._load()
            self.enter_field(self.own)

    # -- who it is about

    @property
    def who(self) -> str:
        """The actor at hand: the page's, or else the first of whom nothing was said before."""
        turn = in_turn(self.desk.state)
        return next((name for name in (self.page, self._first) if name in turn), turn[0] if turn else "")

    @property
    def actor(self) -> Actor:
        return self.desk.state.actors()[self.who]

    @property
    def about(self) -> str:
        return self.who

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.who}"

    def _changed(self) -> bool:
        return any(field.unconfirmed for field in self.fields())

    # -- what is shown

    def show(self) -> None:
        there = bool(self.who)
        for widget in (self.own, self.shared):
            widget.display = there
        if not there:
            self.name_line.say(self.t("actors.nobody"))
            return
        if self._shown != self.who:
            self._load()
        self.own.hear(self.actor.interest)
        self.shared.hear(self.actor.shared_interest)
        turn = in_turn(self.desk.state)
        at = turn.index(self.who)
        progress = self.t("actors.progress", n=at + 1, total=len(turn))
        self.name_line.say(f"{self.actor.name}   {progress}")
        told = _has_said(self.actor) or bool(self.own.value or self.shared.value)
        said = self.t("actors.said_so") if self.actor.sure else self.t("actors.we_think")
        self.said.say(said if told else "")
        self.after.set_class(not told, "gap")
        following = self.desk.state.actors()[turn[at + 1]].name if at + 1 < len(turn) else ""
        self.after.say(self.t("actors.next", name=following) if following else "")
        own, shared = _of_others(self.desk.state, self.who)
        self.others.display = bool(own or shared) and self.app.size.height >= TALL
        self.others.put([Lane(self.t("actors.own"), own), Lane(self.t("actors.shared"), shared)])

    def edited(self, _field: Field) -> None:
        """Whether they said so themselves is asked once there are words."""
        self.stage.refresh_view()

    def _load(self) -> None:
        """Fill the fields with what was kept, or with what was being typed."""
        self._shown = self.who
        self.load(self.own, self.actor.interest)
        self.load(self.shared, self.actor.shared_interest)

    def on_resize(self) -> None:
        self.show()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.who:
            return [self.on_action(), self.back_action()]
        around = [
            self.action("earlier", "up", self._earlier, 3),
            self.action("later", "down", self._later, 4),
        ]
        if self.field is not None:
            return [
                self.action("further", "enter", self._further, 1),
                self.action("field", "tab", self._further, 0),
                self.action("field_before", "shift+tab", self._before, 0),
                *around,
                self.action("leave", "escape", self._leave, 5),
            ]
        return [
            self.action("further", "enter", self._later_or_on, 1),
            self.action("write", "e tab", self._write, 2),
            self.action("sure", "s", self._sure, 3),
            *around,
            self.action("later_too", "right", self._later, 0),
            self.back_action(),
        ]

    async def _keep(self) -> bool:
        """Keep both fields when they changed; tell whether they are on disk."""
        if not self._changed():
            return True
        outcome = change(
            self.desk.state, self.who, interest=self.own.value, shared_interest=self.shared.value
        )
        if not await self.desk.act("actors.interest", outcome):
            return False
        self.show()
        return True

    async def _further(self) -> None:
        """Go to the second field, and from there to the next actor."""
        if self.field is self.own:
            self.enter_field(self.shared)
        else:
            await self._later_or_on()

    async def _later_or_on(self) -> None:
        if self.who == in_turn(self.desk.state)[-1]:
            if await self._keep():
                await self.stage.go_on()
        else:
            await self._later()

    async def _before(self) -> None:
        self.enter_field(self.own)

    async def _later(self) -> None:
        await self._go(1)

    async def _earlier(self) -> None:
        await self._go(-1)

    async def _go(self, by: int) -> None:
        if not await self._keep():
            return
        turn = in_turn(self.desk.state)
        at = min(max(turn.index(self.who) + by, 0), len(turn) - 1)
        typing = self.field is not None
        await self.stage.go_to(self.key, turn[at])
        if typing:
            self.enter_field(self.own)

    async def _leave(self) -> None:
        if await self._keep():
            self.enter_field(None)
            self.stage.refresh_view()

    async def _write(self) -> None:
        self.enter_field(self.own)

    async def _sure(self) -> None:
        """Say whether the actor said so, or the group only thinks so."""
        await self.desk.act("actors.sure", change(self.desk.state, self.who, sure=not self.actor.sure))
        self.stage.refresh_view()


def _has_said(actor: Actor) -> bool:
    return bool(actor.interest or actor.shared_interest)


def _of_others(state: State, who: str) -> tuple[list[Option], list[Option]]:
    """Give what others want, for themselves and for the neighbourhood, with who it is quietly behind it."""
    others = [(name, state.actors()[name]) for name in in_turn(state) if name != who]
    own = [_line(name, actor, actor.interest) for name, actor in others if actor.interest]
    shared = [_line(name, actor, actor.shared_interest) for name, actor in others if actor.shared_interest]
    return own, shared


def _line(name: str, actor: Actor, wants: str) -> Option:
    return Option(name, Content.assemble(wants, (f"  {actor.name}", "$quiet")))
