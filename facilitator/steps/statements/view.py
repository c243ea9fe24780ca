"""A vote on the stage: which page shows where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from facilitator.session.rounds import Round
from facilitator.steps.statements.commands import held_at_result, vote_key
from facilitator.steps.statements.kind import StatementsStep, is_scan, vote_of
from facilitator.steps.statements.result.overview_view import ResultOverviewView
from facilitator.steps.statements.result.scan_set_view import SetView
from facilitator.steps.statements.result.scan_view import DifferView, ScanView
from facilitator.steps.statements.result.statement_view import StatementResultView
from facilitator.steps.statements.vote.ballots_view import BallotsView
from facilitator.steps.statements.vote.curtain_view import CurtainView
from facilitator.steps.statements.vote.hands_view import HandsView
from facilitator.steps.statements.vote.method_view import VoteMethodView
from facilitator.steps.statements.vote.reading_view import ReadView
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView

PageMaker = Callable[[StepContext[StatementsStep]], StepView[StatementsStep]]


def view_of(context: StepContext[StatementsStep]) -> StepView[StatementsStep]:
    """Give the view of the page that the group is at; without a page, of what comes first."""
    use, step = context.use, context.step
    first = first_page(context)
    page = context.page.partition(":")[0] or first
    votes = context.state.rounds_of(vote_key(use, step))
    entering = open_vote(context)
    pages = _PAGES | _SCAN if is_scan(vote_of(step, use)) else _PAGES
    if (page == "enter" and entering is None) or page not in {"enter", *pages}:
        page = first
    if page in {"overview", "differ", "set", "one"} and not any(vote.status == "revealed" for vote in votes):
        page = first
    if page != "enter" and votes and (page in {"read", "collect"} or votes[-1].status == "open"):
        page = first
    if page != context.page.partition(":")[0]:
        context = context.at(page)
    if page == "enter":
        return (HandsView if entering and entering.way == "hands" else BallotsView)(context)
    return pages[page](context)


def open_vote(context: StepContext[StatementsStep]) -> Round | None:
    """Give the open round of this vote, front or back."""
    entering = context.state.open_round()
    key = vote_key(context.use, context.step)
    return entering if entering and f"{entering.use}/{entering.step}" == key else None


def first_page(context: StepContext[StatementsStep]) -> str:
    """Give where someone comes in: reading, entering ballots, or before or at the result."""
    step = context.step
    votes = context.state.rounds_of(vote_key(context.use, step))
    if not votes:
        return "curtain" if step.part == "result" else "read"
    if votes[-1].status == "open" and step.part != "result" and not held_at_result(votes[-1], step):
        return "enter"
    if votes[-1].status == "open":
        return "curtain"
    if step.part == "vote" or votes[-1].status == "closed":
        return "curtain"
    return "overview"


_PAGES: Final[dict[str, type[StepView[StatementsStep]]]] = {
    "read": ReadView,
    "collect": VoteMethodView,
    "curtain": CurtainView,
    "overview": ResultOverviewView,
    "one": StatementResultView,
}

_SCAN: Final[dict[str, type[StepView[StatementsStep]]]] = {
    "overview": ScanView,
    "differ": DifferView,
    "set": SetView,
}
"""What there is with several sets, instead or besides."""


def result_pages(context: StepContext[StatementsStep]) -> Sequence[PageMaker]:
    """Give the pages of a result that the room has seen; a vote that was not shown has none."""
    use, step = context.use, context.step
    votes = context.state.rounds_of(vote_key(use, step))
    if step.part == "vote" or not any(vote.status == "revealed" and vote.shown for vote in votes):
        return []
    if is_scan(vote_of(step, use)):
        return [partial(_page, page) for page in ScanView(context.at("overview")).pages]
    found = ResultOverviewView(context.at("overview")).order()
    return [partial(_page, page) for page in ["overview", *(f"one:{name}" for name in found)]]


def _page(page: str, context: StepContext[StatementsStep]) -> StepView[StatementsStep]:
    pages = _PAGES | _SCAN if is_scan(vote_of(context.step, context.use)) else _PAGES
    return pages[page.partition(":")[0]](context.at(page))


VIEW: Final = KindView(StatementsStep, view_of, result_pages)
