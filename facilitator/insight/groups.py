"""Reading what is shown of a group, and whether anything may be said of it."""

from __future__ import annotations

from facilitator.session.rounds import Shown, ShownGroup


def group_of(shown: Shown, group: str) -> ShownGroup | None:
    """Give the group with this name, or None when nothing of it is shown."""
    return next((kept for kept in shown.groups if kept.group == group), None)


def answers_to(group: ShownGroup, statement: str) -> list[int]:
    """Give the counts per point, without "?"; empty when nothing of them is shown."""
    return group.answers.get(statement, [])[:-1]


def unsure_about(group: ShownGroup, statement: str) -> int:
    """Give how many said "?"; 0 when the group was not asked this statement, or nothing of it is shown."""
    return sum(group.answers.get(statement, [])[-1:])


def was_asked(group: ShownGroup, statement: str) -> bool:
    """Tell whether the statement was on the group's ballots and something of it is shown."""
    return statement in group.answers or statement in group.same


def asked_of(group: ShownGroup) -> list[str]:
    """Give the statements of which something is shown: answers, or that they are all the same."""
    return [*group.answers, *group.same]


def shown_too_little(group: ShownGroup, statement: str) -> bool:
    """Tell whether tables that were merged show too few answers to a statement to speak for the group."""
    return statement in group.partly and statement not in group.answers


def may_be_drawn(group: ShownGroup, statement: str, minimum: int) -> bool:
    """Tell whether the answers themselves may be shown: of one or two people beside others who did not know
    they would be somebody's own. That nobody chose a point may be shown."""
    return not 0 < sum(answers_to(group, statement)) < minimum


def has_base(group: ShownGroup, statement: str, minimum: int) -> bool:
    """Tell whether enough people chose a point of the scale to claim anything about the group."""
    return is_base(sum(answers_to(group, statement)), group.ballots, minimum)


def is_base(answered: int, ballots: int, minimum: int) -> bool:
    """Tell whether so many who chose a point are enough to claim anything about so many ballots.

    At least ``minimum`` of them, and at least half of the ballots: of ten people of whom nine do not know,
    the tenth speaks for nobody.
    """
    return answered >= minimum and 2 * answered >= ballots
