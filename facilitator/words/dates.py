"""Dates and times as people type and read them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from facilitator.words.catalogues import Language, Words
from facilitator.words.date_grammar import ReadDate, read_date

__all__ = ["ReadDate", "read_date", "read_time", "say_date", "say_since", "say_time"]

DAYS_AHEAD: Final = 300
DAYS_BACK: Final = 60
"""A day within these needs no year: less than a year in all, so no other day has the same name."""

_TIME = re.compile(r"([0-9]{1,2})(?:[:.uh]?([0-9]{2}))?[uh]?(?: ?uur)?", re.ASCII | re.IGNORECASE)


def say_date(day: date, language: Language, today: date | None = None, *, short: bool = False) -> str:
    """Say a day: ``zondag 6 december``, or short ``6 dec``.

    The year comes with it unless the day lies from 60 days before to 300 days after ``today``.
    """
    near = today is not None and -DAYS_BACK <= (day - today).days <= DAYS_AHEAD
    form = "plain" if short else "full"
    return _say(day, language, form if near else f"{form}_year", "short" if short else "long")


def say_since(day: date, today: date, language: Language) -> str:
    """Say a day that has been: ``vandaag``, ``gisteren``, ``12 maart``; with its year after 300 days."""
    ago = (today - day).days
    if ago in {0, 1}:
        return Words(language)(f"words.day.{('today', 'yesterday')[ago]}")
    return _say(day, language, "plain" if 0 < ago <= DAYS_AHEAD else "plain_year", "long")


def say_time(moment: time, language: Language) -> str:
    """Say a time to the minute: ``21.30 uur``, in English ``21:30``."""
    return Words(language)("words.time.clock", hour=moment.hour, minute=f"{moment.minute:02}")


def say_clock(moment: time, language: Language) -> str:
    """Give a time as it stands in a list, always as wide: ``09.05``, in English ``09:05``."""
    return Words(language)("words.time.listed", hour=f"{moment.hour:02}", minute=f"{moment.minute:02}")


def read_time(text: str) -> time | None:
    """Read ``20:00``, ``20.00``, ``2000``, ``20``, ``20u30`` or ``20.00 uur``; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def _say(day: date, language: Language, form: str, months: str) -> str:
    t = Words(language)
    return t(
        f"words.day.{form}",
        weekday=t.lines("words.weekdays.long")[day.weekday()],
        day=day.day,
        month=t.lines(f"words.months.{months}")[day.month - 1],
        year=day.year,
    )
