"""A choice on the stage: think, choose, see what is left, and hear who sees it differently."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use, key_of
from facilitator.steps.choose.choice_view import ChoosingView
from facilitator.steps.choose.commands import chosen_of
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.options import offered
from facilitator.steps.choose.page_view import (
    CHOOSE,
    DIFFERS,
    LEFT,
    NONE,
    SWAP,
    THINK,
    ChooseView,
    NothingView,
    SwapView,
    ThinkView,
)
from facilitator.steps.choose.reasons_view import ChoiceDiffersView, LeftView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView

PAGES: Final[dict[str, type[ChooseView]]] = {
    NONE: NothingView,
    THINK: ThinkView,
    CHOOSE: ChoosingView,
    LEFT: LeftView,
    DIFFERS: ChoiceDiffersView,
}


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> ChooseView:
    """Give the view of the page that the group is at; who comes back to a choice sees what was chosen."""
    said, key = cast("ChooseStep", step), key_of(use, step)
    there = offered(desk.state, said, desk.t)
    chosen = chosen_of(desk.state, key, there)
    page = desk.state.at.page if desk.state.at.key == key else ""
    if not there:
        page = NONE
    elif page.startswith(SWAP) and page.removeprefix(SWAP) in {choosable.name for choosable in there} - set(
        chosen
    ):
        return SwapView(desk, stage, use, step, page)
    elif page not in PAGES or page == NONE or (page == LEFT and len(chosen) == len(there)):
        page = CHOOSE if chosen else THINK
    return PAGES[page](desk, stage, use, step, page)


VIEW: Final = KindView(view_of)
