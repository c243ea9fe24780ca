"""A day and a time as they are typed, and how they are said back."""

from __future__ import annotations

from datetime import date, time

from facilitator.ui.kit.date_field import DateField, TimeField
from facilitator.words import Words

TODAY = date(2026, 3, 12)
T = Words("nl")


def dated(text: str, settled: date | None = None) -> DateField:
    field = DateField("when", "", T, lambda: TODAY)
    field.settled = settled
    field.begin(text if settled else "", "" if settled else text)
    return field


def test_a_day_is_said_back_unless_it_stands_there_already() -> None:
    assert dated("27-3").echo() == "vrijdag 27 maart"
    assert "vrijdag 27 maart" in dated("27-3")._shown()
    assert dated("vrijdag 27 maart")._shown() == "vrijdag 27 maart"


def test_what_is_no_day_says_why_and_an_empty_field_nothing() -> None:
    assert dated("27-3").wrong == ""
    assert "al geweest" in dated("1-3-2026").wrong
    assert dated("").wrong == ""
    assert dated("").day is None


def test_a_day_that_passed_stays_until_another_is_typed() -> None:
    field = dated("zondag 1 maart", settled=date(2026, 3, 1))
    assert (field.day, field.wrong) == (date(2026, 3, 1), "")
    field.put("zondag 2 maart")
    assert field.day is None
    field.put("")
    assert (field.day, field.wrong) == (None, "")


def test_a_time_is_said_back() -> None:
    field = TimeField("starts", "", T, value="20")
    assert (field.moment, field.echo()) == (time(20), "20.00 uur")
    field.put("straks")
    assert (field.moment, field.echo()) == (None, "")
