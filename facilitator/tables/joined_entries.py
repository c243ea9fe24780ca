"""One entry of two that are the same thing. Pure.

The words are those of the first table; what it left open is filled in by the others. Nothing that somebody
objected to goes: what was heard of two agreements is the most doubtful of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from facilitator.session.registers import Actor, Agreement, Energy, Entry, Hearing, Item
from facilitator.words import Language
from facilitator.words.dates import say_date

_DOUBTS: Final[tuple[Hearing, ...]] = ("objection", "later")
_HEARD_WITH: Final = frozenset({"who", "due", "every", "firmness"})
"""What an agreement says besides what: once it was heard, nothing of that is filled in."""
_NO_WORDS: Final = frozenset(
    {
        *("heard_on", "objections", "versions", "side", "firmness", "heard", "status"),
        *("perspective", "ring", "energy", "every", "item", "task"),
    }
)
"""Fields that are no words of their own."""
_ENERGY: Final[tuple[Energy, ...]] = ("", "none", "some", "much")


def joined_entry(first: Entry, other: Entry) -> Entry:
    """Give the first with what only the other says; an entry of another sort adds nothing."""
    if first == other or type(first) is not type(other):
        return first
    changes: dict[str, object] = {}
    stays = _HEARD_WITH if isinstance(first, Agreement) and first.heard else frozenset()
    for name, field in type(first).model_fields.items():
        mine, theirs = getattr(first, name), getattr(other, name)
        if isinstance(mine, Mapping):
            changes[name] = {**theirs, **mine}
        elif not field.is_required() and mine == field.default and name not in stays:
            changes[name] = theirs
    if isinstance(first, Item | Actor) and isinstance(other, Item | Actor):
        changes["energy"] = max(first.energy, other.energy, key=_ENERGY.index)
    if isinstance(first, Agreement) and isinstance(other, Agreement):
        changes |= _heard(first, other)
    return first.model_copy(update=changes)


def _heard(first: Agreement, other: Agreement) -> dict[str, object]:
    """Give what was heard of either: words that another table did not hear are not heard there."""
    known = {objection.id for objection in first.objections}
    objections = [*first.objections, *(each for each in other.objections if each.id not in known)]
    doubt = next((each for each in _DOUBTS if each in {first.heard, other.heard}), None)
    return {
        "heard": doubt or first.heard,
        "heard_on": first.heard_on or (other.heard_on if doubt else None),
        "present": dict(first.present),
        "objections": objections,
        "versions": [*first.versions, *(each for each in other.versions if each not in first.versions)],
    }


def other_words(joined: Entry, said: Entry, language: Language) -> str:
    """Give what an entry says in other words than it has now that it is joined; empty where it has them."""
    if type(joined) is not type(said):
        return ""
    return "; ".join(_differing(joined, said, language))


def _differing(joined: Entry, said: Entry, language: Language) -> Iterator[str]:
    for name in type(said).model_fields:
        value = getattr(said, name)
        if not value or name in _NO_WORDS or value == getattr(joined, name):
            continue
        if isinstance(value, date):
            yield say_date(value, language)
        elif isinstance(value, str):
            yield value
