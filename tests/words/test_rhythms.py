"""How often something comes back is read as people say it, and said so that it can be read again."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.words import LANGUAGES, Language
from facilitator.words.rhythms import RHYTHMS, Rhythm, read_rhythm, say_rhythm

TODAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "rhythm", "first"),
    [
        ("elke maand", "month", date(2026, 2, 28)),
        ("Elke maand.", "month", date(2026, 2, 28)),
        ("iedere week", "week", date(2026, 2, 7)),
        ("elke 2 weken", "two-weeks", date(2026, 2, 14)),
        ("elk kwartaal", "quarter", date(2026, 4, 30)),
        ("elk half jaar", "half-year", date(2026, 7, 31)),
        ("jaarlijks", "year", date(2027, 1, 31)),
        ("elke maand vanaf 12 april", "month", date(2026, 4, 12)),
        ("elke maand, voor het eerst op 12-4", "month", date(2026, 4, 12)),
        ("elke week vrijdag", "week", date(2026, 2, 6)),
        ("every month from 12 April", "month", date(2026, 4, 12)),
        ("1 keer per maand", "month", date(2026, 2, 28)),
    ],
)
def test_a_rhythm_is_read_with_its_first_day(text: str, rhythm: Rhythm, first: date) -> None:
    found = read_rhythm(text, TODAY, "nl")
    assert found is not None
    assert (found.rhythm, found.first.day) == (rhythm, first)


@pytest.mark.parametrize("text", ["vrijdag", "12 april", "elke", "maand", "elkemaand", ""])
def test_what_is_no_rhythm_is_left_to_dates(text: str) -> None:
    assert read_rhythm(text, TODAY, "nl") is None


@pytest.mark.parametrize(
    ("text", "why"), [("elke maand vanaf 31-2", "impossible"), ("elke maand zoiets", "unreadable")]
)
def test_a_first_day_that_is_none_is_said(text: str, why: str) -> None:
    found = read_rhythm(text, TODAY, "nl")
    assert found is not None
    assert (found.first.day, found.first.why) == (None, why)


def test_where_the_calendar_ends_there_is_no_first_day() -> None:
    found = read_rhythm("elke week", date.max, "nl")
    assert found is not None
    assert found.first.why == "far"


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("short", [True, False])
def test_what_is_said_is_read_again(rhythm: Rhythm, language: Language, short: bool) -> None:
    first = date(2026, 4, 12)
    found = read_rhythm(say_rhythm(rhythm, first, language, TODAY, short=short), TODAY, language)
    assert found is not None
    assert (found.rhythm, found.first.day) == (rhythm, first)
