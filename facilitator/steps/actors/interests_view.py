"""What each actor wants for itself, and for the neighbourhood: one actor at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.steps.actors.actor_view import ActorView
from facilitator.steps.actors.commands import change
from facilitator.steps.actors.findings import in_turn
from facilitator.steps.actors.kind import ActorsStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import Lane, Lanes
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

LABELS: Final = 14


class InterestsView(ActorView, FormView):
    """Two fields per actor. Who has no office is first; skipping is fine."""

    def __init__(self, context: StepContext[ActorsStep]) -> None:
        super().__init__(context)
        self.name_line = Say(classes="ask")
        self.own = Field("own", self.t("actors.own"), label_width=LABELS, limit=200)
        self.shared = Field("shared", self.t("actors.shared"), label_width=LABELS, limit=200)
        self.form = {"own": self.own, "shared": self.shared}
        self.said = Say(classes="quiet gap")
        self.after = Say(classes="quiet below")
        self.others = Lanes()
        self.others.pointing = False
        self._shown = ""
        """Whose words the fields hold."""
        actors = self.desk.state.actors()
        silent = (name for name in in_turn(self.desk.state) if not _has_said(actors[name]))
        self.made_for = next(silent, "")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.step.text or self.step.title)
        yield self.name_line
        yield Say(" ")
        yield self.own
        yield self.shared
        yield self.said
        yield self.after
        yield self.others

    def kept(self, name: str) -> str:
        if not self.who:
            return ""
        return self.actor.interest if name == "own" else self.actor.shared_interest

    def load_form(self) -> None:
        self._shown = self.who
        super().load_form()

    def first_field(self) -> Field | None:
        return self.own if self.who else None

    # -- what is shown

    def show(self) -> None:
        there = bool(self.who)
        for widget in (self.own, self.shared):
            widget.display = there
        if not there:
            self.name_line.say(self.t("actors.nobody"))
            return
        if self._shown != self.who:
            self.load_form()
        super().show()
        self.name_line.say(f"{self.actor.name}   {self.progress()}")
        told = _has_said(self.actor) or bool(self.own.value or self.shared.value)
        said = self.t("actors.said_so") if self.actor.sure else self.t("actors.we_think")
        self.said.say(said if told else "")
        self.after.set_class(not told, "gap")
        following = self.desk.state.actors().get(self.beside(1) or "")
        self.after.say(self.t("actors.next", name=following.name) if following else "")
        own, shared = _of_others(self.desk.state, self.who)
        self.others.display = bool(own or shared) and self.roomy
        self.others.put([Lane(self.t("actors.own"), own), Lane(self.t("actors.shared"), shared)])

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.who:
            return [self.on_action(), self.back_action()]
        around = [
            self.action("earlier", "up", partial(self._go, -1), 3),
            self.action("later", "down" if self.field else "down right", partial(self._go, 1), 4),
        ]
        if self.field is not None:
            return [
                self.action("next", "enter", self._further, 1),
                self.action("next_field", "tab", self._further, 0),
                self.action("previous_field", "shift+tab", partial(self.type_in, self.own), 0),
                *around,
                self.action("leave", "escape", self._leave, 5),
                *([] if self.field.text else [self._back()]),
            ]
        return [
            self.action("next", "enter", self._later_or_on, 1),
            self.action("type", "e tab", partial(self.type_in, self.own), 2),
            self.action("sure", "s", self._sure, 3),
            *around,
            self._back(),
        ]

    def _back(self) -> Action:
        """Give the way to the actor before, or to the step before; what was typed is kept first."""
        back = self.way_back()
        return back if self.beside(-1) is None else replace(back, run=partial(self._go, -1))

    async def _keep(self) -> bool:
        """Keep both fields when they changed; tell whether they are on disk."""
        if not any(field.unconfirmed for field in self.fields()):
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
        if self.beside(1) is not None:
            await self._go(1)
        elif await self._keep():
            await self.stage.go_on()

    async def _go(self, by: int) -> None:
        if not await self._keep():
            return
        typing = self.field is not None
        await self.go_within(by)
        if typing:
            self.enter_field(self.own)

    async def _leave(self) -> None:
        if await self._keep():
            await self.type_in(None)

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
