"""Votes of several tables of one evening, added up from what each of them may show. Pure.

Each table was closed by itself, and its ``Shown`` is all there is to add: whatever follows from a sum and the
results of the tables follows from the results of the tables alone. A table that shows nothing of a group adds
nothing to it, and what is not in a sum is told with its reason (docs/privacy-model.md 3).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from facilitator.insight.suppression import add_groups, shown_together
from facilitator.session.merged_tables import Unaddable
from facilitator.session.rounds import TOTAL, Grouping, Shown, ShownGroup


@dataclass(frozen=True, slots=True)
class TableResult:
    """What one table shows of a vote."""

    shown: Shown
    asked: Collection[str]
    """The statements that it asked in the words of all."""


@dataclass(frozen=True, slots=True)
class Unadded:
    """What is not in a sum."""

    why: Unaddable
    table: int | None = None
    """Its place in the row; None: it is so for all together."""
    group: str = ""
    """Empty: nothing of the table is in it."""
    statements: tuple[str, ...] = ()
    """Empty: none of them."""


@dataclass(frozen=True, slots=True)
class TableSum:
    """What tables show together, and what is not in it."""

    shown: Shown
    unadded: list[Unadded]


@dataclass(frozen=True, slots=True)
class _Member:
    """A group at one table."""

    place: int
    group: ShownGroup
    asked: Collection[str]

    def why_not(self, statement: str) -> Unaddable | None:
        """Give why it adds nothing to a statement; None where it does."""
        if statement not in self.asked:
            return "not-asked"
        if statement in self.group.answers:
            return None
        if statement in self.group.same:
            return "same"
        return "withdrawn" if statement in self.group.withdrawn else "not-asked"


def add_tables(tables: Sequence[TableResult], statements: Sequence[str]) -> TableSum:
    """Add what tables show of a vote on these statements: per group, and per statement.

    They have one scale, and one way of voting: blind, or by raised hands. Most ballots decide whether the sum
    is per perspective or a total; it is never both. Every group that goes in is as large as the strictest of
    the tables asks.
    """
    minimum = max(table.shown.minimum for table in tables)
    grouping = _usual_grouping(tables)
    unadded: list[Unadded] = []
    members: dict[str, list[_Member]] = {}
    for place, table in enumerate(tables):
        groups, missing = _to_add(place, table.shown, grouping, minimum)
        unadded += missing
        for group in groups:
            members.setdefault(group.group, []).append(_Member(place, group, table.asked))
    groups = []
    for name, found in members.items():
        group, missing = _together(name, found, statements, minimum)
        groups.append(group)
        unadded += missing
    small = [name for table in tables for name in table.shown.too_small]
    small += [each.group for each in unadded if each.why == "small" and each.group]
    shown = shown_together([table.shown for table in tables], grouping, minimum, groups, small)
    return TableSum(shown, unadded)


def _usual_grouping(tables: Sequence[TableResult]) -> Grouping:
    ballots: dict[Grouping, int] = {"perspective": 0, "total": 0}
    for table in tables:
        ballots[table.shown.grouping] += sum(group.ballots for group in table.shown.groups)
    return "total" if ballots["total"] > ballots["perspective"] else "perspective"


def _to_add(
    place: int, shown: Shown, grouping: Grouping, minimum: int
) -> tuple[list[ShownGroup], list[Unadded]]:
    """Give the groups of a table that go into a sum, and what of it does not."""
    if shown.grouping == "total" and grouping == "perspective":
        return [], [Unadded("total", place)]
    told = [Unadded("told", place, name) for name in shown.silent]
    large = [group for group in shown.groups if group.ballots >= minimum]
    small = [*shown.too_small, *(group.group for group in shown.groups if group not in large)]
    if shown.grouping == "total":
        return large, told if large else [*told, Unadded("small", place)]
    if grouping == "perspective":
        return large, [*told, *(Unadded("small", place, name) for name in dict.fromkeys(small))]
    if small or not large:  # a total of the others is not that of the table
        return [], [Unadded("apart", place)]
    return [_as_total(large, minimum)], told


def _as_total(groups: Sequence[ShownGroup], minimum: int) -> ShownGroup:
    """Give the groups of a table as one, with the answers to statements of which those of each are shown."""
    names = [name for name in groups[0].answers if all(name in group.answers for group in groups)]
    rows = {name: [group.answers[name] for group in groups] for name in names}
    return add_groups(TOTAL, groups, rows, minimum)


def _together(
    name: str, members: Sequence[_Member], statements: Sequence[str], minimum: int
) -> tuple[ShownGroup, list[Unadded]]:
    """Give a group of all tables; where only one table has it, as that table shows it."""
    rows: dict[str, list[list[int]]] = {}
    reasons: dict[Unaddable, dict[int | None, list[str]]] = {}
    for statement in statements:
        why = {member.place: member.why_not(statement) for member in members}
        if all(reason == "not-asked" for reason in why.values()) and len(members) > 1:
            continue
        rows[statement] = [each.group.answers[statement] for each in members if why[each.place] is None]
        for place, reason in why.items():
            if reason is not None and (len(members) > 1 or reason == "not-asked"):
                reasons.setdefault(reason, {}).setdefault(place, []).append(statement)
    if len(members) == 1:
        group = _as_it_is(members[0], statements)
    else:
        group = add_groups(name, [member.group for member in members], rows, minimum)
    few = [statement for statement in group.partly if statement not in group.answers]
    reasons |= {"few": {None: few}} if few else {}
    return group, [
        Unadded(reason, place, name, tuple(said))
        for reason, places in reasons.items()
        for place, said in places.items()
    ]


def _as_it_is(member: _Member, statements: Collection[str]) -> ShownGroup:
    """Give a group as its table shows it, for the statements that were asked in the words of all."""
    group = member.group
    here = [statement for statement in statements if statement in member.asked]
    return group.model_copy(
        update={
            "answers": {name: row for name, row in group.answers.items() if name in here},
            "same": [name for name in group.same if name in here],
            "withdrawn": [name for name in group.withdrawn if name in here],
        }
    )
