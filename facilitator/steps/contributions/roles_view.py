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
        self.actors.put(self._options(order), at=order[0] if came else None)
        self.question.say(self._ask())

    def _options(self, actors: Sequence[str]) -> list[Option]:
        """Give the actors with their roles, and what each brings: beside them if all of it fits."""
        state, width = self.desk.state, self.content_size.width
        longest = max(cell_len(actor.name) for actor in state.actors().values())
        names = min(longest, max(width - ROLE - 4, ROLE))
        room = width - names - ROLE - 4
        beside = all(cell_len(self._brings(actor)) <= room for actor in actors)
        return [self._option(actor, names, beside=beside) for actor in actors]

    def _option(self, actor: str, names: int, *, beside: bool) -> Option:
        name, roles = actor_name(self.desk.state, actor, self.t), self._roles_of(actor)
        brings = self._brings(actor)
        if self.small:
            return Option(actor, name, below=" · ".join(filter(None, (roles, brings))))
        column = Content(name).truncate(names, ellipsis=True, pad=True)
        said = Content.assemble(column, (f"  {roles:<{ROLE}}", "bold"))
        if beside:
            return Option(actor, Content.assemble(said, (brings, "$quiet")))
        return Option(actor, said, below=brings)

    def _brings(self, actor: str) -> str:
        return ", ".join(
            contribution.what
            for contribution in self.desk.state.contributions().values()
            if contribution.actor == actor
            and contribution.task == self.place
            and contribution.direction == "brings"
        )

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
