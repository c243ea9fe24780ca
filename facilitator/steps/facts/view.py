"""Figures and stories on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final

from facilitator.steps.facts.figures_view import FiguresView, FigureView
from facilitator.steps.facts.given_view import GivenView
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import GIVEN, FactsPage, first_page, pages_of
from facilitator.steps.facts.recognition_view import RecognitionView
from facilitator.steps.facts.side_by_side_view import StoryView, TableView
from facilitator.steps.facts.stories_view import StoriesView
from facilitator.steps.facts.unknown_view import UnknownView
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView


def view_of(context: StepContext[FactsStep]) -> FactsPage:
    """Give the view of the page the group is at; without one, of the first with something left to say."""
    page, pages = context.page, pages_of(context.state, context.step)
    part, _, name = page.partition("/")
    if page not in pages and not (part == "facts" and part in pages and name in context.state.facts()):
        first = first_page(context.state, context.step, context.key)
        page = next((other for other in pages if other.partition("/")[0] == part), first)
    part, _, name = page.partition("/")
    return _views(part, one=bool(name))(context.at(page))


def _views(part: str, *, one: bool) -> type[FactsPage]:
    if part == "facts":
        return FigureView if one else FiguresView
    if part == "beside":
        return StoryView if one else TableView
    return _PARTS[part]


_PARTS: Final[dict[str, type[FactsPage]]] = {
    GIVEN: GivenView,
    "stories": StoriesView,
    "recognition": RecognitionView,
    "unknown": UnknownView,
}

VIEW: Final = KindView(FactsStep, view_of)
