"""The days of a session as a calendar (RFC 5545): when agreements are due, looking in, the next meeting.

What is read again takes the place of what was read before: an entry is known by its own name and counts its
changes. Nothing in it depends on the clock of the machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from facilitator.problems import Problem, Refused
from facilitator.report.calendar_lines import TIME_ZONE, Event, Line, as_moment, file_of, whole_day
from facilitator.session.conditions import conditions, say_conditions
from facilitator.session.disclosure import to_share
from facilitator.session.next_time import next_time, say_next
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.rhythms import Rhythm

SHORTEST: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(minutes=120)
"""Of a next meeting: it takes as long as this one, within these."""

_MONTHS: Final[dict[Rhythm, int]] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_WEEKS: Final[dict[Rhythm, int]] = {"week": 1, "two-weeks": 2}


def render(state: State, t: Words, seq: int) -> bytes:
    """Give the calendar; ``seq``: of the last action, by which changes of the next meeting are counted.

    Raises Refused when nothing in the session has a day.
    """
    state = to_share(state)
    events = [*_agreements(state, t), *_next(state, t, seq)]
    if not events:
        raise Refused(Problem("report.calendar.empty"))
    return file_of(events, t("report.calendar.name", place=state.about.place), t.language)


# -- agreements


def _agreements(state: State, t: Words) -> Iterator[Event]:
    """Give the day of each agreement and the day on which someone looks in between; an idea has none."""
    for name, agreement in state.agreements().items():
        if agreement.firmness == "idea":
            continue
        if agreement.due:
            yield _whole_day(name, "", agreement.due, agreement, state, t)
        if agreement.look_on:
            yield _whole_day(name, "look", agreement.look_on, agreement, state, t)


def _whole_day(name: str, what: str, day: date, agreement: Agreement, state: State, t: Words) -> Event:
    under = _conditions(agreement, state, t)
    said = t("report.calendar.look", what=agreement.what) if what else agreement.what
    lines: list[Line] = [
        *whole_day(day),
        *([("RRULE", _rule(agreement.every, day))] if agreement.every and not what else []),
        ("TRANSP", "TRANSPARENT"),
    ]
    return Event(
        name=f"{name}-{what}" if what else name,
        stamp=_last_change(agreement, state),
        sequence=len(agreement.versions) + agreement.postponed + (agreement.status in ENDED),
        cancelled=agreement.status in ENDED,
        summary=f"{said} ({under})" if under else said,
        description=_details(agreement, state, t),
        lines=lines,
    )


def _conditions(agreement: Agreement, state: State, t: Words) -> str:
    """Give under which conditions it stands: no short form leaves that out. A new day is there anyway."""
    day = state.about.day
    said = zip(conditions(agreement, day), say_conditions(agreement, day, day, t, short=True), strict=True)
    return ", ".join(words for condition, words in said if not condition.code.startswith("postponed"))


def _details(agreement: Agreement, state: State, t: Words) -> str:
    told = {
        "who": agreement.who,
        "first_step": agreement.first_step,
        "proof": agreement.proof,
        "keeper": agreement.keeper,
        "needed": agreement.needed,
        "contact": state.contact,
    }
    lines = [t(f"report.calendar.{name}", what=said) for name, said in told.items() if said]
    return "\n".join([*lines, t("report.calendar.from", place=state.about.place)])


def _last_change(agreement: Agreement, state: State) -> date:
    """Give the day of its last change that is known: of the meeting, or of something after it."""
    days = [state.about.day, agreement.heard_on, *(version.changed_on for version in agreement.versions)]
    return max(day for day in days if day)


def _rule(every: Rhythm, first: date) -> str:
    """Give how it comes back. A day that a month does not have is its last one, as the app counts."""
    if weeks := _WEEKS.get(every):
        return f"FREQ=WEEKLY;INTERVAL={weeks}"
    rule = f"FREQ=MONTHLY;INTERVAL={_MONTHS[every]}"
    if first.day <= 28:
        return rule
    days = ",".join(str(day) for day in range(28, first.day + 1))
    return f"{rule};BYMONTHDAY={days};BYSETPOS=-1"


# -- the next meeting


def _next(state: State, t: Words, seq: int) -> Iterator[Event]:
    following = next_time(state)
    if following is None:
        return
    lines: list[Line]
    if following.starts is None:
        lines = whole_day(following.day)
    else:
        begins = datetime.combine(following.day, following.starts)
        ends = begins + min(max(timedelta(minutes=state.scenario.minutes), SHORTEST), LONGEST)
        zone = f"TZID={TIME_ZONE}"
        lines = [(f"DTSTART;{zone}", as_moment(begins)), (f"DTEND;{zone}", as_moment(ends))]
    told = [
        t("report.calendar.follows", title=state.scenario.title),
        t("report.calendar.when", when=say_next(following, t)),
        *([t("report.calendar.contact", what=state.contact)] if state.contact else []),
    ]
    yield Event(
        name=f"{state.about.id}-next",
        stamp=state.about.day,
        sequence=seq,
        summary=t("report.calendar.next", place=state.about.place),
        description="\n".join(told),
        place=following.venue,
        lines=lines,
    )
