"""Reading the counts of a shown group."""

from __future__ import annotations

from facilitator.session.rounds import Shown, ShownGroup


def group_of(shown: Shown, group: str) -> ShownGroup | None:
    """Give the group with this name, or None when nothing of it is shown."""
    return next((kept for kept in shown.groups if kept.group == group), None)


def answers_to(group: ShownGroup, statement: str) -> list[int]:
    """Give the counts per point, without "?"; empty when the group was not asked this statement."""
    return group.answers.get(statement, [])[:-1]


def unsure_about(group: ShownGroup, statement: str) -> int:
    """Give how many said "?"; 0 when the group was not asked this statement."""
    return sum(group.answers.get(statement, [])[-1:])
