"""A vote in a report: the groups side by side, the statements that differ most first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from facilitator.document import Backstage, Dots, Heading, Items, Paragraph, Part, Told
from facilitator.insight.difference import by_difference
from facilitator.scenario.model import Statement, StatementSet, Use
from facilitator.session.rounds import Finding, Round, Shown
from facilitator.session.state import State
from facilitator.steps.statements.findings.fidelity import not_as_counted, told_otherwise
from facilitator.steps.statements.findings.scan import about_set
from facilitator.steps.statements.kind import StatementsStep, back_of, is_scan, statements_of
from facilitator.steps.statements.report import method_account
from facilitator.steps.statements.report.back_part import back_table
from facilitator.steps.statements.report.level_part import level_bars
from facilitator.steps.statements.report.scan_part import about_one, in_order, nobody_asked, sets_side_by_side
from facilitator.steps.statements.report.statement_part import picture
from facilitator.steps.statements.report.statement_table import say_cells, statement_table
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.words import Words

Vote = tuple[Round, Shown]

CHANGES: Final = frozenset({"second-vote", "earlier"})
"""Findings of which the picture says the same."""


def parts(state: State, use: Use, step: StatementsStep, t: Words) -> Sequence[Told]:
    """Give the overview, every statement with its picture, then the backs of the ballots."""
    if step.part == "result":
        return []
    telling = ReportWording.of(state, use, step, t)
    votes, backs = telling.votes("front"), telling.votes("back")
    if not votes and not backs:
        return _without_result(step.title, telling)
    asked = statements_of(step, state.scenario)
    found: list[Told] = [Heading(step.title)]
    for vote in votes:
        found += _caveats(*vote, telling)
    for vote in votes:
        found += _overview(*vote, step, telling)
    sets = in_order(votes[0][1], step, telling) if votes and is_scan(step) else []
    said = [t("statements.report.order")] if len(asked) > 1 and votes else []
    if sets or state.before is not None:
        said += say_cells(_in_order(votes, asked), [shown for _, shown in votes], telling)
    found += [Paragraph(" ".join(said), quiet=True)] if said else []
    found += _of_sets(sets, votes, asked, telling) if sets else _of_one(votes, asked, telling)
    told = [*(each.id for _, each in _in_order(votes, asked)), *(about_set(one.id) for one in sets)]
    found += _other_notes(told, telling)
    for perspective in state.scenario.perspectives:
        found += back_table(backs, perspective.id, back_of(step, state.scenario, perspective.id), telling)
    return found


def _of_sets(
    sets: Sequence[StatementSet], votes: Sequence[Vote], asked: Sequence[Statement], telling: ReportWording
) -> list[Told]:
    """Give the sets in this order, each with a table of its statements."""
    found: list[Told] = []
    numbered = _in_order(votes, asked)
    for one in sets:
        names = {statement.id for statement in one.statements}
        these = [(number, each) for number, each in numbered if each.id in names]
        found += [*_as_table(one.title, these, votes, telling), *about_one(votes[0][0], one, telling)]
    return found


def _of_one(votes: Sequence[Vote], asked: Sequence[Statement], telling: ReportWording) -> list[Told]:
    """Give each statement its picture; in a session that follows one all together as a table."""
    numbered = _in_order(votes, asked)
    if telling.state.before is not None:
        return _as_table(telling.t("statements.report.account.head.statement"), numbered, votes, telling)
    return [_statement(votes, statement, number, telling) for number, statement in numbered]


def _as_table(
    title: str, these: Sequence[tuple[int, Statement]], votes: Sequence[Vote], telling: ReportWording
) -> list[Told]:
    if not these:
        return []
    told = statement_table(title, these, [shown for _, shown in votes], telling)
    asked = [
        telling.t("statements.report.statement", number=number, text=said)
        for number, each in these
        if (said := _asked(votes, each))
    ]
    return [*told, *([Backstage([Items(asked)])] if asked else [])]


def _asked(votes: Sequence[Vote], statement: Statement) -> str:
    """Give what the app asked the room about a statement."""
    return " ".join(
        finding.wall
        for vote, _ in votes
        for finding in vote.findings
        if finding.about == statement.id and finding.wall and finding.code not in CHANGES
    )


def chapter_title(state: State, t: Words) -> str:
    """Give a heading without urgency where no statement asks for it; else the usual one."""
    levels = [step for _, step in state.places() if isinstance(step, StatementsStep) and step.level]
    return "" if levels else t("statements.report.chapter")


def unknown(state: State, use: Use, step: StatementsStep, t: Words) -> list[str]:
    """Name the groups that are too small or silent, and the statements that many did not know about."""
    if step.part == "result":
        return []
    telling = ReportWording.of(state, use, step, t)
    asked = nobody_asked([vote for vote, _ in telling.votes("front")], step, telling)
    return [*method_account.unknown(step, telling), *asked]


def account(state: State, use: Use, step: StatementsStep, t: Words) -> list[Told]:
    """Give how each vote was held, and how close its answers are."""
    if step.part == "result":
        return []
    held = method_account.account(step, ReportWording.of(state, use, step, t))
    others = told_otherwise(state, use, step)
    return [
        *held,
        *(Paragraph(t("statements.report.told_otherwise", version=other), quiet=True) for other in others),
    ]


def doubts(state: State, use: Use, step: StatementsStep, t: Words) -> list[str]:
    """Say of which votes the sentences do not follow from the counts."""
    if step.part == "result":
        return []
    votes = not_as_counted(state, use, step)
    return [t("statements.report.not_as_counted", step=step.title, number=vote.number) for vote in votes]


def _without_result(title: str, telling: ReportWording) -> list[Part]:
    """Say that there is no result when the group did begin to vote; and what was noted all the same."""
    found: list[Part] = []
    if any(key in telling.state.begun for key in telling.keys):
        found.append(Paragraph(telling.t("statements.report.no_vote")))
    found += _other_notes([], telling)
    return [Heading(title), *found] if found else []


def _caveats(vote: Round, shown: Shown, telling: ReportWording) -> list[Part]:
    """Say of which groups there is nothing to see, and why."""
    t = telling.t
    lines: list[str] = []
    if shown.grouping == "total":
        alone = telling.scenario.alone
        lines.append(t("statements.report.total_team") if alone else t("statements.report.total"))
    lines += [t("statements.report.open_vote")] if shown.open_vote else []
    lines += [t("statements.report.not_revealed")] if vote.status != "revealed" else []
    lines += [t("statements.report.too_few", group=telling.name(group)) for group in shown.too_small]
    lines += [t("statements.report.silent", group=telling.name(group)) for group in shown.silent]
    return [Paragraph(" ".join(lines))] if lines else []


def _overview(vote: Round, shown: Shown, step: StatementsStep, telling: ReportWording) -> list[Told]:
    """Give the level per group as bars, and what the group was told of the vote as a whole."""
    found: list[Told] = []
    if step.level and set(step.level) <= set(vote.statements):
        level = [
            statement for statement in statements_of(step, telling.scenario) if statement.id in step.level
        ]
        found += level_bars(shown, level, telling)
    if is_scan(step) and vote.number == 1:
        found += sets_side_by_side(shown, step, telling)
    return [*found, *_findings([finding for finding in vote.findings if not finding.about])]


def _findings(findings: Sequence[Finding]) -> list[Told]:
    """Give what the group was told; the name of the pattern and its advice are for the facilitator."""
    found: list[Told] = []
    for finding in findings:
        found += [Paragraph(finding.wall)] if finding.wall else []
        found += [Backstage([Paragraph(finding.notes, quiet=True)])] if finding.notes else []
    return found


def _in_order(votes: Sequence[Vote], asked: Sequence[Statement]) -> list[tuple[int, Statement]]:
    """Give the statements of the votes with their number on the ballot, the largest difference first."""
    numbered = {statement.id: (number, statement) for number, statement in enumerate(asked, 1)}
    order: list[str] = []
    for vote, shown in votes:
        order += [difference.statement for difference in by_difference(shown, vote.statements)]
    return [numbered[name] for name in dict.fromkeys(order) if name in numbered]


def _statement(votes: Sequence[Vote], statement: Statement, number: int, telling: ReportWording) -> Dots:
    """Give a statement with its picture, what was said of it, and what the app asked the room."""
    held = [shown for vote, shown in votes if statement.id in vote.statements]
    title = telling.t("statements.report.statement", number=number, text=statement.text)
    return replace(
        picture(title, statement, held, telling),
        notes=[note.text for note in telling.notes() if note.about == statement.id],
        asked=_asked(votes, statement),
    )


def _other_notes(statements: Sequence[str], telling: ReportWording) -> list[Part]:
    lines = [note.text for note in telling.notes() if note.about not in statements]
    return [Paragraph(telling.t("statements.report.notes")), Items(lines)] if lines else []
