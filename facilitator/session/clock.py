"""Arithmetic with clocks and calendars: past midnight, and where the calendar ends. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

EARLY: Final = timedelta(hours=6)
"""A group that stops before it was to begin, stops at most so long before that."""


def plus(clock: time, minutes: int) -> time:
    """Give what a clock says so many minutes later; after 23.59 it is 0.00."""
    return (datetime.combine(date(2000, 1, 2), clock) + timedelta(minutes=minutes)).time()


def ends_at(day: date, starts: time, ends: time) -> datetime:
    """Give the moment at which a group stops that begins on this day; at night that is a day later."""
    begin = datetime.combine(day, starts)
    end = datetime.combine(day, ends)
    if day < date.max and end < begin and begin - end > EARLY:
        return end + timedelta(days=1)
    if day > date.min and end - begin >= timedelta(days=1) - EARLY:
        return end - timedelta(days=1)
    return end


def days_on(day: date, days: timedelta) -> date:
    """Give the day so much later, or sooner; where the calendar ends, its last day."""
    try:
        return day + days
    except OverflowError:
        return date.max if days > timedelta(0) else date.min


def as_day(text: str) -> date | None:
    """Read a day that was kept as ISO text; None for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
