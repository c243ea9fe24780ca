"""What people type in a meeting, and the day they mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.words import LANGUAGES, Language
from facilitator.words.dates import ReadDate, read_date, say_date

MONDAY = date(2026, 11, 23)
YEAR_END = date(2027, 12, 31)  # a Friday; 2028 has a leap day

PHRASES = """
12-3                            2027-03-12
12/3                            2027-03-12
12-03-2027                      2027-03-12
12/3/2027                       2027-03-12
12.3.2027                       2027-03-12
12-3-27                         2027-03-12
12 - 3 - 2027                   2027-03-12
12–3–2027                       2027-03-12
2027-03-12                      2027-03-12
vr 12-3                         2027-03-12
12 maart                        2027-03-12
12 Maart 2027                   2027-03-12
12 mrt. 2027                    2027-03-12
12-mrt-2027                     2027-03-12
12 MRT                          2027-03-12
12 maart '27                    2027-03-12
12e maart                       2027-03-12
1ste december                   2026-12-01
op 12 maart                     2027-03-12
uiterlijk op 12 maart           2027-03-12
vóór 12 maart                   2027-03-12
vrijdag 12 maart                2027-03-12
  vrijdag   12  maart  2027     2027-03-12
Vrijdag, 12 maart.              2027-03-12
23 november                     2026-11-23
22 november                     2027-11-22
23-11-2026                      2026-11-23
12 march                        2027-03-12
12th of March                   2027-03-12
the 12th of March, 2027         2027-03-12
March 12                        2027-03-12
March 12th, 2027                2027-03-12
Friday 12 March                 2027-03-12
by 12 March                     2027-03-12
29 februari                     2028-02-29
29-2                            2028-02-29
vandaag                         2026-11-23
vanavond                        2026-11-23
morgen                          2026-11-24
Overmorgen                      2026-11-25
today                           2026-11-23
tomorrow                        2026-11-24
the day after tomorrow          2026-11-25
maandag                         2026-11-30
dinsdag                         2026-11-24
vrijdag                         2026-11-27
vr                              2026-11-27
VRIJDAG                         2026-11-27
zondag                          2026-11-29
aanstaande vrijdag              2026-11-27
vrijdag a.s.                    2026-11-27
komende vrijdag                 2026-11-27
deze vrijdag                    2026-11-27
friday                          2026-11-27
on Friday                       2026-11-27
this Friday                     2026-11-27
volgende vrijdag                2026-12-04
vrijdag volgende week           2026-12-04
volgende week vrijdag           2026-12-04
next friday                     2026-12-04
friday next week                2026-12-04
vrijdag over een week           2026-12-04
vrijdag over twee weken         2026-12-11
over 2 weken vrijdag            2026-12-11
maandag over een week           2026-11-30
a week on Friday                2026-12-04
two weeks from Friday           2026-12-11
over 2 weken                    2026-12-07
over twee weken                 2026-12-07
over één week                   2026-11-30
binnen 14 dagen                 2026-12-07
over een maand                  2026-12-23
over drie maanden               2027-02-23
over een half jaar              2027-05-23
over een jaar                   2027-11-23
in 3 days                       2026-11-26
in two weeks                    2026-12-07
within a month                  2026-12-23
a week from now                 2026-11-30
volgende week                   2026-11-30
next week                       2026-11-30
volgende maand                  2026-12-23
next month                      2026-12-23
eind maart                      2027-03-31
eind maart 2027                 2027-03-31
eind februari                   2027-02-28
eind november                   2026-11-30
voor eind maart                 2027-03-31
begin april                     2027-04-01
half mei                        2027-05-15
medio mei                       2027-05-15
end of March                    2027-03-31
mid-May                         2027-05-15
the beginning of April          2027-04-01
eind van de maand               2026-11-30
aan het eind van de maand       2026-11-30
eind deze maand                 2026-11-30
eind volgende maand             2026-12-31
at the end of the month         2026-11-30
eind van de week                2026-11-27
eind volgende week              2026-12-04
begin volgende week             2026-11-30
end of next week                2026-12-04
eind van het jaar               2026-12-31
eind 2027                       2027-12-31
begin volgend jaar              2027-01-01
end of the year                 2026-12-31
1e vrijdag van maart            2027-03-05
de eerste vrijdag van maart     2027-03-05
laatste vrijdag van maart       2027-03-26
the first Friday in March       2027-03-05
last friday of november         2026-11-27
in 3 weken                      2026-12-14
in drie weken                   2026-12-14
in een maand                    2026-12-23
uiterlijk in 3 weken            2026-12-14
over 3 wkn                      2026-12-14
over 20 weken                   2027-04-12
over twintig weken              2027-04-12
over 1000 dagen                 2029-08-19
3 weken vanaf nu                2026-12-14
vandaag over een week           2026-11-30
morgen over een week            2026-12-01
in een half jaar                2027-05-23
vrijdag in 2 weken              2026-12-11
in 2 weken op vrijdag           2026-12-11
vrijdag aanstaande              2026-11-27
volgend jaar                    2027-11-23
eerste vrijdag van volgende maand 2026-12-04
laatste vrijdag van de maand    2026-11-27
1e dinsdag van volgende maand   2026-12-01
in twenty weeks                 2027-04-12
within 3 wks                    2026-12-14
a week today                    2026-11-30
a week tomorrow                 2026-12-01
in 2 weeks on Friday            2026-12-11
half a year from now            2027-05-23
next year                       2027-11-23
end next month                  2026-12-31
mid next week                   2026-12-02
the first Tuesday of next month 2026-12-01
over 100 jaar                   2126-11-23
"""

FAR = """
31-12-9999|1-1-2127|over 101 jaar|over 3000 jaar|over 99999 jaar|over 99999 maanden|31 december 9999
9999-12-31|in 3000 years|eind 9999|laatste vrijdag van maart 9999
"""

AT_YEAR_END = """
vrijdag                         2028-01-07
vrijdag over een week           2028-01-07
volgende vrijdag                2028-01-07
volgende maandag                2028-01-03
deze vrijdag                    2027-12-31
31-12                           2027-12-31
30 december                     2028-12-30
1 januari                       2028-01-01
morgen                          2028-01-01
over 2 weken                    2028-01-14
over twee maanden               2028-02-29
over 14 maanden                 2029-02-28
over een jaar                   2028-12-31
volgende maand                  2028-01-31
eind februari                   2028-02-29
29-2                            2028-02-29
29 februari 2028                2028-02-29
eind van de maand               2027-12-31
eind van het jaar               2027-12-31
half december                   2028-12-15
laatste dinsdag van februari    2028-02-29
"""

UNREADABLE = """
zodra het kan|na de zomer|de burgemeester|ooit|3|12|2027|maart|mei|in maart|maart 2027|10:30|20.00
1.5|5 m|2 d|1 a|+1|week 12|Q1|12-3-4-5|12 of 13 maart|12 en 13 maart|tussen 12 en 14 maart
over een paar weken|over weken|2 partijen|20 weken geleden|over a week|friday 12 maart
the eerste vrijdag van maart|vrijdag over een|op|voor|12#3|12 #3|12/3 maart|١٢ maart|12 maart 20277
over weken dagen|vrijdag vrijdag|5e vrijdag van maart|eind 27|12-3 of 13-3|volgende|einde|doe het nu
next|half 8|-12-3|12--3|12-3-2027x|over -2 weken|{day}|{weekday}|over {count} weken
"""

IMPOSSIBLE = """
31-2|31-2-2027|30 februari|29 februari 2027|31 april|0-3|12-13|13/14/2027|2027-02-30|45 maart
zaterdag 12 maart 2027|zaterdag 12-3|12 maart 0000
"""

PAST = """
gisteren|yesterday|22-11-2026|12 maart 2026|12-3-26|begin van de maand|eind 2025|2026-11-22
"""


def _table(text: str) -> list[tuple[str, str]]:
    rows = [line.strip().rsplit(maxsplit=1) for line in text.strip().splitlines()]
    return [(phrase, day) for phrase, day in rows]


def _list(text: str) -> list[str]:
    return [phrase for line in text.strip().splitlines() for phrase in line.split("|")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("phrase", "day"), _table(PHRASES))
def test_a_phrase_gives_its_day_whatever_the_language_of_the_screen(
    phrase: str, day: str, language: Language
) -> None:
    assert read_date(phrase, MONDAY, language) == ReadDate(date.fromisoformat(day), "")


@pytest.mark.parametrize(("phrase", "day"), _table(AT_YEAR_END))
def test_a_phrase_at_the_end_of_the_year(phrase: str, day: str) -> None:
    assert read_date(phrase, YEAR_END, "nl") == ReadDate(date.fromisoformat(day), "")


@pytest.mark.parametrize("phrase", ["", "   ", ".", *_list(UNREADABLE)])
def test_what_is_not_wholly_understood_is_refused(phrase: str) -> None:
    assert read_date(phrase, MONDAY, "nl") == ReadDate(None, "unreadable")


@pytest.mark.parametrize("phrase", _list(IMPOSSIBLE))
def test_a_day_that_does_not_exist_is_impossible(phrase: str) -> None:
    assert read_date(phrase, MONDAY, "nl") == ReadDate(None, "impossible")


@pytest.mark.parametrize("phrase", _list(PAST))
def test_a_day_before_today_is_past(phrase: str) -> None:
    assert read_date(phrase, MONDAY, "nl") == ReadDate(None, "past")


@pytest.mark.parametrize("phrase", _list(FAR))
def test_a_day_nobody_will_see_is_far(phrase: str) -> None:
    assert read_date(phrase, MONDAY, "nl") == ReadDate(None, "far")


def test_there_is_no_day_beyond_the_calendar() -> None:
    assert read_date("over 5 dagen", date.max, "nl") == ReadDate(None, "far")
    assert read_date("1 januari", date.max, "nl") == ReadDate(None, "impossible")
    assert read_date("volgende maand", date.max, "nl") == ReadDate(None, "far")


def test_a_friday_on_a_weekend_and_on_a_friday() -> None:
    friday, saturday = date(2026, 11, 27), date(2026, 11, 28)
    assert read_date("vrijdag", friday, "nl").day == friday + timedelta(days=7)
    assert read_date("vrijdag over een week", friday, "nl").day == friday + timedelta(days=7)
    assert read_date("volgende vrijdag", saturday, "nl").day == date(2026, 12, 4)
    assert read_date("deze vrijdag", saturday, "nl").why == "past"


def test_a_leap_day_may_be_eight_years_off() -> None:
    assert read_date("29 februari", date(2096, 3, 1), "nl").day == date(2104, 2, 29)


@given(
    today=st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    ahead=st.integers(0, 300),
    language=st.sampled_from(LANGUAGES),
    screen=st.sampled_from(LANGUAGES),
    short=st.booleans(),
)
def test_a_day_as_we_say_it_can_be_typed_back(
    today: date, ahead: int, language: Language, screen: Language, short: bool
) -> None:
    day = today + timedelta(days=ahead)
    said = say_date(day, language, today, short=short)
    assert str(day.year) not in said
    assert read_date(said, today, screen) == ReadDate(day, "")


@given(day=st.dates(MONDAY, date(2126, 12, 31)), language=st.sampled_from(LANGUAGES), short=st.booleans())
def test_a_day_with_its_year_can_be_typed_back(day: date, language: Language, short: bool) -> None:
    assert read_date(say_date(day, language, short=short), MONDAY, language) == ReadDate(day, "")


WORDS = """
12 3 0 999 31 1e 2027 '27 maart mrt. march may vrijdag friday over in een a weken weeks jaar years
eind van  de maand het laatste first of volgende next week half op by - / . , 12-3 31-2-2027
"""


@given(
    text=st.text()
    | st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join)
    | st.from_regex(r"[0-9./ -]{0,20}"),
    today=st.dates(),
    language=st.sampled_from(LANGUAGES),
)
def test_no_text_raises_and_only_days_from_today_on_come_back(
    text: str, today: date, language: Language
) -> None:
    found = read_date(text, today, language)
    assert (found.day is None) == (found.why != "")
    assert found.day is None or found.day >= today


def test_long_and_broken_texts_are_refused() -> None:
    assert read_date("12 maart" + " " * 93, MONDAY, "nl").why == "unreadable"
    assert read_date("vrijdag " * 100_000, MONDAY, "nl").why == "unreadable"
    assert read_date("\ud800 12 maart \x00", MONDAY, "nl").why == "unreadable"
    assert read_date("12\u00a0maart", MONDAY, "nl").day == date(2027, 3, 12)
