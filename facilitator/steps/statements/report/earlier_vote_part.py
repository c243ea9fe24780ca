"""What an earlier session showed, in a report: beside what was shown now, where it compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.document import Bar
from facilitator.insight.earlier_votes import earlier_shares, earlier_vote, other_question
from facilitator.insight.groups import answers_to, group_of, has_base, may_be_drawn, was_asked
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.worded_statements import is_said_here
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.steps.statements.result.comparison import say_month


@dataclass(frozen=True)
class Then:
    """How a group answered a statement at an earlier session, as far as that may be told."""

    when: str
    counts: Sequence[int] = ()
    """Per point and the opt-out; empty where they are not drawn."""
    share: tuple[int, int] | None = None
    """How many of how many agreed."""
    one_mind: bool = False


def then_of(statement: Statement, group: str, telling: ReportWording) -> Then | None:
    """Give how a group answered then; None where the two votes don't compare."""
    state = telling.state
    vote = earlier_vote(state.before, statement, len(telling.scenario.scale.points))
    then = group_of(vote.shown, group) if vote else None
    if vote is None or then is None or not was_asked(then, statement.id):
        return None
    when = say_month(vote.day, state.about.day, telling.t)
    if statement.id in then.same:
        return Then(when, one_mind=True)
    base = has_base(then, statement.id, vote.shown.minimum)
    drawn = may_be_drawn(then, statement.id, vote.shown.minimum)
    return Then(
        when,
        then.answers[statement.id] if drawn else (),
        agreeing(answers_to(then, statement.id)) if base else None,
    )


def another_question(statement: Statement, telling: ReportWording) -> list[str]:
    """Say what an earlier session asked under the same name, where that was something else.

    Of a statement that the room put in words itself: that it did, and is compared with nothing.
    """
    if is_said_here(statement.id):
        return [telling.t("statements.report.said_here")]
    state, t = telling.state, telling.t
    vote = other_question(state.before, statement, len(telling.scenario.scale.points))
    if vote is None:
        return []
    when, text = say_month(vote.day, state.about.day, t), vote.texts[statement.id]
    return [t("statements.finding.other_question", when=when, text=text)]


def earlier_bars(statements: Sequence[Statement], telling: ReportWording) -> dict[str, tuple[Bar, str]]:
    """Give per group the answers to these statements then, together: a bar, and the same in words."""
    state, t = telling.state, telling.t
    found = earlier_shares(state.before, statements, len(telling.scenario.scale.points))
    if found is None:
        return {}
    day, shares = found
    when = say_month(day, state.about.day, t)
    return {
        share.group: (
            Bar(telling.name(share.group), share.agree, share.of, when, faint=True),
            t("statements.report.earlier_level", when=when, share=telling.share(share.agree, share.of)),
        )
        for share in shares
        if share.of
    }
