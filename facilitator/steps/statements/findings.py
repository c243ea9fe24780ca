"""What the group is told at the reveal of a vote, in the language of the session; stored as it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.insight.chance import FEWEST_FOR_A_WORD
from facilitator.insight.difference import Difference, GroupChange, by_difference, second_vote, unanimous
from facilitator.insight.groups import group_of
from facilitator.insight.levels import urgency
from facilitator.scenario.model import Scenario
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.steps.statements.round_finding import (
    general_finding,
    open_vote,
    pattern_finding,
    spared_groups,
)
from facilitator.steps.statements.saying import Saying
from facilitator.steps.statements.statement_finding import groups_differ, statement_finding
from facilitator.words import Words


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One group in the overview of a vote."""

    group: str
    title: str
    agree: int
    """Answers in the upper half of the scale; 0 when held back."""
    of: int
    """Answers, without "?"; 0 when held back, when nobody chose a point, or when not all was asked."""
    held_back: bool
    """Whether a group under six is of one mind, so that its numbers are not for the wall."""


def findings(shown: Shown, step: StatementsStep, scenario: Scenario, t: Words) -> list[Finding]:
    """Give the finding of the round (``about`` is empty), then one per statement that anyone shown was asked.

    The statements come in order of difference. ``step`` is the one with the vote (``kind.vote_of``). Code of
    the round: one of ``insight.pattern``, or "general" without level statements. Code of a statement: one of
    ``statement_finding.Seen``, or "most-different" for at most one: the largest gap, where groups may be said
    to differ and none of the two is held back.
    """
    saying = Saying(scenario, t)
    statements = {each.id: each for each in statements_of(step, scenario)}
    asked = {name for group in shown.groups for name in group.answers}
    found = [
        pattern_finding(shown, step.level, saying)
        if step.level
        else general_finding(shown, list(statements.values()), saying)
    ]
    differences = by_difference(shown, [name for name in statements if name in asked])
    return found + [
        statement_finding(shown, statements[each.statement], saying, headline=_is_headline(rank, each, shown))
        for rank, each in enumerate(differences)
    ]


def _is_headline(rank: int, difference: Difference, shown: Shown) -> bool:
    return rank == 0 and bool(difference.gap) and groups_differ(shown, difference)


def second_findings(
    before: Shown, after: Shown, step: StatementsStep, scenario: Scenario, t: Words
) -> list[Finding]:
    """Give per statement that was voted on again what the totals were and are, with code "second-vote".

    Answers are not paired, so nothing is said about who moved (domain.md 6.2). A statement without a group
    that has enough answers both times gets no finding. Raises ValueError when the scales differ.
    """
    saying = Saying(scenario, t)
    found: list[Finding] = []
    for statement in statements_of(step, scenario):
        changes = [
            each
            for each in second_vote(before, after, statement.id)
            if min(each.of_before, each.of_after) >= FEWEST_FOR_A_WORD
        ]
        changes.sort(key=lambda each: saying.rank(each.group))
        if changes:
            found.append(_second_finding(before, after, statement.id, changes, saying))
    return found


def _second_finding(
    before: Shown, after: Shown, statement: str, changes: Sequence[GroupChange], saying: Saying
) -> Finding:
    t = saying.t
    wall: list[str] = []
    notes: list[str] = []
    numbers: dict[str, int] = {}
    for each in changes:
        then, now = _spared(before, each.group, statement), _spared(after, each.group, statement)
        wall.append(_change(each, saying, then=then, now=now))
        if not then:
            numbers |= {
                f"{each.group}-first-agree": each.agree_before,
                f"{each.group}-first-of": each.of_before,
            }
        if not now:
            numbers |= {f"{each.group}-now-agree": each.agree_after, f"{each.group}-now-of": each.of_after}
        if each.at_least_changed and not then and not now:
            name = saying.name(each.group)
            notes.append(t("statements.finding.second.changed", group=name, n=each.at_least_changed))
    wall.append(t("statements.finding.second.ask"))
    notes += open_vote(after, saying)
    return Finding(
        code="second-vote", about=statement, wall="\n".join(wall), notes="\n".join(notes), numbers=numbers
    )


def _spared(shown: Shown, group: str, statement: str) -> bool:
    found = group_of(shown, group)
    return found is not None and unanimous(found, statement)


def _change(change: GroupChange, saying: Saying, *, then: bool, now: bool) -> str:
    """Say both shares; of a vote in which the group is spared only that it was of one mind."""
    name = saying.name(change.group)
    before = saying.share(change.agree_before, change.of_before)
    after = saying.share(change.agree_after, change.of_after)
    if then and now:
        return saying.t("statements.finding.second.spared", group=name)
    if then:
        return saying.t("statements.finding.second.spared_first", group=name, after=after)
    if now:
        return saying.t("statements.finding.second.spared_now", group=name, before=before)
    return saying.t(
        f"statements.finding.second.both{saying.upper}",
        group=name,
        before=change.agree_before,
        before_of=change.of_before,
        after=change.agree_after,
        after_of=change.of_after,
    )


def overview(shown: Shown, step: StatementsStep, scenario: Scenario) -> list[OverviewRow]:
    """Give per shown group, in the order of the scenario, how many of its answers agree.

    Pooled over the level statements, or without those over all statements that everyone answers.
    """
    names = step.level or [each.id for each in statements_of(step, scenario)]
    saying, spared = Saying(scenario, Words(scenario.language)), spared_groups(shown, names)
    pooled = {each.group: each for each in urgency(shown, names)}
    rows: list[OverviewRow] = []
    for group in saying.in_order(shown.groups):
        name, held_back = group.group, group.group in spared
        found = pooled[name]
        agree, of = (0, 0) if held_back else (found.agree, found.of)
        rows.append(OverviewRow(name, saying.name(name), agree, of, held_back))
    return rows


def order(shown: Shown, step: StatementsStep, scenario: Scenario) -> list[str]:
    """Give the ids of the statements in order of difference, the largest first."""
    return [
        each.statement for each in by_difference(shown, [each.id for each in statements_of(step, scenario)])
    ]
