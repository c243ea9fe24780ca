"""Who guards the common interest of the whole neighbourhood (docs/domain.md 3.5); a choice made aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.contributions.commands import set_guard
from facilitator.steps.contributions.findings import role_places
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.names import actor_name
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Option, Pick, Say

GUARD: Final = "guard"
"""The page after the last task. No entry has an id this short."""


class RolesPage(StepView[ContributionsStep]):
    """A page on which roles are chosen: one per task, and where that is asked one for who guards."""

    room = "contributions"

    def __init__(self, context: StepContext[ContributionsStep]) -> None:
        super().__init__(context)
        self.actors = Pick()
        self.actors.styles.height = "1fr"

    @property
    def pages(self) -> Sequence[str]:
        places = [place or "" for place in role_places(self.desk.state)]
        return [*places, *([GUARD] if self.step.guard else [])]


class GuardView(RolesPage):
    """All actors, of which some may guard."""

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("contributions.who_guards"))
        yield Say(self.t("contributions.guard_choice"), classes="quiet below")
        yield self.actors

    def show(self) -> None:
        state = self.desk.state
        guards = {role.actor for role in state.roles().values() if role.role == "guards"}
        self.actors.put([self._option(actor, guards=actor in guards) for actor in state.actors()])

    def _option(self, actor: str, *, guards: bool) -> Option:
        mark = self.t("contributions.role.guards") if guards else ""
        name = actor_name(self.desk.state, actor, self.t)
        return Option(actor, Content(name), end=f"◆ {mark}" if mark else "")

    def actions(self) -> Sequence[Action]:
        return [
            self.on_action(),
            self.action("guards", "1 space", self._guard, 1),
            replace(self.way_back(), rank=4),
            *pointing(self.actors),
        ]

    async def _guard(self) -> None:
        if self.actors.chosen:
            outcome = set_guard(self.desk.state, self.desk.new_id(), self.actors.chosen.id)
            await self.desk.act("contributions.guard", outcome)
            self.stage.refresh_view()
