"""Who were there: numbers per perspective, never names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.report.page_room import lines_of
from facilitator.session.people import per_perspective
from facilitator.session.state import State
from facilitator.words import Words

MOST_LINES: Final = 4
"""So many the first page has for who were there."""


def list_people(state: State, t: Words) -> str:
    """Say how many people there were of each perspective, and how many listened."""
    counted = per_perspective(state.scenario, state.people)
    if not counted and not state.listeners:
        return t("report.nobody_counted")
    said = [t("report.there", n=state.present, people=join(counted, t))] if counted else []
    return " ".join([*said, *_listeners(state, t)])


def people_in_brief(state: State, t: Words) -> str:
    """Give the same in a few lines: only how many there were in all where names of groups are that long."""
    listed = list_people(state, t)
    if lines_of(listed) <= MOST_LINES:
        return listed
    return " ".join([t("report.there_in_all", n=state.present), *_listeners(state, t)])


def _listeners(state: State, t: Words) -> list[str]:
    return [t("report.listeners", n=state.listeners)] if state.listeners else []


def join(words: Sequence[str], t: Words) -> str:
    """Give "a, b en c"."""
    if len(words) <= 1:
        return "".join(words)
    return t("report.and", first=", ".join(words[:-1]), last=words[-1])
