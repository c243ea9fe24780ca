"""Under which condition an agreement stands, in a few words: no short form of it may leave that out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from facilitator.session.registers import ENDED, Agreement, Version
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

Code = Literal[
    "idea",
    "objection",
    "later",
    "changed",
    "changed-on",
    "heard-again",
    "by-hand",
    "added",
    "withdrawn",
    "postponed",
    "postponed-to",
    "postponed-from",
]

NOT_PUT: Final[frozenset[Code]] = frozenset({"changed", "changed-on", "by-hand", "added"})
"""Of an agreement under one of these nobody was asked whether they can live with it as it reads."""


@dataclass(frozen=True)
class Condition:
    """Something that has to be said whenever an agreement is told."""

    code: Code
    day: date | None = None
    """Of the change, or the new date of what is postponed."""
    before: date | None = None
    """The date that it had before it was postponed."""


def conditions(agreement: Agreement, since: date) -> list[Condition]:
    """Give under which conditions an agreement stands; ``since``: the day of the session that tells it.

    A change of an earlier session that was heard there is no condition any more.
    """
    found = [Condition("idea")] if agreement.firmness == "idea" else []
    statuses = {objection.status for objection in agreement.objections}
    if "open" in statuses:
        found.append(Condition("objection"))
    if "later" in statuses or (agreement.heard == "later" and not statuses):
        found.append(Condition("later"))
    return [*found, *_postponed(agreement), *_changed(agreement, since)]


def say_conditions(
    agreement: Agreement, since: date, today: date, t: Words, *, short: bool = False
) -> list[str]:
    """Give each condition in a few words; ``short`` where room is scarce."""

    def say(day: date | None) -> str:
        return say_date(day, t.language, today, short=short) if day else ""

    return [
        t(f"session.condition.{condition.code}", day=say(condition.day), before=say(condition.before))
        for condition in conditions(agreement, since)
    ]


def says_when(agreement: Agreement, since: date) -> bool:
    """Tell whether a condition names its date already."""
    return any(
        condition.code in {"postponed-from", "postponed-to"} for condition in conditions(agreement, since)
    )


def under_condition(state: State) -> int:
    """Count the open agreements that stand under a condition; ideas are none."""
    return sum(
        bool(conditions(agreement, state.about.day))
        for agreement in state.agreements().values()
        if agreement.firmness != "idea" and agreement.status not in ENDED
    )


def _postponed(agreement: Agreement) -> list[Condition]:
    if agreement.status != "postponed":
        return []
    moved = next((version for version in reversed(agreement.versions) if version.how == "postponed"), None)
    if moved is None or agreement.due is None:
        return [Condition("postponed")]
    code: Code = "postponed-from" if moved.due else "postponed-to"
    return [Condition(code, agreement.due, moved.due)]


def _changed(agreement: Agreement, since: date) -> list[Condition]:
    """Tell that it reads otherwise than was heard, or that it was changed since this session began."""
    versions = _not_heard(agreement)
    last = next((version for version in reversed(versions) if version.how != "postponed"), None)
    if last is None:
        moved = bool(versions) and agreement.status != "postponed"
        return [Condition("changed-on", versions[-1].changed_on)] if moved else []
    if last.how == "withdrawn":
        return [Condition("withdrawn", last.changed_on)]
    if agreement.heard:
        again = last.changed_on is not None and last.changed_on >= since
        return [Condition("heard-again", last.changed_on)] if again else []
    by_hand = next((version for version in versions if version.how in {"by-hand", "added"}), None)
    if by_hand is not None:
        return [Condition("added" if by_hand.how == "added" else "by-hand", by_hand.changed_on)]
    return [Condition("changed-on" if last.changed_on else "changed", last.changed_on)]


def _not_heard(agreement: Agreement) -> Sequence[Version]:
    """Give the versions that were left since it was last heard; of one that is heard now, only the last."""
    versions = agreement.versions
    if agreement.heard:
        return versions[-1:]
    heard = [number for number, version in enumerate(versions) if version.heard]
    return versions[heard[-1] :] if heard else versions
