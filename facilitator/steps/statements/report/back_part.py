"""The back of the ballots of one group: a table, compared with nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Paragraph, Part, Table
from facilitator.insight.groups import answers_to, group_of, has_base, shown_too_little, was_asked
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Round, Shown, ShownGroup
from facilitator.steps.statements.report.vote_wording import ReportWording

WIDTHS: Final = (72, 28)


def back_table(
    votes: Sequence[tuple[Round, Shown]], perspective: str, asked: Sequence[Statement], telling: ReportWording
) -> list[Part]:
    """Give the statements on the back of one group's ballots, a row each."""
    t = telling.t
    groups = [group for _, shown in votes if (group := group_of(shown, perspective))]
    if not groups or not asked:
        return []
    group, minimum = groups[-1], votes[-1][1].minimum
    rows = [
        [statement.text, _cell(group, statement.id, minimum, telling)]
        for statement in asked
        if was_asked(group, statement.id) or statement.id in {*group.withdrawn, *group.partly}
    ]
    if not rows:
        return []
    head = [t("statements.report.account.head.statement"), telling.name(perspective)]
    title = t("statements.report.back", group=telling.name(perspective))
    return [
        Table(head, rows, title, widths=WIDTHS),
        Paragraph(t("statements.report.back_why"), quiet=True),
    ]


def _cell(group: ShownGroup, statement: str, minimum: int, telling: ReportWording) -> str:
    """Give how many agree, or in a few words why that is not said."""
    if statement in group.same:
        return telling.t("statements.report.back_spared")
    if statement in group.withdrawn:
        return telling.t("statements.report.cell.withdrawn")
    if shown_too_little(group, statement):
        return telling.t("statements.report.cell.partly")
    if not has_base(group, statement, minimum):
        return telling.t("statements.report.cell.unsure", unknown=telling.scenario.scale.unknown)
    return telling.share(*agreeing(answers_to(group, statement)))
