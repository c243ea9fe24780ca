"""The days of a session as a calendar: what other programs read in it, and that nothing comes twice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.cli import main
from facilitator.problems import Refused
from facilitator.report.calendar_file import render
from facilitator.report.calendar_lines import WIDEST, escaped, folded_line
from facilitator.session.registers import Agreement, Version
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from facilitator.words.rhythms import _NEXT, RHYTHMS, Rhythm
from tests.report.hostile import WILD, with_text
from tests.report.made_up import DAY, about, agreement, bare, evening, scenario
from tests.report.session_folder import folder_of

NL = Words("nl")
DUE = date(2026, 12, 6)
Event = dict[str, str]


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def events(data: bytes) -> list[Event]:
    """Give each event as its properties, with their parameters."""
    found: list[Event] = []
    for line in unfolded(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            found[-1][name] = value
    return found


def made(*agreements: Agreement, **changes: Any) -> list[Event]:
    named = {f"agree{number:03}": each for number, each in enumerate(agreements, 1)}
    return events(render(bare(registers={"agreements": named}, **changes), NL, 7))


def following(**closing: str) -> dict[str, dict[str, str]]:
    return {CLOSING: {"next_date": "2027-02-13", **closing}}


# -- agreements


def test_an_agreement_is_a_whole_day() -> None:
    (event,) = made(
        agreement("Koffie drinken", who="wijkteam", due=DUE, first_step="bellen", proof="de agenda")
    )
    assert event["DTSTART;VALUE=DATE"] == "20261206"
    assert event["DTEND;VALUE=DATE"] == "20261207"
    assert event["SUMMARY"] == "Koffie drinken"
    assert event["STATUS"] == "CONFIRMED"
    assert "Wie: wijkteam\\nEerste stap: bellen\\nKlaar als: de agenda\\n" in event["DESCRIPTION"]
    assert "RRULE" not in event


def test_an_idea_and_what_has_no_day_are_not_there() -> None:
    assert len(made(agreement(due=DUE), agreement(), Agreement(what="Een feest", due=DUE))) == 1


def test_the_day_on_which_someone_looks_in_is_there_too() -> None:
    due, look = made(agreement("Koffie", due=DUE, look_on=date(2026, 11, 30), keeper="de kerk"))
    assert look["DTSTART;VALUE=DATE"] == "20261130"
    assert look["SUMMARY"] == "Kijken hoe het gaat: Koffie"
    assert "Wie kijkt tussendoor: de kerk" in look["DESCRIPTION"]
    assert len({due["UID"], look["UID"]}) == 2


def test_under_which_condition_it_stands_is_in_its_title() -> None:
    (event,) = made(agreement("Koffie", due=DUE, heard="later"))
    assert event["SUMMARY"].startswith("Koffie (")


@pytest.mark.parametrize("status", ["done", "stopped", "not-needed"])
def test_what_ended_is_cancelled_and_counts_as_changed(status: Any) -> None:
    (going,) = made(agreement(due=DUE, every="week"))
    (ended,) = made(agreement(due=DUE, every="week", status=status))
    assert (going["UID"], ended["STATUS"]) == (ended["UID"], "CANCELLED")
    assert int(ended["SEQUENCE"]) > int(going["SEQUENCE"])


def test_a_change_counts_and_what_was_postponed_has_its_new_day() -> None:
    before = Version(what="Koffie", due=DUE, how="postponed", changed_on=date(2026, 11, 25))
    moved = agreement("Koffie", due=date(2027, 1, 3), status="postponed", postponed=1, versions=[before])
    (first,), (later,) = made(agreement("Koffie", due=DUE)), made(moved)
    assert first["UID"] == later["UID"]
    assert (first["SEQUENCE"], later["SEQUENCE"]) == ("0", "2")
    assert later["DTSTART;VALUE=DATE"] == "20270103"
    assert (first["DTSTAMP"], later["DTSTAMP"]) == ("20261122T000000Z", "20261125T000000Z")
    assert later["SUMMARY"] == "Koffie"


def test_the_same_agreement_in_a_following_session_is_the_same_entry() -> None:
    one = made(agreement(due=DUE))
    other = made(agreement(due=DUE), about=about(id="bbbbbbbb", day=DAY + timedelta(weeks=6)))
    assert one[0]["UID"] == other[0]["UID"]


@pytest.mark.parametrize("every", RHYTHMS)
@pytest.mark.parametrize(
    "first", [date(2026, 1, 31), date(2024, 2, 29), date(2026, 11, 30), date(2026, 12, 6)]
)
def test_what_comes_back_comes_back_on_the_days_that_the_app_says(every: Rhythm, first: date) -> None:
    rules = pytest.importorskip("dateutil.rrule")
    (event,) = made(agreement(due=first, every=every))
    days = rules.rrulestr(event["RRULE"], dtstart=datetime.combine(first, time()))
    found = [day.date() for day, _ in zip(days, range(30), strict=False)]
    months = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
    if every in months:
        assert found[0] == first
        assert [(day.year * 12 + day.month) - (first.year * 12 + first.month) for day in found] == [
            months[every] * turn for turn in range(30)
        ]
        assert found[1] == _NEXT[every](first)
    else:
        assert all(_NEXT[every](day) == then for day, then in pairwise(found))


# -- the next meeting


def test_the_next_meeting_has_its_hour_place_and_who_can_be_called() -> None:
    closing = following(next_time="19:30", next_venue="De Mus, zaal 2", contact="wijkteam; 010 123")
    (event,) = made(results=closing)
    assert event["DTSTART;TZID=Europe/Amsterdam"] == "20270213T193000"
    assert event["DTEND;TZID=Europe/Amsterdam"] == "20270213T212500"
    assert event["LOCATION"] == "De Mus\\, zaal 2"
    assert event["SUMMARY"] == "Vogelbuurt: volgende bijeenkomst"
    assert "Wie u kunt bellen: wijkteam\\; 010 123" in event["DESCRIPTION"]
    assert (event["UID"], event["SEQUENCE"]) == ("facilitator-aaaaaaaa-next", "7")


@pytest.mark.parametrize(
    ("minutes", "ends"), [(10, "200000"), (30, "200000"), (90, "210000"), (480, "213000")]
)
def test_it_takes_as_long_as_this_one_within_bounds(minutes: int, ends: str) -> None:
    closing = following(next_time="19:30")
    (event,) = made(results=closing, scenario=scenario().model_copy(update={"minutes": minutes}))
    assert event["DTEND;TZID=Europe/Amsterdam"] == f"20270213T{ends}"


def test_a_meeting_that_goes_on_past_midnight_ends_the_next_day() -> None:
    (event,) = made(results=following(next_time="23:30"))
    assert event["DTEND;TZID=Europe/Amsterdam"] == "20270214T012500"


def test_without_an_hour_it_is_a_whole_day() -> None:
    (event,) = made(results=following())
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20270213", "20270214")


def test_the_last_day_of_the_calendar_is_no_trouble() -> None:
    (event,) = made(agreement(due=date.max))
    assert event["DTSTART;VALUE=DATE"] == "99991231"
    assert "DTEND;VALUE=DATE" not in event


# -- the file


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_day_there_is_no_file_and_that_is_said(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(bare(), tmp_path)
    assert main(["report", str(folder.path), "--to", "ics", "--lang", language]) == 1
    assert capsys.readouterr().err.strip() == Words(language)("report.calendar.empty")
    assert folder.names == {folder.path.name}
    with pytest.raises(Refused):
        render(bare(), Words(language), 0)


@pytest.mark.parametrize("said", WILD)
def test_lines_are_short_end_as_they_should_and_hold_nothing_that_was_typed(said: str) -> None:
    plain = _lines(with_text(evening(), "gewoon"))
    data = render(with_text(evening(), clean(said)), NL, 3)
    assert all(len(line) <= WIDEST and line.decode() is not None for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert [line.partition(":")[0] for line in unfolded(data)] == plain


def _lines(state: State) -> list[str]:
    return [line.partition(":")[0] for line in unfolded(render(state, NL, 3))]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_line_is_folded_without_breaking_a_letter(text: str) -> None:
    pieces = folded_line(f"SUMMARY:{escaped(text)}").removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= WIDEST and piece.decode() is not None for piece in pieces)
    assert b"".join([pieces[0], *(piece.removeprefix(b" ") for piece in pieces[1:])]).decode() == (
        f"SUMMARY:{escaped(text)}"
    )


def test_what_separates_values_is_escaped() -> None:
    assert escaped("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne"


# -- as another program reads it


@pytest.mark.parametrize("said", ["gewoon", *WILD])
def test_another_program_reads_what_was_written(said: str) -> None:
    icalendar = pytest.importorskip("icalendar")
    said = clean(said)
    closing = {"next_date": "2027-02-13", "next_time": "19:30", "next_venue": said, "contact": said}
    state = with_text(evening(), said)
    state = state.replace(results={**state.results, CLOSING: closing})
    calendar = icalendar.Calendar.from_ical(render(state, NL, 41))
    read = list(calendar.walk("VEVENT"))
    assert not [each.errors for each in [calendar, *calendar.walk()] if each.errors]
    assert [str(each["SUMMARY"]) for each in read][:2] == [said, said]
    meeting = read[-1]
    assert str(meeting["LOCATION"]) == said
    assert f"Wie u kunt bellen: {said}" in str(meeting["DESCRIPTION"])


def test_read_again_every_entry_takes_the_place_of_itself() -> None:
    """A program that keeps one entry by its name, the one that counts most changes, has no doubles."""
    icalendar = pytest.importorskip("icalendar")
    kept: dict[str, Any] = {}
    later = {"agree001": agreement("Anders", due=DUE, versions=[Version(what="Koffie")])}
    for agreements, seq in (({"agree001": agreement("Koffie", due=DUE)}, 5), (later, 9), (later, 9)):
        state = bare(registers={"agreements": agreements}, results=following())
        for event in icalendar.Calendar.from_ical(render(state, NL, seq)).walk("VEVENT"):
            before = kept.get(str(event["UID"]))
            if before is None or event["SEQUENCE"] >= before["SEQUENCE"]:
                kept[str(event["UID"])] = event
    assert [str(event["SUMMARY"]).split(" (")[0] for event in kept.values()] == [
        "Anders",
        "Vogelbuurt: volgende bijeenkomst",
    ]


def test_another_program_knows_the_hour_in_winter_and_in_summer() -> None:
    icalendar = pytest.importorskip("icalendar")
    for day, hours in (("2027-02-13", 1), ("2027-07-13", 2), ("2027-03-28", 2), ("2027-10-31", 1)):
        closing = {"next_date": day, "next_time": "19:30"}
        calendar = icalendar.Calendar.from_ical(render(evening(results={CLOSING: closing}), NL, 1))
        (zone,) = calendar.walk("VTIMEZONE")
        assert str(zone["TZID"]) == "Europe/Amsterdam"
        moment = datetime.fromisoformat(f"{day}T19:30").replace(tzinfo=zone.to_tz())
        assert moment.utcoffset() == timedelta(hours=hours)
        begins = calendar.walk("VEVENT")[-1]["DTSTART"].dt
        assert (begins.hour, begins.utcoffset()) == (19, timedelta(hours=hours))
