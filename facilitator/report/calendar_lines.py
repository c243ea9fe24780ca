"""How a calendar is written (RFC 5545): lines of 75 bytes, escaped, and the clock of the Netherlands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from facilitator.words import Language

WIDEST: Final = 75
"""Bytes of a line, its end not counted."""
TIME_ZONE: Final = "Europe/Amsterdam"
MAKER: Final = "-//facilitator//facilitator//{language}"

Line = tuple[str, str]
"""A property with its parameters, and its value as it is written."""

_ZONE: Final[Sequence[Line]] = (
    ("BEGIN", "VTIMEZONE"),
    ("TZID", TIME_ZONE),
    ("BEGIN", "DAYLIGHT"),
    ("TZNAME", "CEST"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0200"),
    ("DTSTART", "19810329T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("TZNAME", "CET"),
    ("TZOFFSETFROM", "+0200"),
    ("TZOFFSETTO", "+0100"),
    ("DTSTART", "19961027T030000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
)
"""Summer time as it is since 1996."""


@dataclass(frozen=True)
class Event:
    """Something on a day. Texts are as people wrote them."""

    name: str
    """By which it is known again; of an agreement the same in every session that it comes along to."""
    stamp: date
    """The day as of which it is so."""
    sequence: int
    """How often it changed."""
    summary: str
    description: str
    lines: Sequence[Line]
    """When it is."""
    place: str = ""
    cancelled: bool = False


def file_of(events: Sequence[Event], name: str, language: Language) -> bytes:
    """Give a whole calendar, the same bytes for the same events."""
    lines: list[Line] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", MAKER.format(language=language.upper())),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", escaped(name)),
        *_ZONE,
        *(line for event in events for line in _of_event(event)),
        ("END", "VCALENDAR"),
    ]
    return b"".join(folded_line(f"{name}:{value}") for name, value in lines)


def _of_event(event: Event) -> Iterator[Line]:
    yield "BEGIN", "VEVENT"
    yield "UID", f"facilitator-{event.name}"
    yield "DTSTAMP", f"{as_day(event.stamp)}T000000Z"
    yield "SEQUENCE", str(event.sequence)
    yield "STATUS", "CANCELLED" if event.cancelled else "CONFIRMED"
    yield "SUMMARY", escaped(event.summary)
    yield "DESCRIPTION", escaped(event.description)
    if event.place:
        yield "LOCATION", escaped(event.place)
    yield from event.lines
    yield "END", "VEVENT"


def escaped(text: str) -> str:
    """Give a text as a value: what separates values, and line breaks, with a backslash."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded_line(line: str) -> bytes:
    """Give a line with its end, folded where it is too long, and never within a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        written = char.encode()
        if len(piece) + len(written) > WIDEST:
            pieces.append(piece)
            piece = b" "
        piece += written
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def as_day(day: date) -> str:
    """Give a day as a value."""
    return f"{day.year:04}{day:%m%d}"


def whole_day(day: date) -> list[Line]:
    """Give the lines of something that takes a day; it ends where the next day begins, if there is one."""
    lines: list[Line] = [("DTSTART;VALUE=DATE", as_day(day))]
    return lines if day == date.max else [*lines, ("DTEND;VALUE=DATE", as_day(day + timedelta(days=1)))]


def as_moment(moment: datetime) -> str:
    """Give a moment on the clock of the time zone as a value."""
    return f"{as_day(moment.date())}T{moment:%H%M%S}"
