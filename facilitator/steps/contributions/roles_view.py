"""Who leads, who decides, who takes part: per task, after the contributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.contributions.commands import RoleName, set_role
from facilitator.steps.contributions.findings import role_places, role_questions, who_first
from facilitator.steps.contributions.guard_view import GUARD, RolesPage
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.names import actor_name, task_name
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

CROWDED: Final = 4
ROLE: Final = 12
"""Cells for a role, between who has it and what that actor brings."""


class RolesView(RolesPage):
    """A page per task: a digit gives the actor that is pointed at its role."""

    follows = True

    def __init__(self, context: StepContext[ContributionsStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.subject = Say(classes="ask below")
        self.question = Say(classes="quiet gap")
        self._place: str | None = None
        """The task that is shown; coming to another begins with who brings something there."""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.subject
        yield self.actors
        yield self.question

    def shows(self, page: str) -> bool:
        return page != GUARD

    @property
    def place(self) -> str | None:
        """The task of this page; None: the neighbourhood as a whole."""
        return self.own_page or None

    @property
    def about(self) -> str:
        return self.place or ""

    # -- what is shown

    def show(self) -> None:
        state, places = self.desk.state, role_places(self.desk.state)
        crowded = len(state.actors()) >= CROWDED and self.short
        self.lead.say(self.step.title if crowded else self.step.text or self.step.title)
        if not state.actors():
            self.subject.say(self.t("contributions.nobody"))
            return
        name = task_name(state, self.place, self.t)
        n, total = places.index(self.place) + 1, len(places)
        progress = self.t("contributions.progress", n=n, total=total) if total > 1 else ""
        self.subject.say(Content.assemble(name, (f"   {progress}", "$quiet not bold")))
        order = who_first(state, self.place)
        came, self._place = self._place != (self.place or ""), self.place or ""
        self.actors.put([self._option(actor) for actor in order], at=order[0] if came else None)
        self.question.say(self._ask())

    def _option(self, actor: str) -> Option:
        state = self.desk.state
        brings = [
            contribution.what
            for contribution in state.contributions().values()
            if contribution.actor == actor
            and contribution.task == self.place
            and contribution.direction == "brings"
        ]
        if self.small:
            said = " · ".join(filter(None, (self._roles_of(actor), ", ".join(brings))))
            return Option(actor, actor_name(state, actor, self.t), below=said)
        actor_names = [other.name for other in state.actors().values()]
        names = min(max(map(cell_len, actor_names)), max(self.content_size.width - ROLE - 4, ROLE))
        name = Content(actor_name(state, actor, self.t)).truncate(names, ellipsis=True, pad=True)
        role = f"  {self._roles_of(actor):<{ROLE}}"
        room = self.content_size.width - 2 - names - cell_len(role)
        said = ", ".join(brings)
        if cell_len(said) > room:  # half a sentence says less than that there is one
            said = self.t("contributions.count.brings", n=len(brings))
        return Option(actor, Content.assemble(name, (role, "bold"), (said, "$quiet")))

    def _roles_of(self, actor: str) -> str:
        roles = [
            self.t(f"contributions.role.{role.role}")
            for role in self.desk.state.roles().values()
            if role.actor == actor and role.task == self.place and role.role != "guards"
        ]
        return ", ".join(roles)

    def _ask(self) -> str:
        """Ask one thing, once a role was chosen here: an empty page asks nothing new."""
        state = self.desk.state
        if not any(role.task == self.place for role in state.roles().values()):
            return ""
        asked = next(iter(role_questions(state, self.place)), None)
        if asked is None:
            return ""
        who = actor_name(state, asked.about, self.t) if asked.about else ""
        return self.t(f"contributions.ask.{asked.code}", who=who, **asked.values)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.desk.state.actors():
            return [self.on_action(), self.back_action()]
        last = self.beside(1) is None
        return [
            self.on_action() if last else self.action("next", "enter", self.on, 1),
            self.action("leads", "1", partial(self._set, "leads"), 1),
            self.action("decides", "2", partial(self._set, "decides"), 1),
            self.action("takes-part", "3", partial(self._set, "takes-part"), 1),
            self.action("no_role", "0 delete backspace", partial(self._set, None), 3),
            replace(self.way_back(), rank=4),
            *pointing(self.actors),
        ]

    async def _set(self, role: RoleName | None) -> None:
        if self.actors.chosen:
            actor = self.actors.chosen.id
            outcome = set_role(self.desk.state, self.desk.new_id(), actor, self.place, role)
            await self.desk.act("contributions.role", outcome)
            self.stage.refresh_view()
