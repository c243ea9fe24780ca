"""A vote on the stage: which page shows where it stands."""

from __future__ import annotations

from typing import Final, cast

from facilitator.scenario.model import Step, Use
from facilitator.session.rounds import Round
from facilitator.steps.statements.collecting import CollectView
from facilitator.steps.statements.commands import held_at_result, vote_key
from facilitator.steps.statements.curtain import CurtainView
from facilitator.steps.statements.entry import BallotsView
from facilitator.steps.statements.hands import HandsView
from facilitator.steps.statements.kind import StatementsStep, is_scan, vote_of
from facilitator.steps.statements.one import OneView
from facilitator.steps.statements.reading import ReadView
from facilitator.steps.statements.result import OverviewView
from facilitator.steps.statements.scan_set import SetView
from facilitator.steps.statements.scanning import DifferView, ScanView
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage, StepView


def view_of(desk: Desk, stage: Stage, use: Use, step: Step) -> StepView:
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
    if page in {"overview", "differ", "set", "one"} and not any(each.status == "revealed" for each in votes):
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
    "collect": CollectView,
    "curtain": CurtainView,
    "overview": OverviewView,
    "one": OneView,
}

_SCAN: Final[dict[str, type[StepView]]] = {"overview": ScanView, "differ": DifferView, "set": SetView}
"""What there is with several sets, instead or besides."""

VIEW: Final = view_of
