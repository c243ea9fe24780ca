"""Dates and times as people read them, and times as they type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.words import LANGUAGES, Language
from facilitator.words.dates import read_time, say_clock, say_date, say_since, say_time

TODAY = date(2026, 11, 23)


def test_a_day_nearby_needs_no_year() -> None:
    assert say_date(date(2026, 12, 6), "nl", TODAY) == "zondag 6 december"
    assert say_date(date(2026, 12, 6), "nl", TODAY, short=True) == "6 dec"
    assert say_date(date(2026, 12, 6), "en", TODAY) == "Sunday 6 December"
    assert say_date(date(2027, 3, 12), "en", TODAY, short=True) == "12 Mar"
    assert say_date(TODAY - timedelta(days=60), "nl", TODAY) == "donderdag 24 september"


def test_a_day_far_off_or_without_a_today_has_its_year() -> None:
    assert say_date(date(2027, 10, 15), "nl", TODAY) == "vrijdag 15 oktober 2027"
    assert say_date(date(2026, 9, 23), "nl", TODAY) == "woensdag 23 september 2026"
    assert say_date(date(2026, 12, 6), "nl") == "zondag 6 december 2026"
    assert say_date(date(2026, 12, 6), "en", short=True) == "6 Dec 2026"


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)), days=st.tuples(*[st.integers(-60, 300)] * 2))
def test_two_days_never_share_a_name_without_a_year(today: date, days: tuple[int, int]) -> None:
    first, second = (today + timedelta(days=each) for each in days)
    same = say_date(first, "nl", today, short=True) == say_date(second, "nl", today, short=True)
    assert same == (first == second)


@pytest.mark.parametrize(
    ("day", "nl", "en"),
    [
        (TODAY, "vandaag", "today"),
        (date(2026, 11, 22), "gisteren", "yesterday"),
        (date(2026, 3, 12), "12 maart", "12 March"),
        (date(2026, 1, 12), "12 januari 2026", "12 January 2026"),
        (date(2026, 11, 24), "24 november 2026", "24 November 2026"),  # a clock that ran ahead
    ],
)
def test_a_day_that_has_been(day: date, nl: str, en: str) -> None:
    assert say_since(day, TODAY, "nl") == nl
    assert say_since(day, TODAY, "en") == en


def test_a_time_in_words() -> None:
    assert say_time(time(21, 30, 59), "nl") == "21.30 uur"
    assert say_time(time(9, 5), "nl") == "9.05 uur"
    assert say_time(time(21, 30), "en") == "21:30"
    assert (say_clock(time(9, 5), "nl"), say_clock(time(9, 5), "en")) == ("09.05", "09:05")


@pytest.mark.parametrize(
    "text",
    ["20:00", "20.00", "2000", "20", "20u", "20u00", "20U00", "20h00", "20.00 uur", "20 uur", " 20:00 "],
)
def test_a_time_as_people_type_it(text: str) -> None:
    assert read_time(text) == time(20, 0)


@pytest.mark.parametrize(
    "text", ["", "24:00", "20:60", "8 uur 's avonds", "half 8", "20:0", "20:00:00", "٢٠", "-8"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_time(text) is None


def test_three_figures_are_an_early_hour() -> None:
    assert read_time("930") == time(9, 30)
    assert read_time("9.30") == time(9, 30)


@given(
    moment=st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    language=st.sampled_from(LANGUAGES),
)
def test_a_time_as_we_say_it_can_be_typed_back(moment: time, language: Language) -> None:
    assert read_time(say_time(moment, language)) == moment


@given(text=st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    read_time(text)
