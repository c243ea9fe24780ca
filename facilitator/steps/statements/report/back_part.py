"""The back of the ballots of one group: a table, compared with nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Paragraph, Part, Table
from facilitator.insight.groups import answers_to, group_of, has_base
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Round, Shown
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
    title = t("statements.report.back", group=telling.name(perspective))
    spared = [statement for statement in asked if statement.id in group.same]
    rows = [
        [statement.text, telling.share(*agreeing(answers_to(group, statement.id)))]
        for statement in asked
        if statement.id in group.answers and has_base(group, statement.id, minimum)
    ]
    rows += [[statement.text, t("statements.report.back_spared")] for statement in spared]
    if not rows:
        return []
    head = [t("statements.report.account.head.statement"), telling.name(perspective)]
    return [
        Table(head, rows, title, widths=WIDTHS),
        Paragraph(t("statements.report.back_why"), quiet=True),
    ]
