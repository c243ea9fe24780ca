"""Of whom something is that came over, and of when, in a few words: "bewoners, 12 mrt". Pure.

The year is said where it is not that of this session.
"""

from __future__ import annotations

from typing import Final

from facilitator.session.choices import chosen_at, chosen_now, waits_since
from facilitator.session.earlier_meetings import UNKNOWN, Meeting
from facilitator.session.merged_wording import say_tables
from facilitator.session.registers import HANDS
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

SIDES: Final = ("shared", "one-side")


def say_meeting(meeting: Meeting, state: State, t: Words, who: str = "") -> str:
    """Say which meeting it was; ``who``: of whom there, where that is known."""
    day = say_date(meeting.day, t.language, state.about.day, short=True)
    called = who or meeting.called
    return day if called == UNKNOWN else t("session.origin.of", who=called, day=day)


def say_origin(name: str, state: State, t: Words, perspective: str | None = None) -> str:
    """Say of whom an entry is and of when, where it came over; of what is of this meeting of whom, and of
    which table where there were several."""
    found = state.scenario.perspective(perspective or "")
    who = found.title if found else ""
    meeting = state.came_from(name)
    if meeting:
        return say_meeting(meeting, state, t, who)
    return ", ".join(part for part in (who, say_tables(name, state, t)) if part)


def say_chosen(name: str, state: State, t: Words) -> str:
    """Say that an entry was chosen: now, or at which earlier meeting; empty where it was not."""
    if name in chosen_now(state):
        return t("session.origin.chosen")
    meeting = chosen_at(state, name)
    return t("session.origin.chosen_at", meeting=say_meeting(meeting, state, t)) if meeting else ""


def say_waits(name: str, state: State, t: Words) -> str:
    """Say of an entry that an earlier meeting left it for later, and why if that was said; else nothing."""
    meeting = waits_since(state, name)
    if meeting is None:
        return ""
    why = meeting.waits[name]
    since = say_meeting(meeting, state, t)
    return t(f"session.origin.{'waits_why' if why else 'waits'}", meeting=since, why=why)


def say_energy(name: str, state: State, t: Words) -> str:
    """Say which earlier meeting had hands for an entry; empty where none had."""
    for meeting in reversed(state.meetings):
        if meeting.energy.get(name) in HANDS:
            return t("session.origin.energy", meeting=say_meeting(meeting, state, t))
    return ""


def say_shared(name: str, state: State, t: Words) -> str:
    """Say which earlier meeting shared an item, or saw it from one side; empty where none said so."""
    for meeting in reversed(state.meetings):
        for side, names in zip(SIDES, (meeting.shared, meeting.one_side), strict=True):
            if name in names:
                return t(f"session.origin.{side}", meeting=say_meeting(meeting, state, t))
    return ""
