"""What a group settled about the next time: the day, the hour and the place, and until when one can object.

A result is plain text; what is no day or hour there is as good as not settled. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from facilitator.session.clock import as_day, days_on
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time

DAYS_TO_OBJECT: Final = 6


@dataclass(frozen=True)
class NextTime:
    """When and where people meet again."""

    day: date
    starts: time | None = None
    venue: str = ""


def next_time(state: State) -> NextTime | None:
    """Give the next time; None while no day was settled: without one, hour and place say nothing."""
    closing = state.closing()
    day = as_day(closing.next_date)
    return NextTime(day, _hour(closing.next_time), closing.next_venue) if day else None


def say_next(following: NextTime, t: Words, today: date | None = None) -> str:
    """Give "donderdag 23 april, 19.30 uur, buurthuis De Schakel", as far as it was settled."""
    said = [say_date(following.day, t.language, today)]
    said += [say_time(following.starts, t.language)] if following.starts else []
    return ", ".join([*said, *([following.venue] if following.venue else [])])


def object_before(state: State) -> date | None:
    """Give the day before which people can object.

    As the group settled it; otherwise six days later, but before the next meeting; None when that is too
    soon.
    """
    if settled := as_day(state.closing().object_until):
        return settled
    before = days_on(state.about.day, timedelta(days=DAYS_TO_OBJECT))
    if following := next_time(state):
        before = min(before, days_on(following.day, -timedelta(days=1)))
    return before if before > state.about.day else None


def _hour(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
