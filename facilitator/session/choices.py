"""What was chosen out of what stands in the registers: in this meeting, and in those before it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from facilitator.scenario.model import key_of
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.state import State

CHOSEN = "chosen"
"""The field in which a step leaves the ids of what the group chose, in order."""
WAITS = "waits"
"""The field in which it leaves why something was not chosen now, by id."""
TEXTS = "texts"
"""The field in which it leaves how everything that could be chosen read, by id."""


def chosen_now(state: State) -> list[str]:
    """Give the entries that were chosen in this meeting, in the order in which they were."""
    chosen = [name for fields in _choices(state) for name in _names(fields, CHOSEN)]
    return list(dict.fromkeys(name for name in chosen if _is_entry(state, name)))


def left_now(state: State) -> Mapping[str, str]:
    """Give the entries that could have been chosen in this meeting and were not, with the reason."""
    chosen = set(chosen_now(state))
    left: dict[str, str] = {}
    for fields in _choices(state):
        reasons = fields.get(WAITS)
        reasons = reasons if isinstance(reasons, dict) else {}
        for name in _names(fields, TEXTS):
            if name not in chosen and _is_entry(state, name):
                left[name] = str(reasons.get(name, ""))
    return left


def chosen_at(state: State, name: str) -> Meeting | None:
    """Give the last earlier meeting that chose an entry; None where none did."""
    return next((meeting for meeting in reversed(state.meetings) if name in meeting.chosen), None)


def waits_since(state: State, name: str) -> Meeting | None:
    """Give the last earlier meeting that left an entry for later; None where it was chosen since, or never
    could be."""
    for meeting in reversed(state.meetings):
        if name in meeting.chosen:
            return None
        if name in meeting.waits:
            return meeting
    return None


def waiting(state: State) -> list[str]:
    """Give the entries that were left for later, and not chosen since: tonight's first."""
    left, chosen = left_now(state), set(chosen_now(state))
    earlier = [name for meeting in reversed(state.meetings) for name in meeting.waits]
    since = [name for name in earlier if _is_entry(state, name) and waits_since(state, name)]
    return [name for name in dict.fromkeys([*left, *since]) if name not in chosen]


def tasks_at_hand(state: State) -> list[str]:
    """Give the tasks that do not wait, what was chosen first; all of them where every one waits."""
    late = waiting(state)
    chosen = [name for name in chosen_first(state) if name in state.tasks()]
    found = [name for name in dict.fromkeys([*chosen, *state.tasks()]) if name not in late]
    return found or list(state.tasks())


def chosen_first(state: State) -> list[str]:
    """Give what was chosen: in this meeting first, then in the last of those before it, and so on."""
    earlier = [name for meeting in reversed(state.meetings) for name in meeting.chosen]
    return list(dict.fromkeys([*chosen_now(state), *(name for name in earlier if _is_entry(state, name))]))


def _choices(state: State) -> Iterator[Mapping[str, JsonValue]]:
    for use, step in state.places():
        fields = state.result(key_of(use, step))
        if CHOSEN in fields:
            yield fields


def _names(fields: Mapping[str, JsonValue], field: str) -> list[str]:
    found = fields.get(field)
    return [str(name) for name in found] if isinstance(found, list | dict) else []


def _is_entry(state: State, name: str) -> bool:
    return any(name in entries for entries in state.registers.values())
