"""What can be done to a vote, beyond what every session knows. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.insight.groups import group_of
from facilitator.insight.statistics import METHOD
from facilitator.insight.suppression import Counted, close_round
from facilitator.scenario.model import Use
from facilitator.session import commands
from facilitator.session.commands import Outcome, smallest
from facilitator.session.rounds import TOTAL, Round, Way
from facilitator.session.state import State
from facilitator.steps.statements.beside import Beside
from facilitator.steps.statements.findings import findings, second_findings
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of, vote_of
from facilitator.words import Words


def vote_key(use: Use, step: StatementsStep) -> str:
    """Give the name under which the votes are kept that a step holds or shows."""
    return f"{use.id}/{vote_of(step, use).id}"


def begin(state: State, use: Use, step: StatementsStep, name: str, way: Way, again: list[str]) -> Outcome:
    """Begin the vote, or a second one on the statements ``again``."""
    vote = vote_of(step, use)
    statements = again or [each.id for each in statements_of(vote, state.scenario)]
    return commands.open_round(
        state, vote_key(use, step), name, way, statements, minimum=smallest(sensitive=vote.sensitive)
    )


def back_at_hand(state: State, use: Use, step: StatementsStep) -> str:
    """Give the perspective whose backs of ballots are being typed over, or can be now; empty: none."""
    vote, key = vote_of(step, use), vote_key(use, step)
    backs = state.rounds_of(key, "back")
    entering = state.open_round()
    if entering is not None:
        return next((who for each in backs if each is entering for who in each.expected), "")
    first = next((each for each in state.rounds_of(key) if each.shown is not None), None)
    if first is None or first.way != "paper" or first.shown is None:
        return ""
    entered = {who for each in backs for who in each.expected}
    shown = {group.group for group in first.shown.groups}
    return next((each for each in vote.back if each in shown and each not in entered), "")


def begin_back(state: State, use: Use, step: StatementsStep, name: str, perspective: str) -> Outcome:
    """Begin typing over the back of a perspective's ballots: for the report, never for the wall."""
    vote = vote_of(step, use)
    statements = [each.id for each in back_of(vote, state.scenario, perspective)]
    minimum = smallest(sensitive=vote.sensitive)
    return commands.open_round(
        state, vote_key(use, step), name, "paper", statements, minimum=minimum, back_of=perspective
    )


def close(state: State, use: Use, step: StatementsStep, of: Round, counted: Mapping[str, Counted]) -> Outcome:
    """End a vote: what may be shown of it is made here, and nothing else of it is kept."""
    vote = vote_of(step, use)
    shown = close_round(
        counted,
        grouping=of.grouping,
        points=len(state.scenario.scale.points),
        minimum=smallest(sensitive=vote.sensitive),
        silent=of.silent,
        open_vote=of.way == "hands",
    )
    return commands.close_round(state, of.id, shown)


def reveal(state: State, use: Use, step: StatementsStep, of: Round, t: Words) -> Outcome:
    """Show what came out of a closed vote, with what the group is told about it."""
    vote = vote_of(step, use)
    if of.shown is None:
        return commands.reveal_round(state, of.id, METHOD, [])
    before = last_before(state, of)
    found = (
        second_findings(before.shown, of.shown, vote, state.scenario, t)
        if before is not None and before.shown is not None
        else findings(of.shown, vote, state.scenario, t, Beside.of(state, of))
    )
    return commands.reveal_round(state, of.id, METHOD, found)


def last_before(state: State, of: Round) -> Round | None:
    """Give the vote of the same step that was held before this one and shown."""
    earlier = [
        each
        for each in state.rounds_of(f"{of.use}/{of.step}")
        if each.number < of.number and each.shown is not None
    ]
    return earlier[0] if earlier else None


def held_at_result(of: Round, step: StatementsStep) -> bool:
    """Tell whether a vote is held where its result is shown: a later one of a vote without its result."""
    return step.part == "vote" and of.number > 1


def places_for(state: State, of: Round, group: str) -> int:
    """Give how many ballots of people who are here a group can have in an open round.

    In a first vote that is who was here when it opened, and who came in since. Later votes and the backs of
    ballots are for who voted first (domain.md 6.4); a back comes with every ballot, also one from beforehand.
    """
    expected = sum(of.expected.values()) if group == TOTAL else of.expected.get(group, 0)
    first = next((each for each in state.rounds_of(f"{of.use}/{of.step}") if each.shown is not None), None)
    if first is None or first.shown is None or first.id == of.id:
        return max(expected, state.present if group == TOTAL else state.people.get(group, 0))
    voted = group_of(first.shown, group)
    if voted is None:
        return expected
    return max(expected, voted.ballots - (voted.beforehand if of.side == "front" else 0))
