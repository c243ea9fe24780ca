"""What the group is told at the reveal of a vote, in the language of the session; stored as it was said."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.insight.difference import Difference, by_difference
from facilitator.insight.groups import asked_of
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.scenario.model import Scenario
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.change import Votes, change_finding
from facilitator.steps.statements.findings.earlier_vote import (
    earlier_findings,
    earlier_level_finding,
    say_who_was_there,
)
from facilitator.steps.statements.findings.one_statement import groups_differ, statement_finding
from facilitator.steps.statements.findings.scan import scan_findings
from facilitator.steps.statements.findings.whole_round import general_finding, pattern_finding
from facilitator.steps.statements.findings.wording import VoteWording
from facilitator.steps.statements.kind import StatementsStep, is_scan, statements_of
from facilitator.steps.statements.result.comparison import Beside
from facilitator.words import Words


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One group in the overview of a vote."""

    group: str
    title: str
    level: GroupLevel
    """Its answers on the statements that are taken together, or why there are none."""


def findings(
    shown: Shown, step: StatementsStep, scenario: Scenario, t: Words, beside: Beside | None = None
) -> list[Finding]:
    """Give the finding of the round (``about`` is empty), then one per statement that anyone shown was asked.

    The statements come in order of difference. ``step`` is the one with the vote (``kind.vote_of``). Code of
    the round: one of ``insight.pattern``; "general" without level statements; "earlier" where the level of an
    earlier session stands beside it, which makes no pattern; "scan" with several sets, and then one finding
    per set follows (``scan.about_set``). Code of a statement: one of ``one_statement.Seen``, or
    "most-different" for at most one: the largest gap, where groups may be said to differ and none of the two
    is held back. Last come the statements of which an earlier session showed something.
    """
    saying, around = VoteWording(scenario, t), beside or Beside()
    statements = {statement.id: statement for statement in statements_of(step, scenario)}
    asked = {name for group in shown.groups for name in asked_of(group)}
    differences = by_difference(shown, [name for name in statements if name in asked])
    return [
        *_of_whole(shown, step, saying, around),
        *(
            statement_finding(
                shown,
                statements[difference.statement],
                saying,
                headline=_is_headline(rank, difference, shown),
            )
            for rank, difference in enumerate(differences)
        ),
        *earlier_findings(
            shown, [statements[difference.statement] for difference in differences], saying, around
        ),
    ]


def _of_whole(shown: Shown, step: StatementsStep, saying: VoteWording, beside: Beside) -> list[Finding]:
    """Give what is said of the vote as a whole, and in a scan of every set."""
    statements = statements_of(step, saying.scenario)
    if step.level:
        level = [statement for statement in statements if statement.id in step.level]
        earlier = earlier_level_finding(shown, level, saying, beside)
        return [earlier or pattern_finding(shown, step.level, saying)]
    first, *sets = (
        scan_findings(shown, step, saying, beside)
        if is_scan(step)
        else [general_finding(shown, statements, saying)]
    )
    other_people = say_who_was_there(shown, statements, saying, beside)
    wall = f"{other_people}\n{first.wall}" if other_people else first.wall
    return [first.model_copy(update={"wall": wall}), *sets]


def _is_headline(rank: int, difference: Difference, shown: Shown) -> bool:
    return rank == 0 and bool(difference.gap) and groups_differ(shown, difference)


def second_findings(
    before: Shown, after: Shown, step: StatementsStep, scenario: Scenario, t: Words
) -> list[Finding]:
    """Give per statement that was voted on again what the totals were and are, with code "second-vote".

    Answers are not paired, so nothing is said about who moved (docs/domain.md 6.2). A statement without a
    group that has enough answers both times gets no finding. Raises ValueError when the scales differ.
    """
    votes, saying = Votes("second-vote", before, after), VoteWording(scenario, t)
    told = [change_finding(votes, statement.id, saying) for statement in statements_of(step, scenario)]
    return [finding for finding in told if finding is not None]


def overview(shown: Shown, step: StatementsStep, scenario: Scenario) -> list[OverviewRow]:
    """Give per shown group, in the order of the scenario, how many of its answers agree.

    Pooled over the level statements, or without those over all statements that everyone answers.
    """
    names = step.level or [statement.id for statement in statements_of(step, scenario)]
    saying = VoteWording(scenario, Words(scenario.language))
    pooled = {level.group: level for level in urgency(shown, names)}
    return [
        OverviewRow(group.group, saying.name(group.group), pooled[group.group])
        for group in saying.in_order(shown.groups)
    ]


def order(shown: Shown, step: StatementsStep, scenario: Scenario) -> list[str]:
    """Give the ids of the statements in order of difference, the largest first."""
    return [
        difference.statement
        for difference in by_difference(shown, [statement.id for statement in statements_of(step, scenario)])
    ]
