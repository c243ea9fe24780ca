"""What a view of one step stands on: the step, the page that is shown, and the way between the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from facilitator.scenario.model import Step, Use, key_of
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.view import DeskView

if TYPE_CHECKING:
    from facilitator.session.state import State
    from facilitator.ui.kit.desk import Desk
    from facilitator.ui.kit.view import StageHost

StepT = TypeVar("StepT", bound=Step)
StepT_co = TypeVar("StepT_co", bound=Step, covariant=True)


@dataclass(frozen=True)
class StepContext(Generic[StepT_co]):
    """What a view of a step is made with."""

    desk: Desk
    stage: StageHost
    use: Use
    step: StepT_co
    page: str = ""
    """The page of the step; empty where the group comes to the step without having one in mind."""
    replay: Callable[[], Sequence[Action]] | None = None
    """What can be done where a page is shown once more, instead of what its view offers: reading it."""

    @property
    def key(self) -> str:
        return key_of(self.use, self.step)

    @property
    def state(self) -> State:
        return self.desk.state

    def at(self, page: str) -> StepContext[StepT_co]:
        """Give the same step on another page."""
        return replace(self, page=page)

    def again(self, actions: Callable[[], Sequence[Action]]) -> StepContext[StepT_co]:
        """Give the same step to be shown once more, where only these actions can be done."""
        return replace(self, replay=actions)


class StepView(DeskView, Generic[StepT_co]):
    """A view of one step, on one of its pages.

    Most views are made for one page, and another page gets another view. One that ``follows`` shows every
    page of its step: it stays on the stage and looks up where the group is.
    """

    follows = False
    smallest = SMALLEST_ROOM

    def __init__(self, context: StepContext[StepT_co]) -> None:
        super().__init__(context.desk, context.stage)
        self.use = context.use
        self.step = context.step
        self.key = context.key
        self.replay = context.replay
        self.made_for = context.page
        """The page it was made for; of a view that follows, where the group began."""

    # -- where the group is

    @property
    def page(self) -> str:
        """The page of the step that the group is at, or looks at once more."""
        if self.replay is not None:
            return self.made_for
        at = self.desk.state.at
        return at.page if at.key == self.key else ""

    def all_actions(self) -> Sequence[Action]:
        return super().all_actions() if self.replay is None else self.replay()

    @property
    def pages(self) -> Sequence[str]:
        """The pages of the step in order, as they are now."""
        return [self.made_for]

    @property
    def own_page(self) -> str:
        """The page that is shown."""
        if not self.follows:
            return self.made_for
        pages = self.pages
        return next((page for page in (self.page, self.made_for) if page in pages), self.nearest_page)

    @property
    def nearest_page(self) -> str:
        """Where the group is led from a page that is gone, because what it was about was taken back."""
        return next(iter(self.pages), "")

    def shows(self, page: str) -> bool:
        return self.follows or page == self.made_for

    def beside(self, by: int) -> str | None:
        """Give the page that comes so many pages further; None beyond the first and the last."""
        pages, here = self.pages, self.own_page
        if here not in pages:
            return self.nearest_page
        at = pages.index(here) + by
        return pages[at] if 0 <= at < len(pages) else None

    @property
    def opens(self) -> bool:
        """Whether the step begins with this page: there the room reads its text."""
        return self.own_page in self.pages[:1]

    @property
    def about(self) -> str:
        """What a note is about that is written now: a statement, a question; empty for the whole step."""
        return ""

    @property
    def question_now(self) -> str:
        """What the room is asked here, for a screen that shows nothing else."""
        return self.step.text.strip()

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}" if self.own_page else self.key

    @property
    def asked_where(self) -> str:
        return self.desk.state.at.where

    # -- the way on and back

    async def go(self, page: str = "") -> None:
        """Go to a page of this step."""
        await self.stage.go_to(self.key, page)

    async def go_by(self, by: int) -> None:
        """Go so many pages further; beyond the last to the next step, before the first to the one before."""
        page = self.beside(by)
        if page is not None:
            await self.go(page)
        elif by > 0:
            await self.go_beyond()
        else:
            await self.stage.go_back()

    async def go_beyond(self) -> None:
        """Go on from the last page: to the next step, unless something has to come first."""
        await self.stage.go_on()

    async def on(self) -> None:
        """Go to the next page, and from the last one to the next step."""
        await self.go_by(1)

    async def back(self) -> None:
        """Go to the page before, and from the first one to the step before."""
        await self.go_by(-1)

    async def go_within(self, by: int) -> None:
        """Go so many pages further, stopping at the ends."""
        page = self.beside(by)
        if page is not None:
            await self.go(page)

    def way_on(self) -> Action:
        """The way to the next page, or from the last one to the next step."""
        return self.action("on" if self.beside(1) is None else "next", "enter", self.on, 1)

    def way_back(self) -> Action:
        """The way to the page before, or from the first one to the step before."""
        if self.beside(-1) is None:
            return self.back_action()
        return self.action("page_back", "left", self.back, 2)

    def on_action(self) -> Action:
        """The way to the next step, from whatever page."""
        return Action("on", ("enter",), self.stage.go_on, "kit", 1)

    def back_action(self) -> Action:
        """The way to the step before, from whatever page."""
        return Action("back", ("left",), self.stage.go_back, "kit", 2)

    def actions(self) -> Sequence[Action]:
        return [self.on_action(), self.back_action()]

    # -- what the step leaves

    async def set_result(self, field: str, value: Any) -> bool:
        """Keep what the step leaves in one of its fields."""
        from facilitator.session.commands import set_result

        outcome = set_result(self.desk.state, self.desk.kinds, self.key, field, value)
        return await self.desk.act(f"{self.room}.{field}", outcome)
