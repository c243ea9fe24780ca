"""The pages of a step with figures and stories: in which order they come, and the way on and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.session.state import State
from facilitator.steps.facts.findings import asked_about, cards, left_at, meets
from facilitator.steps.facts.kind import FactsStep
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Say

GIVEN: Final = "given"
"""Pages on which a figure that was looked up is offered: ``given/1`` and on."""


def pages_of(state: State, step: FactsStep) -> list[str]:
    """Give the pages as they are now: with each thing on the table comes a page."""
    found: list[str] = []
    for ask in step.ask:
        if ask == "facts":
            found += [*(f"{GIVEN}/{number}" for number in range(1, len(step.facts) + 1)), ask]
        elif ask == "recognition":
            found += [f"{ask}/{name}" for name in asked_about(state, step)] or [ask]
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


class FactsPage(StepView[FactsStep]):
    """What the pages share: in which order they come, and what is looked at."""

    room = "facts"

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.part, _, self.name_of = self.own_page.partition("/")

    @property
    def pages(self) -> Sequence[str]:
        return pages_of(self.desk.state, self.step)

    @property
    def nearest_page(self) -> str:
        pages = self.pages
        return next((page for page in pages if page.partition("/")[0] == self.part), pages[0])

    @property
    def about(self) -> str:
        """What is looked at: a figure or a story."""
        return self.name_of if self.name_of in cards(self.desk.state) else ""

    def heading(self) -> str:
        """Count the pages of this part, where there is one for each thing on the table."""
        alike = [page for page in self.pages if page.startswith(f"{self.part}/")]
        if self.own_page not in alike:
            return ""
        return self.t(f"facts.heading.{self.part}", n=alike.index(self.own_page) + 1, total=len(alike))


class FactsGatherView(FactsPage, GatherView[FactsStep]):
    """A page on which things are laid on the table one after another."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.how = Say(classes="below")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t(f"facts.ask.{self.part}"))
        yield self.how
        yield self.list
        yield from self.entries
        yield from self.under()

    def under(self) -> ComposeResult:
        """Give what stands under the fields."""
        yield from ()

    def show(self) -> None:
        super().show()
        begins = not self.list.options and self.step.ask[0] == self.part
        self.how.say(self.step.text if begins else "")
