"""Of whom something is that came over, and of when, in a few words: "bewoners, 12 maart". Pure.

The year is said where it is not that of this session.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.scenario.model import Kinds, key_of
from facilitator.session.choices import chosen_at, chosen_now
from facilitator.session.earlier_meetings import UNKNOWN, KeptWords, Meeting
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
    """Say of whom an entry is and of when, where it came over; of what is of this meeting, only of whom."""
    found = state.scenario.perspective(perspective or "")
    who = found.title if found else ""
    meeting = state.came_from(name)
    return say_meeting(meeting, state, t, who) if meeting else who


def say_chosen(name: str, state: State, t: Words) -> str:
    """Say that an entry was chosen: now, or at which earlier meeting; empty where it was not."""
    if name in chosen_now(state):
        return t("session.origin.chosen")
    meeting = chosen_at(state, name)
    return t("session.origin.chosen_at", meeting=say_meeting(meeting, state, t)) if meeting else ""


def say_shared(name: str, state: State, t: Words) -> str:
    """Say which earlier meeting shared an item, or saw it from one side; empty where none said so."""
    for meeting in reversed(state.meetings):
        for side, names in zip(SIDES, (meeting.shared, meeting.one_side), strict=True):
            if name in names:
                return t(f"session.origin.{side}", meeting=say_meeting(meeting, state, t))
    return ""


def newest_words(state: State, kinds: Kinds, topics: list[str]) -> list[KeptWords]:
    """Give what was said last under each of these topics: at this meeting, or else at an earlier one."""
    found = {words.topic: words for _, words in kept_words(state, topics)}
    for use, step in state.places():
        kind = kinds[step.kind]
        if step.keep in topics and kind.keeps:
            left = kind.leaves.model_validate(state.result(key_of(use, step)))
            if lines := kind.keeps(step, left):
                found[step.keep] = KeptWords(topic=step.keep, title=step.title, lines=lines)
    return [found[topic] for topic in topics if topic in found]


def kept_words(state: State, topics: list[str]) -> Iterator[tuple[Meeting, KeptWords]]:
    """Give what earlier meetings kept of these topics, oldest meeting first."""
    for meeting in state.meetings:
        for words in meeting.kept:
            if words.topic in topics:
                yield meeting, words
