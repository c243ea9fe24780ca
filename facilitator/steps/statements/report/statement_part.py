"""One statement in a report: a picture of how each group answered, and what it shows in a few sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.document import Dots, Row
from facilitator.insight.difference import second_vote
from facilitator.insight.groups import (
    answers_to,
    group_of,
    has_base,
    may_be_drawn,
    shown_too_little,
    was_asked,
)
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Shown, ShownGroup
from facilitator.steps.statements.report.earlier_vote_part import Then, another_question, then_of
from facilitator.steps.statements.report.vote_wording import ReportWording


def picture(title: str, statement: Statement, votes: Sequence[Shown], telling: ReportWording) -> Dots:
    """Give the last vote of each group, with the first one and that of an earlier session under it."""
    first, last = votes[0], votes[-1]
    groups = telling.in_order([group for group in last.groups if _on_ballot(group, statement.id)])
    then = {
        group.group: found
        for group in groups
        if statement.id in group.answers and (found := then_of(statement, group.group, telling))
    }
    rows = [
        row
        for group in groups
        for row in _rows(group, statement.id, first if len(votes) > 1 else None, last, then, telling)
    ]
    words = [
        *_shares(groups, statement.id, last.minimum, telling),
        *(telling.partly(group, statement.id) for group in groups if statement.id in group.partly),
        *(line for group in groups for line in changes(group, statement.id, first, last, telling)),
        *_earlier(then, telling),
        *telling.worth(last, statement.id),
        *another_question(statement, telling),
    ]
    columns = [*telling.scenario.scale.points, telling.scenario.scale.unknown]
    return Dots(title, columns, rows, " ".join(words))


def _on_ballot(group: ShownGroup, statement: str) -> bool:
    return was_asked(group, statement) or statement in {*group.withdrawn, *group.partly}


def _rows(
    group: ShownGroup,
    statement: str,
    first: Shown | None,
    last: Shown,
    then: dict[str, Then],
    telling: ReportWording,
) -> list[Row]:
    """Give the rows of a group; where there are several, each says of when it is."""
    if statement not in group.answers:
        return []
    t, name = telling.t, telling.name(group.group)
    rows: list[Row] = []
    if may_be_drawn(group, statement, last.minimum):
        rows.append(Row(name, group.answers[statement]))
    before = group_of(first, group.group) if first else None
    if first and before and statement in before.answers and may_be_drawn(before, statement, first.minimum):
        rows.append(Row(name, before.answers[statement], t("statements.report.first"), faint=True))
    if (earlier := then.get(group.group)) and earlier.counts:
        rows.append(Row(name, earlier.counts, earlier.when, faint=True))
    if len(rows) == 1:
        return rows
    return [row if row.when else replace(row, when=t("statements.report.now")) for row in rows]


def _shares(groups: Sequence[ShownGroup], statement: str, minimum: int, telling: ReportWording) -> list[str]:
    """Give in one sentence how many of each group agree, and in one of its own why a group has no share."""
    told = [group for group in groups if has_share(group, statement, minimum)]
    shares = [telling.share_of(group.group, *agreeing(answers_to(group, statement))) for group in told]
    others = [
        telling.without_share(group, statement)
        for group in groups
        if group not in told and not shown_too_little(group, statement)
    ]
    return [*([telling.shares(shares)] if shares else []), *others]


def has_share(group: ShownGroup, statement: str, minimum: int) -> bool:
    """Tell whether it may be said how many of a group agree."""
    spared = statement in group.same or statement in group.withdrawn
    return not spared and has_base(group, statement, minimum)


def changes(
    group: ShownGroup, statement: str, first: Shown, last: Shown, telling: ReportWording
) -> list[str]:
    """Say what a second vote changed in a group, and that its first answers are not shown any more."""
    before = group_of(first, group.group) if first is not last else None
    if before is None:
        return []
    name = telling.name(group.group)
    if statement in before.withdrawn:
        return [telling.t("statements.report.first_withdrawn", group=name)]
    if statement not in group.answers or statement not in before.answers:
        return []
    changes = [each for each in second_vote(first, last, statement) if each.group == group.group]
    return [said for change in changes if (said := telling.change(change))]


def _earlier(then: dict[str, Then], telling: ReportWording) -> list[str]:
    """Give in one sentence how many of each group agreed at an earlier session, and who were of one mind."""
    found: list[str] = []
    for when in dict.fromkeys(each.when for each in then.values()):
        here = {group: each for group, each in then.items() if each.when == when}
        shares = [telling.share_of(group, *each.share) for group, each in here.items() if each.share]
        if shares:
            found.append(telling.t("statements.report.earlier", when=when, shares=", ".join(shares)))
        found += [
            telling.t("statements.report.earlier_one_mind", when=when, group=telling.name(group))
            for group, each in here.items()
            if each.one_mind
        ]
    return found
