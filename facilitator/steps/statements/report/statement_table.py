"""Many statements on one page: how many of each group agree, now and then, and what a difference is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Items, Part, Table
from facilitator.insight.groups import answers_to, group_of, shown_too_little, was_asked
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Shown, ShownGroup
from facilitator.steps.statements.findings.one_statement import gap_of
from facilitator.steps.statements.report.earlier_vote_part import Then, another_question, then_of
from facilitator.steps.statements.report.statement_part import changes, has_share
from facilitator.steps.statements.report.vote_wording import ReportWording

GROUP: Final = 13
WIDEST: Final = 20
WORTH: Final = 17
"""Percentages of the width for a group and for the difference; the statements have the rest."""
SHORT: Final = 9
"""So many letters of the name of a group stand in the narrowest column."""

Numbered = tuple[int, Statement]


def statement_table(
    title: str, statements: Sequence[Numbered], votes: Sequence[Shown], telling: ReportWording
) -> list[Part]:
    """Give a row per statement, by its last vote; under it what cells have no room for, under its number.

    Args:
        title: what stands over the statements.
        statements: with their number on the ballot, in the order in which they are told.
        votes: what is shown of each vote, oldest first.
        telling: the words.
    """
    groups = _groups(statements, votes, telling)
    differ = len(groups) > 1
    rows = [_row(each, groups, votes, telling, differ=differ) for each in statements]
    head = [title, *(telling.name(group) for group in groups)]
    head += [telling.t("statements.report.difference")] if differ else []
    beside = [*(_width(telling.name(group)) for group in groups), *([WORTH] if differ else [])]
    table = Table(head, rows, widths=[100 - sum(beside), *beside])
    return [table, *_under(statements, votes, telling)]


def say_cells(statements: Sequence[Numbered], votes: Sequence[Shown], telling: ReportWording) -> list[str]:
    """Say what the figures in such tables are, and of when those in brackets."""
    when = dict.fromkeys(
        found.when
        for _, statement in statements
        for group in _groups(statements, votes, telling)
        if (found := then_of(statement, group, telling)) and (found.share or found.one_mind)
    )
    said = [telling.t(f"statements.report.in_table{telling.upper}")] if statements else []
    return [*said, *([telling.t("statements.report.in_brackets", when=", ".join(when))] if when else [])]


def _width(name: str) -> int:
    """Give how wide the column of a group is: no word of its name is broken."""
    longest = max(map(len, name.split()))
    return min(WIDEST, GROUP + max(0, longest - SHORT))


def _groups(statements: Sequence[Numbered], votes: Sequence[Shown], telling: ReportWording) -> list[str]:
    """Give the groups that were asked one of these, in the order of the scenario."""
    asked: dict[str, ShownGroup] = {}
    for shown in votes:
        for group in shown.groups:
            if any(is_on_ballot(group, statement.id) for _, statement in statements):
                asked[group.group] = group
    return [group.group for group in telling.in_order(list(asked.values()))]


def is_on_ballot(group: ShownGroup, statement: str) -> bool:
    """Tell whether a group was asked this statement, whatever may be shown of it."""
    return was_asked(group, statement) or statement in {*group.withdrawn, *group.partly}


def _last(statement: str, votes: Sequence[Shown]) -> Shown:
    """Give the last vote in which it was asked."""
    return [shown for shown in votes if any(is_on_ballot(group, statement) for group in shown.groups)][-1]


def _row(
    numbered: Numbered, groups: Sequence[str], votes: Sequence[Shown], telling: ReportWording, *, differ: bool
) -> list[str]:
    number, statement = numbered
    shown = _last(statement.id, votes)
    cells = [_cell(group_of(shown, group), statement, shown.minimum, telling) for group in groups]
    worth = [_worth(shown, statement.id, telling)] if differ else []
    return [telling.t("statements.report.statement", number=number, text=statement.text), *cells, *worth]


def _cell(group: ShownGroup | None, statement: Statement, minimum: int, telling: ReportWording) -> str:
    """Give "4 van 6", with how it was then in brackets where both may be told."""
    now = say_share(group, statement, minimum, telling)
    if group is None or not has_share(group, statement.id, minimum):
        return now
    then = then_of(statement, group.group, telling)
    before = _then(then, telling) if then else ""
    return telling.t("statements.report.cell.then", now=now, then=before) if before else now


def say_share(group: ShownGroup | None, statement: Statement, minimum: int, telling: ReportWording) -> str:
    """Give "4 van 6", or in a few words why there is no share."""
    t = telling.t
    if group is None or not is_on_ballot(group, statement.id):
        return t("statements.report.account.nothing")
    if statement.id in group.same:
        return t("statements.report.cell.one_mind")
    if statement.id in group.withdrawn:
        return t("statements.report.cell.withdrawn")
    if shown_too_little(group, statement.id):
        return t("statements.report.cell.partly")
    if not has_share(group, statement.id, minimum):
        return t("statements.report.cell.unsure", unknown=telling.scenario.scale.unknown)
    agree, of = agreeing(answers_to(group, statement.id))
    return t("statements.report.cell.share", part=agree, whole=of)


def _then(then: Then, telling: ReportWording) -> str:
    if then.one_mind:
        return telling.t("statements.report.cell.one_mind")
    if then.share is None:
        return ""
    return telling.t("statements.report.cell.share", part=then.share[0], whole=then.share[1])


def _worth(shown: Shown, statement: str, telling: ReportWording) -> str:
    gap = gap_of(shown, statement)
    return telling.t(f"statements.report.gap.{gap[0] if gap else 'unsaid'}")


def _under(statements: Sequence[Numbered], votes: Sequence[Shown], telling: ReportWording) -> list[Part]:
    """Give what a second vote changed, what else was asked at an earlier session, and what was said."""
    lines = [
        telling.t("statements.report.statement", number=number, text=line)
        for number, statement in statements
        for line in (
            *_changed(statement.id, votes, telling),
            *another_question(statement, telling),
            *(note.text for note in telling.notes() if note.about == statement.id),
        )
    ]
    return [Items(lines)] if lines else []


def _changed(statement: str, votes: Sequence[Shown], telling: ReportWording) -> list[str]:
    held = [shown for shown in votes if any(is_on_ballot(group, statement) for group in shown.groups)]
    last = held[-1]
    return [line for group in last.groups for line in changes(group, statement, held[0], last, telling)]
