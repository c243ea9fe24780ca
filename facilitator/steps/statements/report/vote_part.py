"""A vote in a report: the groups side by side, the statements that differ most first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Bar, Bars, Dots, Heading, Items, Paragraph, Part, Row
from facilitator.insight.difference import by_difference, second_vote
from facilitator.insight.groups import group_of, may_be_drawn, was_asked
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.scenario.model import Statement, Use
from facilitator.session.rounds import Finding, Round, Shown
from facilitator.session.state import State
from facilitator.steps.statements.findings.fidelity import not_as_counted, told_otherwise
from facilitator.steps.statements.findings.scan import about_set
from facilitator.steps.statements.kind import StatementsStep, back_of, is_scan, statements_of
from facilitator.steps.statements.report import method_account
from facilitator.steps.statements.report.earlier_vote_part import another_question, earlier_bars, earlier_row
from facilitator.steps.statements.report.scan_part import about_one, in_order, nobody_asked, sets_side_by_side
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.words import Words

Vote = tuple[Round, Shown]


def parts(state: State, use: Use, step: StatementsStep, t: Words) -> list[Part]:
    """Give the overview, every statement with its picture, then the backs of the ballots."""
    if step.part == "result":
        return []
    telling = ReportWording.of(state, use, step, t)
    votes, backs = telling.votes("front"), telling.votes("back")
    if not votes and not backs:
        return _without_result(step.title, telling)
    asked = statements_of(step, state.scenario)
    found: list[Part] = [Heading(step.title)]
    for vote in votes:
        found += _caveats(*vote, telling)
    for vote in votes:
        found += _overview(*vote, step, telling)
    if len(asked) > 1 and votes:
        found.append(Paragraph(t("statements.report.order"), quiet=True))
    sets = in_order(votes[0][1], step, telling) if votes and is_scan(step) else []
    for one in sets:
        found += about_one(votes[0][0], one, telling)
        found += _statements(votes, one.statements, asked, telling)
    found += [] if sets else _statements(votes, asked, asked, telling)
    found += _other_notes(
        [*(statement.id for statement in asked), *(about_set(one.id) for one in sets)], telling
    )
    for perspective in state.scenario.perspectives:
        found += _back(backs, perspective.id, back_of(step, state.scenario, perspective.id), telling)
    return found


def _statements(
    votes: Sequence[Vote], these: Sequence[Statement], asked: Sequence[Statement], telling: ReportWording
) -> list[Part]:
    """Give these statements of all that were asked, the largest difference first."""
    names = {statement.id for statement in these}
    return [
        part
        for number, statement in _in_order(votes, asked)
        if statement.id in names
        for part in _statement(votes, statement, number, telling)
    ]


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


def account(state: State, use: Use, step: StatementsStep, t: Words) -> list[Part]:
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


def _overview(vote: Round, shown: Shown, step: StatementsStep, telling: ReportWording) -> list[Part]:
    """Give the level per group as bars, and what the group was told of the vote as a whole."""
    found: list[Part] = []
    if step.level and set(step.level) <= set(vote.statements):
        level = [
            statement for statement in statements_of(step, telling.scenario) if statement.id in step.level
        ]
        found += _bars(shown, level, telling)
    if is_scan(step) and vote.number == 1:
        found += sets_side_by_side(shown, step, telling)
    return [*found, *_findings([finding for finding in vote.findings if not finding.about])]


def _bars(shown: Shown, statements: Sequence[Statement], telling: ReportWording) -> list[Part]:
    """Give the pooled answers per group, with those of an earlier session where they compare.

    A group that is spared on one of the statements has no bar: with the other statements beside it, its
    pooled count would give away what that one answer was.
    """
    t, bars, words = telling.t, [], []
    level = [statement.id for statement in statements]
    then = earlier_bars(statements, telling)
    pooled = {each.group: each for each in urgency(shown, level)}
    for group in telling.in_order(shown.groups):
        name, found = telling.name(group.group), pooled[group.group]
        if found.standing == "told":
            bars.append(Bar(name, found.agree, found.of))
        words += _level_words(name, found, telling)
        if group.group in then:
            bars.append(then[group.group][0])
            words.append(then[group.group][1])
    if not words:
        return []
    title = (
        t("statements.report.level_upper") if telling.upper else t("statements.report.level", n=len(level))
    )
    return [Bars(title, bars, " ".join(words))] if bars else [Paragraph(" ".join(words))]


def _level_words(name: str, found: GroupLevel, telling: ReportWording) -> list[str]:
    """Say the level of a group with what it rests on, or why there is none."""
    t = telling.t
    if found.level:
        word, key = (
            t(f"statements.report.levels.{found.level}"),
            f"statements.report.level_words{telling.upper}",
        )
        return [t(key, group=name, part=found.agree, whole=found.of, level=word, n=found.ballots)]
    if found.standing == "unsure":
        values = {"n": found.unsure, "of": found.of + found.unsure, "unknown": telling.scenario.scale.unknown}
        return [t("statements.report.unsure", group=name, **values)]
    if found.standing == "not-asked":
        return []
    return [t(f"statements.report.level_{found.standing}", group=name)]


def _findings(findings: Sequence[Finding]) -> list[Part]:
    """Give what the group was told, with the name of the pattern and the advice under it."""
    found: list[Part] = []
    for finding in findings:
        found += [Paragraph(finding.wall)] if finding.wall else []
        found += [Paragraph(finding.notes, quiet=True)] if finding.notes else []
    return found


def _in_order(votes: Sequence[Vote], asked: Sequence[Statement]) -> list[tuple[int, Statement]]:
    """Give the statements of the votes with their number on the ballot, the largest difference first."""
    numbered = {statement.id: (number, statement) for number, statement in enumerate(asked, 1)}
    order: list[str] = []
    for vote, shown in votes:
        order += [difference.statement for difference in by_difference(shown, vote.statements)]
    return [numbered[name] for name in dict.fromkeys(order) if name in numbered]


def _statement(
    votes: Sequence[Vote], statement: Statement, number: int, telling: ReportWording
) -> list[Part]:
    # What changed, and how close answers are, stand under the picture and in the account.
    held = [(vote, shown) for vote, shown in votes if statement.id in vote.statements]
    title = telling.t("statements.report.statement", number=number, text=statement.text)
    told = [finding for vote, _ in held for finding in vote.findings if finding.about == statement.id]
    notes = [note.text for note in telling.notes() if note.about == statement.id]
    said: list[Part] = [Items(notes)] if notes else []
    shown = [shown for _, shown in held]
    asked = [Paragraph(finding.wall) for finding in told if finding.wall and finding.code not in _CHANGES]
    return [_picture(title, statement, shown, telling), *asked, *said]


_CHANGES: Final = {"second-vote", "earlier"}
"""Findings of which the picture says the same."""


def _picture(title: str, asked: Statement, votes: Sequence[Shown], telling: ReportWording) -> Dots:
    """Give the last vote, with the first one faintly under it, and that of an earlier session."""
    statement = asked.id
    rows: list[Row] = []
    words: list[str] = []
    first, last = votes[0], votes[-1]
    asked_of_all = [each for each in last.groups if was_asked(each, statement) or statement in each.withdrawn]
    for group in telling.in_order(asked_of_all):
        words.append(telling.group(group, statement, last.minimum))
        before = group_of(first, group.group) if len(votes) > 1 else None
        if before and statement in before.withdrawn:
            words.append(telling.t("statements.report.first_withdrawn"))
        if statement not in group.answers:
            continue
        if may_be_drawn(group, statement, last.minimum):
            rows.append(Row(telling.name(group.group), group.answers[statement]))
        if before and statement in before.answers and may_be_drawn(before, statement, first.minimum):
            rows.append(Row(telling.t("statements.report.first"), before.answers[statement], faint=True))
            words += _changed(first, last, statement, group.group, telling)
        then, said = earlier_row(asked, group.group, telling)
        rows, words = [*rows, *then], [*words, *said]
    words += another_question(asked, telling)
    columns = [*telling.scenario.scale.points, telling.scenario.scale.unknown]
    return Dots(title, columns, rows, " ".join(words))


def _changed(first: Shown, last: Shown, statement: str, group: str, telling: ReportWording) -> list[str]:
    changes = [change for change in second_vote(first, last, statement) if change.group == group]
    return [said for change in changes if (said := telling.change(change))]


def _other_notes(statements: Sequence[str], telling: ReportWording) -> list[Part]:
    lines = [note.text for note in telling.notes() if note.about not in statements]
    return [Paragraph(telling.t("statements.report.notes")), Items(lines)] if lines else []


def _back(
    votes: Sequence[Vote], perspective: str, asked: Sequence[Statement], telling: ReportWording
) -> list[Part]:
    """Give the statements on the back of one group's ballots, a row each."""
    t = telling.t
    groups = [group for _, shown in votes if (group := group_of(shown, perspective))]
    if not groups or not asked:
        return []
    group, minimum = groups[-1], votes[-1][1].minimum
    title = t("statements.report.back", group=telling.name(perspective))
    spared = [statement for statement in asked if statement.id in group.same]
    rows = [
        Row(statement.text, group.answers[statement.id])
        for statement in asked
        if statement.id in group.answers and may_be_drawn(group, statement.id, minimum)
    ]
    columns = [*telling.scenario.scale.points, telling.scenario.scale.unknown]
    found: list[Part] = [Dots(title, columns, rows, t("statements.report.back_why"))] if rows else []
    if spared:
        lines = [t("statements.report.back_spared", text=statement.text) for statement in spared]
        found += [Items(lines)] if rows else [Heading(title), Items(lines)]
    return found
