"""From which perspective something comes, and when that may be said: where it points at nobody.

What counts is how many of that perspective were there when it was said. That number is kept with it
(``there``, ``answered``); of what an older app wrote down, it is taken from what the session knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from facilitator.session.registers import (
    Actor,
    Agreement,
    Entry,
    Fact,
    Item,
    Objection,
    Recognised,
    Story,
)
from facilitator.session.rounds import TOTAL

Number = Callable[[str, int], int | None]
"""From a perspective, and how many were there as far as that was kept (else 0), to the number to keep with
what it said; None where it was too small, so that it is not said from where it comes."""

Said = TypeVar("Said", Item, Story, Objection)
Recognising = TypeVar("Recognising", Fact, Story)


def said_now(entry: Entry, before: Entry | None, people: Mapping[str, int], smallest: int) -> Entry | None:
    """Give an entry with how many were there of each perspective that something in it newly comes from.

    None when one of these is too small: then it would point at someone. ``before``: the entry as it was.
    """
    if isinstance(entry, Actor):
        mine, was = entry.perspective, before.perspective if isinstance(before, Actor) else None
        new = mine is not None and mine != was
        return None if new and not may_belong(people.get(mine or "", 0), smallest) else entry
    small: list[str] = []

    def count(who: str) -> int:
        here = people.get(who, 0)
        if here < smallest:
            small.append(who)
        return here

    stamped = _stamped(entry, before, count)
    return None if small else stamped


def may_belong(count: int, smallest: int) -> bool:
    """Tell whether an actor may be said to be of a perspective: not where few people here are of it."""
    return not 0 < count < smallest


def without_small(entry: Entry, number: Number) -> Entry:
    """Give an entry without what comes from too few people; what is said itself stays."""
    if isinstance(entry, Agreement):
        return _objected(entry, number)
    if isinstance(entry, Item):
        return _untied(entry, number)
    if isinstance(entry, Story):
        return _recognised(_untied(entry, number), number)
    return _recognised(entry, number) if isinstance(entry, Fact) else entry


# -- how many were there, when it is said


def _stamped(entry: Entry, before: Entry | None, count: Callable[[str], int]) -> Entry:
    if isinstance(entry, Agreement):
        earlier = (
            {objection.id: objection for objection in before.objections}
            if isinstance(before, Agreement)
            else {}
        )
        said = [_said(objection, earlier.get(objection.id), count) for objection in entry.objections]
        return entry.model_copy(update={"objections": said}) if said != entry.objections else entry
    if isinstance(entry, Item):
        return _said(entry, before if isinstance(before, Item) else None, count)
    if isinstance(entry, Story):
        told = _said(entry, before if isinstance(before, Story) else None, count)
        return _answered(told, before if isinstance(before, Story) else None, count)
    if isinstance(entry, Fact):
        return _answered(entry, before if isinstance(before, Fact) else None, count)
    return entry


def _said(entry: Said, before: Said | None, count: Callable[[str], int]) -> Said:
    if before is not None and before.perspective == entry.perspective:
        there = before.there
    else:
        there = count(entry.perspective) if entry.perspective else 0
    return entry.model_copy(update={"there": there}) if there != entry.there else entry


def _answered(entry: Recognising, before: Recognising | None, count: Callable[[str], int]) -> Recognising:
    said: Mapping[str, Recognised] = before.recognised if before else {}
    there = before.answered if before else {}
    answered = {
        who: there.get(who, 0) if said.get(who) == answer else count(who)
        for who, answer in entry.recognised.items()
        if who != TOTAL
    }
    answered = {who: number for who, number in answered.items() if number}
    return entry.model_copy(update={"answered": answered}) if answered != entry.answered else entry


# -- without what comes from too few


def _untied(entry: Said, number: Number) -> Said:
    if entry.perspective is None:
        return entry
    there = number(entry.perspective, entry.there)
    if there == entry.there:
        return entry
    return entry.model_copy(update={"perspective": None, "there": 0} if there is None else {"there": there})


def _recognised(entry: Recognising, number: Number) -> Recognising:
    there = {who: number(who, entry.answered.get(who, 0)) for who in entry.recognised if who != TOTAL}
    kept = {who: said for who, said in entry.recognised.items() if there.get(who, 0) is not None}
    answered = {who: count for who, count in there.items() if count}
    if (kept, answered) == (entry.recognised, entry.answered):
        return entry
    said_on = {who: day for who, day in entry.said_on.items() if who in kept}
    return entry.model_copy(update={"recognised": kept, "answered": answered, "said_on": said_on})


def _objected(agreement: Agreement, number: Number) -> Agreement:
    objections = _heard(agreement.objections, agreement.present, number)
    versions = [
        version.model_copy(update={"objections": heard})
        if (heard := _heard(version.objections, version.present, number)) != version.objections
        else version
        for version in agreement.versions
    ]
    if (objections, versions) == (agreement.objections, agreement.versions):
        return agreement
    return agreement.model_copy(update={"objections": objections, "versions": versions})


def _heard(said: list[Objection], present: Mapping[str, int], number: Number) -> list[Objection]:
    """Give objections as they may be told; an older app kept who were there with the agreement alone."""

    def known(who: str, there: int) -> int | None:
        if there or not present:
            return number(who, there)
        return number(who, present[who]) if present.get(who) else None

    return [_untied(objection, known) for objection in said]
