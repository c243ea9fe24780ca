"""What the phrases for a date mean, once they are recognised.

- Day comes before month, in both languages. A day without a year is the next such day, today included.
- ``vrijdag`` is the first Friday after today: who means today says "vandaag".
- ``volgende vrijdag`` is the Friday of next week (weeks run from Monday to Sunday); on a Saturday or
  Sunday that is the coming one.
- ``vrijdag over een week`` is a week after the coming Friday, and a week from now on a Friday itself.
- ``volgende week`` is this weekday next week; a month or a year further is the same day of the month, or the
  last day when that month is shorter.
- ``begin``, ``half`` and ``eind`` of a month are its first, fifteenth and last day; of a week Monday,
  Wednesday and Friday; of a year 1 January, 1 July and 31 December.
- ``voor`` and ``uiterlijk`` give the date they name: it is the date the group will look back on.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import Final

Slots = dict[str, int]
"""What the places in a phrase held: weekdays, units, parts from 0; months, ranks from 1, -1 for the last."""


def _date(today: date, slots: Slots) -> date | None:
    day = _yearly(today, slots, lambda year: date(year, slots["month"], slots["day"]))
    if day and slots.get("weekday", day.weekday()) != day.weekday():
        return None
    return day


def _yearly(today: date, slots: Slots, day_in: Callable[[int], date]) -> date | None:
    """Give the day in the year that was named, or else the first one from today on."""
    if "year" in slots:
        return day_in(slots["year"])
    for year in range(today.year, today.year + 9):  # leap days can be eight years apart
        try:
            day = day_in(year)
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def _later(today: date, slots: Slots) -> date:
    unit, count = slots["unit"], slots["count"]
    if unit < 2:
        return today + timedelta(days=count * (1, 7)[unit])
    return months_on(today, count * (1, 12)[unit - 2])


def months_on(day: date, months: int) -> date:
    """Give the same day so many months on, or the last one of a shorter month; raise OverflowError where the
    calendar ends."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekday(today: date, slots: Slots) -> date:
    return today + timedelta(days=(slots["weekday"] - today.weekday() - 1) % 7 + 1)


def _weekday_in_week(today: date, weekday: int, weeks: int) -> date:
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _weekday_later(today: date, slots: Slots) -> date | None:
    if slots["unit"] != 1:  # "vrijdag over een maand" is no day
        return None
    return today + timedelta(days=(slots["weekday"] - today.weekday()) % 7 + 7 * slots["count"])


def _part_of_month(part: int, year: int, month: int) -> date:
    return date(year, month, (1, 15, monthrange(year, month)[1])[part])


def _part_of_month_on(today: date, slots: Slots, months: int) -> date:
    day = months_on(today, months)
    return _part_of_month(slots["part"], day.year, day.month)


def _part_of_week(today: date, slots: Slots, weeks: int) -> date:
    return _weekday_in_week(today, (0, 2, 4)[slots["part"]], weeks)


def _part_of_year(part: int, year: int) -> date:
    return date(year, *((1, 1), (7, 1), (12, 31))[part])


def _ranked_weekday(slots: Slots, year: int) -> date:
    month, rank = slots["month"], slots["rank"]
    if rank == -1:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - slots["weekday"]) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(slots["weekday"] - first.weekday()) % 7 + 7 * (rank - 1))


def _ranked_on(today: date, slots: Slots, months: int) -> date:
    day = months_on(today, months)
    return _ranked_weekday({**slots, "month": day.month}, day.year)


Meaning = Callable[[date, Slots], date | None]
"""From today and the slots to a day; None or ValueError: none; OverflowError: beyond the calendar."""

MEANINGS: Final[dict[str, Meaning]] = {
    "date": _date,
    "today": lambda today, _: today,
    "tomorrow": lambda today, _: today + timedelta(days=1),
    "day_after_tomorrow": lambda today, _: today + timedelta(days=2),
    "yesterday": lambda today, _: today - timedelta(days=1),
    "later": _later,
    "tomorrow_later": lambda today, slots: _later(today + timedelta(days=1), slots),
    "half_year": lambda today, _: months_on(today, 6),
    "weekday": _weekday,
    "weekday_this_week": lambda today, slots: _weekday_in_week(today, slots["weekday"], 0),
    "weekday_next_week": lambda today, slots: _weekday_in_week(today, slots["weekday"], 1),
    "weekday_later": _weekday_later,
    "next_week": lambda today, _: today + timedelta(days=7),
    "next_month": lambda today, _: months_on(today, 1),
    "next_year": lambda today, _: months_on(today, 12),
    "part_of_month": lambda today, slots: _yearly(
        today, slots, lambda year: _part_of_month(slots["part"], year, slots["month"])
    ),
    "part_of_this_month": lambda today, slots: _part_of_month_on(today, slots, 0),
    "part_of_next_month": lambda today, slots: _part_of_month_on(today, slots, 1),
    "part_of_this_week": lambda today, slots: _part_of_week(today, slots, 0),
    "part_of_next_week": lambda today, slots: _part_of_week(today, slots, 1),
    "part_of_this_year": lambda today, slots: _part_of_year(slots["part"], today.year),
    "part_of_next_year": lambda today, slots: _part_of_year(slots["part"], today.year + 1),
    "part_of_year": lambda _, slots: _part_of_year(slots["part"], slots["full_year"]),
    "ranked_weekday": lambda today, slots: _yearly(today, slots, lambda year: _ranked_weekday(slots, year)),
    "ranked_this_month": lambda today, slots: _ranked_on(today, slots, 0),
    "ranked_next_month": lambda today, slots: _ranked_on(today, slots, 1),
}
