"""How an agreement changes: with its words goes what was heard of them. Pure.

What was heard (objections, who were there) belongs to the words that were heard. New words begin without, and
how it read before is kept as a version. A change after the meeting that made the agreement has its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from facilitator.session.registers import ENDED, Agreement, Objection, Version
from facilitator.session.state import State

How = Literal["", "postponed", "withdrawn"]
"""What made a change that is not only other words."""


def standing_objections(agreement: Agreement) -> list[Objection]:
    """Give the objections that are not met, also those of which the reason follows later."""
    return [objection for objection in agreement.objections if objection.status != "met"]


def reason_to_amend(agreement: Agreement) -> str:
    """Give the reason of the last objection that stands, or nothing."""
    return next(
        (objection.reason for objection in reversed(standing_objections(agreement)) if objection.reason), ""
    )


def is_after(state: State, name: str, agreement: Agreement, today: date | None) -> bool:
    """Tell whether it is changed after the meeting that made it.

    Then it came over from an earlier session, the group was done, or it is a later day than that on which it
    was heard.
    """
    came_over = state.came_from(name) is not None
    later = today is not None and today > (agreement.heard_on or state.about.day)
    return came_over or state.closing().finished or later


def changed_since(agreement: Agreement, day: date) -> bool:
    """Tell whether an agreement of an earlier meeting was changed, heard or ended since this day.

    What has ended stays behind when a session begins: it ended in this one.
    """
    days = [version.changed_on for version in agreement.versions]
    days += [objection.changed_on for objection in agreement.objections]
    days.append(agreement.heard_on)
    return agreement.status in ENDED or any(each is not None and each >= day for each in days)


def owner_before(agreement: Agreement, day: date) -> str:
    """Give whose it was when this day began, where it is another's now; else nothing."""
    owners = [
        version.who
        for version in agreement.versions
        if version.what and version.changed_on is not None and version.changed_on >= day
    ]
    return owners[0] if owners and owners[0] != agreement.who else ""


def last_owner(agreement: Agreement) -> tuple[str, date] | None:
    """Give whose it was before, and the day on which it became another's; None where it never did."""
    for version in reversed(agreement.versions):
        if version.who and version.who != agreement.who and version.changed_on:
            return version.who, version.changed_on
    return None


def set_aside(found: Agreement, because: str = "", how: How = "", day: date | None = None) -> dict[str, Any]:
    """Give what changes besides the words of an agreement: how it read is kept, and nothing is heard yet.

    Objections that stand go on with the new words: whether one is met is for the room to say.
    """
    met = [objection for objection in found.objections if objection.status == "met"]
    before = Version(
        what=found.what,
        who=found.who,
        due=found.due,
        because=because,
        heard=found.heard,
        heard_on=found.heard_on,
        present=found.present,
        objections=met,
        changed_on=day,
        how=how,
    )
    return {
        "versions": [*found.versions, before],
        "heard": "",
        "heard_on": None,
        "present": {},
        "objections": standing_objections(found),
    }


def as_it_was(found: Agreement, how: How) -> dict[str, Any]:
    """Give what takes the last change back, when it was made so; nothing to change when it was not."""
    last = found.versions[-1] if found.versions else None
    if last is None or last.how != how:
        return {}
    return {
        "what": last.what,
        "who": last.who,
        "due": last.due,
        "versions": found.versions[:-1],
        "heard": last.heard,
        "heard_on": last.heard_on,
        "present": last.present,
        "objections": [*last.objections, *found.objections],
    }


def heard_now(state: State, today: date | None) -> Mapping[str, Any]:
    """Give when objections are asked for, and who are there.

    On another day than that of a session that was done, nobody counted who were there.
    """
    day = today or state.about.day
    counted = day == state.about.day or not state.closing().finished
    return {"heard_on": day, "present": dict(state.people) if counted else {}}
