"""Clocks go past midnight, and calendars end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.clock import days_on, ends_at, plus

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("starts", "ends", "moment"),
    [
        (time(19, 30), time(21, 30), "2026-03-12 21:30"),
        (time(22, 45), time(0, 15), "2026-03-13 00:15"),
        (time(23, 59), time(0, 0), "2026-03-13 00:00"),
        (time(19, 30), time(19, 20), "2026-03-12 19:20"),
        (time(0, 10), time(1, 40), "2026-03-12 01:40"),
        (time(0, 10), time(23, 55), "2026-03-11 23:55"),
        (time(9, 0), time(17, 0), "2026-03-12 17:00"),
        (time(9, 0), time(9, 0), "2026-03-12 09:00"),
    ],
)
def test_a_group_that_goes_on_past_midnight_ends_on_the_next_day(
    starts: time, ends: time, moment: str
) -> None:
    assert ends_at(DAY, starts, ends) == datetime.fromisoformat(moment)


@given(day=st.dates(), starts=st.times(), minutes=st.integers(0, 17 * 60))
def test_an_evening_ends_as_long_after_its_beginning_as_it_lasts(
    day: date, starts: time, minutes: int
) -> None:
    ends = ends_at(day, starts, plus(starts, minutes))
    if day < date.max:
        assert ends - datetime.combine(day, starts) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        (DAY, 365, date(2027, 3, 12)),
        (date.max, 6, date.max),
        (date(9999, 12, 30), 365, date.max),
        (date.min, -1, date.min),
    ],
)
def test_where_the_calendar_ends_its_last_day_is_the_day(day: date, days: int, found: date) -> None:
    assert days_on(day, timedelta(days=days)) == found
