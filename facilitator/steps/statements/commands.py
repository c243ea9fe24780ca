"""What can be done to a vote, beyond what every session knows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.insight.groups import group_of
from facilitator.insight.statistics import METHOD
from facilitator.insight.suppression import Counted, close_round, is_near, too_near
from facilitator.problems import Problem
from facilitator.scenario.model import Use
from facilitator.session import commands
from facilitator.session.commands import Outcome, smallest
from facilitator.session.events import AnswersDisclosed, AnswersWithdrawn, RoundTold
from facilitator.session.fold import fold, fold_events
from facilitator.session.rounds import TOTAL, Finding, Round, Way
from facilitator.session.state import State
from facilitator.session.todays_votes import voters_of, votes_of_today
from facilitator.steps.statements.findings.reveal import findings, second_findings
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of, vote_of
from facilitator.steps.statements.result.comparison import Beside
from facilitator.words import Words


def vote_key(use: Use, step: StatementsStep) -> str:
    """Give the name under which the votes are kept that a step holds or shows."""
    return f"{use.id}/{vote_of(step, use).id}"


def begin(state: State, use: Use, step: StatementsStep, name: str, way: Way, again: list[str]) -> Outcome:
    """Begin the vote, or a second one on the statements ``again``."""
    vote = vote_of(step, use)
    statements = again or [statement.id for statement in statements_of(vote, state.scenario)]
    return commands.open_round(
        state, vote_key(use, step), name, way, statements, minimum=smallest(sensitive=vote.sensitive)
    )


def back_at_hand(state: State, use: Use, step: StatementsStep) -> str:
    """Give the perspective whose backs of ballots are being typed over, or can be now; empty: none."""
    vote, key = vote_of(step, use), vote_key(use, step)
    backs = state.rounds_of(key, "back")
    entering = state.open_round()
    if entering is not None:
        return next((who for back in backs if back is entering for who in back.expected), "")
    first = next((each for each in state.rounds_of(key) if each.shown is not None), None)
    if first is None or first.way != "paper" or first.shown is None:
        return ""
    entered = {who for back in backs for who in back.expected}
    shown = {group.group for group in first.shown.groups}
    return next((each for each in vote.back if each in shown and each not in entered), "")


def begin_back(state: State, use: Use, step: StatementsStep, name: str, perspective: str) -> Outcome:
    """Begin typing over the back of a perspective's ballots: for the report, never for the wall."""
    vote = vote_of(step, use)
    statements = [statement.id for statement in back_of(vote, state.scenario, perspective)]
    minimum = smallest(sensitive=vote.sensitive)
    return commands.open_round(
        state, vote_key(use, step), name, "paper", statements, minimum=minimum, back_of=perspective
    )


def close(
    state: State, use: Use, step: StatementsStep, of: Round, counted: Mapping[str, Counted], t: Words
) -> Outcome:
    """End a vote: what may be shown of it is made here, and nothing else of it is kept.

    What an earlier vote of today showed goes where the two side by side would give one or two people away;
    then what was told of that vote is told again, without it.
    """
    vote = vote_of(step, use)
    earlier = votes_of_today(state, of.statements)
    closed = close_round(
        counted,
        grouping=of.grouping,
        points=len(state.scenario.scale.points),
        minimum=max([smallest(sensitive=vote.sensitive), *(held.shown.minimum for held in earlier)]),
        silent=of.silent,
        open_vote=of.way == "hands",
    )
    events = commands.close_round(state, of.id, closed.shown, closed.withheld)
    if isinstance(events, Problem):
        return events
    withdrawn = [
        AnswersWithdrawn(id=held.id, group=group, statements=statements)
        for held in earlier
        for group, statements in too_near(held.shown, closed.shown).items()
    ]
    if not withdrawn:
        return events
    after = fold_events(state, [*events, *withdrawn])
    return [*events, *withdrawn, *_told_again(after, of, t)]


def _told_again(state: State, of: Round, t: Words) -> Iterator[RoundTold]:
    """Tell again what was told of each vote on these statements, from what is left to show."""
    for vote in state.rounds.values():
        found = state.find(f"{vote.use}/{vote.step}")
        if vote.status == "revealed" and found and not set(vote.statements).isdisjoint(of.statements):
            use, step = found
            if isinstance(step, StatementsStep):
                yield RoundTold(id=vote.id, method=METHOD, findings=told(state, use, step, vote, t))


def drops_out(state: State, of: Round, ballots: Mapping[str, int], step: StatementsStep) -> list[str]:
    """Give the groups whose earlier answers go when an open vote is closed with so many ballots."""
    least = smallest(sensitive=step.sensitive)
    return [
        group
        for group, now in ballots.items()
        if now >= least
        and any(
            is_near(voters_of(held, group, beforehand=True), now, max(least, held.shown.minimum))
            for held in votes_of_today(state, of.statements)
            if group_of(held.shown, group)
        )
    ]


def reveal(state: State, use: Use, step: StatementsStep, of: Round, t: Words) -> Outcome:
    """Show what came out of a closed vote, with what the group is told about it."""
    return commands.reveal_round(state, of.id, METHOD, told(state, use, step, of, t))


def told(state: State, use: Use, step: StatementsStep, of: Round, t: Words) -> list[Finding]:
    """Give what the group is told of a closed vote: of a later one what changed; of a back nothing."""
    vote = vote_of(step, use)
    if of.shown is None or of.side == "back":
        return []
    before = last_before(state, of)
    if before is not None and before.shown is not None:
        return second_findings(before.shown, of.shown, vote, state.scenario, t)
    return findings(of.shown, vote, state.scenario, t, Beside.of(state, of))


def disclose(
    state: State, use: Use, step: StatementsStep, of: Round, group: str, statements: Sequence[str], t: Words
) -> Outcome:
    """Show how a small group of one mind answered these statements in this vote, because it agreed to that.

    It counts for no other statement and no other vote.
    """
    here = {answer.statement for answer in state.withheld.get(of.id, ()) if answer.group == group}
    agreed = [statement for statement in statements if statement in here]
    if not agreed:
        return Problem("statements.not_kept")
    event = AnswersDisclosed(id=of.id, group=group, statements=agreed, method=METHOD)
    after = fold(state, event)
    findings_now = told(after, use, step, after.rounds[of.id], t) if of.status == "revealed" else []
    return [event.model_copy(update={"findings": findings_now})]


def last_before(state: State, of: Round) -> Round | None:
    """Give the vote of the same step that was held before this one and shown."""
    earlier = [
        vote
        for vote in state.rounds_of(f"{of.use}/{of.step}")
        if vote.number < of.number and vote.shown is not None
    ]
    return earlier[0] if earlier else None


def held_at_result(of: Round, step: StatementsStep) -> bool:
    """Tell whether a vote is held where its result is shown: a later one of a vote without its result."""
    return step.part == "vote" and of.number > 1


def is_open_to_more(state: State, of: Round) -> bool:
    """Tell whether someone who comes in now can still vote: not on what was shown already."""
    return of.side == "front" and of.number == 1 and not votes_of_today(state, of.statements)


def places_for(state: State, of: Round, group: str) -> int:
    """Give how many ballots of people who are here a group can have in an open round.

    In a first vote that is who is here now. Later votes and the backs of ballots are for who voted first,
    as far as they are still here (docs/domain.md 6.4); a back comes with every ballot, also of who left or
    one from beforehand.
    """
    here = state.present if group == TOTAL else state.people.get(group, 0)
    expected = sum(of.expected.values()) if group == TOTAL else of.expected.get(group, 0)
    if of.side == "back":
        return max([expected, *(_ballots_of(state, of, group))])
    held = votes_of_today(state, of.statements)
    if held:
        return min([here, *(voters_of(vote, group) for vote in held)])
    return here if of.number == 1 else min(expected, here)


def _ballots_of(state: State, of: Round, group: str) -> list[int]:
    """Give how many ballots a group had in the votes of this step."""
    shown = [vote.shown for vote in state.rounds_of(f"{of.use}/{of.step}") if vote.shown is not None]
    return [found.ballots for each in shown[:1] if (found := group_of(each, group))]
