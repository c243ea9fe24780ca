"""What the looks at one actor at a time share: who is at hand."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session.registers import Actor
from facilitator.steps.actors.findings import in_turn
from facilitator.steps.actors.kind import ActorsStep
from facilitator.ui.kit.step_view import StepView


class ActorView(StepView[ActorsStep]):
    """A page per actor; who has no office is first."""

    room = "actors"
    follows = True

    @property
    def pages(self) -> Sequence[str]:
        return in_turn(self.desk.state)

    @property
    def who(self) -> str:
        """The id of the actor at hand; empty when there is none."""
        return self.own_page

    @property
    def actor(self) -> Actor:
        """The actor at hand. Raises KeyError when there is none."""
        return self.desk.state.actors()[self.who]

    @property
    def about(self) -> str:
        return self.who

    def progress(self) -> str:
        """Say how many actors there are, and which of them this is."""
        pages = self.pages
        return self.t("actors.progress", n=pages.index(self.who) + 1, total=len(pages))
