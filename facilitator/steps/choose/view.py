"""A choice on the stage: think, choose, see what is left, and hear who sees it differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.steps.choose.choice_view import ChoosingView
from facilitator.steps.choose.commands import chosen_of
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.options import Choosable, offered
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
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView

PAGES: Final[dict[str, type[ChooseView]]] = {
    NONE: NothingView,
    THINK: ThinkView,
    CHOOSE: ChoosingView,
    LEFT: LeftView,
    DIFFERS: ChoiceDiffersView,
}


def view_of(context: StepContext[ChooseStep]) -> ChooseView:
    """Give the view of the page that the group is at; who comes back to a choice sees what was chosen."""
    page = context.page
    there = offered(context.state, context.key, context.step, context.desk.t)
    chosen = chosen_of(context.state, context.key, there)
    if not there:
        page = NONE
    elif page.startswith(SWAP) and page.removeprefix(SWAP) in {choosable.name for choosable in there} - set(
        chosen
    ):
        return SwapView(context)
    elif page not in PAGES or page == NONE or (page == LEFT and _nothing_left(context, chosen, there)):
        page = CHOOSE if chosen else THINK
    return PAGES[page](context.at(page))


def _nothing_left(
    context: StepContext[ChooseStep], chosen: Sequence[str], there: Sequence[Choosable]
) -> bool:
    return context.step.among == "options" or len(chosen) == len(there)


VIEW: Final = KindView(ChooseStep, view_of)
