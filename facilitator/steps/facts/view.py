"""Figures and stories on the stage: which page shows where the group is."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.facts.figures_view import FiguresView, FigureView
from facilitator.steps.facts.given_view import GivenView
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import GIVEN, FactsPage, first_page, pages_of
from facilitator.steps.facts.recognition_view import RecognitionView
from facilitator.steps.facts.side_by_side_view import StoryView, TableView
from facilitator.steps.facts.stories_view import StoriesView
from facilitator.steps.facts.unknown_view import UnknownView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> FactsPage:
    """Give the view of the page the group is at; without one, of the first with something left to say."""
    asks, state, key = cast("FactsStep", step), desk.state, key_of(use, step)
    pages = pages_of(state, asks)
    page = state.at.page if state.at.key == key else ""
    part, _, name = page.partition("/")
    if page not in pages and not (part == "facts" and part in pages and name in state.facts()):
        page = next((each for each in pages if each.partition("/")[0] == part), first_page(state, asks, key))
    part, _, name = page.partition("/")
    return _views(part, one=bool(name))(desk, stage, use, step, page)


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

VIEW: Final = KindView(view_of)
