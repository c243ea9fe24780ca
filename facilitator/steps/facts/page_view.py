"""The pages of a step with figures and stories: in which order they come, and the way on and back."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.session.state import State
from facilitator.steps.facts.findings import cards, left_at, meets
from facilitator.steps.facts.kind import FactsStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView

GIVEN: Final = "given"
"""Pages on which a figure that was looked up is offered: ``given/1`` and on."""


def pages_of(state: State, step: FactsStep) -> list[str]:
    """Give the pages as they are now: with each thing on the table comes a page."""
    found: list[str] = []
    for ask in step.ask:
        if ask == "facts":
            found += [*(f"{GIVEN}/{number}" for number in range(1, len(step.facts) + 1)), ask]
        elif ask == "recognition":
            found += [f"{ask}/{name}" for name in cards(state)] or [ask]
        elif ask == "beside":
            found += [*(f"{ask}/{name}" for name in state.stories() if state.facts()), ask]
        else:
            found.append(ask)
    return found


def first_page(state: State, step: FactsStep, key: str) -> str:
    """Give the page at which a group that comes to the step begins: the first with something left to say."""
    pages = pages_of(state, step)
    return next((page for page in pages if not _is_said(state, step, key, page)), pages[0])


def _is_said(state: State, step: FactsStep, key: str, page: str) -> bool:
    part, _, name = page.partition("/")
    if part == GIVEN:
        return step.facts[int(name) - 1].what in [
            given_figure.what for given_figure in left_at(state, key).offered
        ]
    if part == "recognition" and name:
        return bool(cards(state)[name].recognised)
    return part == "beside" and bool(name) and bool(meets(state, name))


class FactsPage(StepView):
    """What the pages share: the way on and back between them."""

    room = "facts"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.asks = cast("FactsStep", step)
        self.own_page = page
        self.part, _, self.name_of = page.partition("/")

    def shows(self, page: str) -> bool:
        return page == self.own_page

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    @property
    def about(self) -> str:
        """What is looked at: a figure or a story."""
        return self.name_of if self.name_of in cards(self.desk.state) else ""

    @property
    def pages(self) -> list[str]:
        return pages_of(self.desk.state, self.asks)

    @property
    def opens(self) -> bool:
        """Whether this is the page with which the step begins: there the room reads its text."""
        return self.pages[0] == self.own_page

    def heading(self) -> str:
        """Count the pages of this part, where there is one for each thing on the table."""
        alike = [page for page in self.pages if page.startswith(f"{self.part}/")]
        if self.own_page not in alike:
            return ""
        return self.t(f"facts.heading.{self.part}", n=alike.index(self.own_page) + 1, total=len(alike))

    # -- the way on and back

    def way_on(self) -> Action:
        last = self.pages[-1] == self.own_page
        return self.action("on" if last else "next", "enter", self.on, 1)

    def on_action(self) -> Action:
        return self.way_on()

    def back_action(self) -> Action:
        if self.pages[0] == self.own_page:
            return super().back_action()
        return self.action("back", "left", self.back, 2)

    async def on(self) -> None:
        """Go to the next page, and from the last one to the next step."""
        after = self._beside(1)
        if after:
            await self.stage.go_to(self.key, after)
        else:
            await self.stage.go_on()

    async def back(self) -> None:
        await self.stage.go_to(self.key, self._beside(-1))

    def _beside(self, by: int) -> str:
        """Give the page before or after this one; of something that is gone, the first of its part."""
        pages = self.pages
        if self.own_page not in pages:
            return next((page for page in pages if page.partition("/")[0] == self.part), pages[0])
        at = pages.index(self.own_page) + by
        return pages[at] if 0 <= at < len(pages) else ""
