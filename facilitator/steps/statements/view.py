"""A vote on the stage: which page shows where it stands."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.session.rounds import Round
from facilitator.steps.statements.commands import held_at_result, vote_key
from facilitator.steps.statements.kind import StatementsStep, is_scan, vote_of
from facilitator.steps.statements.result.result_view import ResultOverviewView
from facilitator.steps.statements.result.scan_set_view import SetView
from facilitator.steps.statements.result.scan_view import DifferView, ScanView
from facilitator.steps.statements.result.statement_view import StatementResultView
from facilitator.steps.statements.vote.ballots_view import BallotsView
from facilitator.steps.statements.vote.curtain_view import CurtainView
from facilitator.steps.statements.vote.hands_view import HandsView
from facilitator.steps.statements.vote.method_view import VoteMethodView
from facilitator.steps.statements.vote.reading_view import ReadView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.view_facet import KindView


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView:
    """Give the view of the page that the group is at; without a page, of what comes first."""
    said = cast("StatementsStep", step)
    state = desk.state
    at = state.at.page if state.at.key == f"{use.id}/{step.id}" else ""
    page = at.partition(":")[0] or first_page(desk, use, said)
    votes = state.rounds_of(vote_key(use, said))
    entering = open_vote(desk, use, said)
    pages = _PAGES | _SCAN if is_scan(vote_of(said, use)) else _PAGES
    if (page == "enter" and entering is None) or page not in {"enter", *pages}:
        page = first_page(desk, use, said)
    if page in {"overview", "differ", "set", "one"} and not any(vote.status == "revealed" for vote in votes):
        page = first_page(desk, use, said)
    if page != "enter" and votes and (page in {"read", "collect"} or votes[-1].status == "open"):
        page = first_page(desk, use, said)
    if page == "enter":
        make: type[StepView] = HandsView if entering and entering.way == "hands" else BallotsView
        return make(desk, stage, use, step)
    return pages[page](desk, stage, use, step)


def open_vote(desk: Desk, use: Use, step: StatementsStep) -> Round | None:
    """Give the open round of this vote, front or back."""
    entering = desk.state.open_round()
    key = vote_key(use, step)
    return entering if entering and f"{entering.use}/{entering.step}" == key else None


def first_page(desk: Desk, use: Use, step: StatementsStep) -> str:
    """Give where someone comes in: reading, entering ballots, or before or at the result."""
    votes = desk.state.rounds_of(vote_key(use, step))
    if not votes:
        return "curtain" if step.part == "result" else "read"
    if votes[-1].status == "open" and step.part != "result" and not held_at_result(votes[-1], step):
        return "enter"
    if votes[-1].status == "open":
        return "curtain"
    if step.part == "vote" or votes[-1].status == "closed":
        return "curtain"
    return "overview"


_PAGES: Final[dict[str, type[StepView]]] = {
    "read": ReadView,
    "collect": VoteMethodView,
    "curtain": CurtainView,
    "overview": ResultOverviewView,
    "one": StatementResultView,
}

_SCAN: Final[dict[str, type[StepView]]] = {"overview": ScanView, "differ": DifferView, "set": SetView}
"""What there is with several sets, instead or besides."""

VIEW: Final = KindView(view_of)
