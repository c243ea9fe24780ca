"""Open questions as session files and journals kept them till format 3: with the step that asked them. Pure.

Now they stand among what is parked, so that a following meeting knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeGuard

from facilitator.session.events import Event, JournalEntry, RegisterDropped, RegisterPut, ResultSet
from facilitator.session.registers import Parked

OPEN: Final = "unknown"
"""The field of a step's results with the questions that were open."""


def is_open_questions(value: object) -> TypeGuard[Sequence[Mapping[str, Any]]]:
    """Tell whether this is a list of open questions as it was kept: each with an id and a text."""
    return isinstance(value, list) and all(
        isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and {"id", "text"} <= each.keys() <= {"id", "text", "who"}
        for each in value
    )


def open_question(line: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give an open question as it is parked now, with its id."""
    return str(line["id"]), {"text": line["text"], "who": line.get("who", ""), "unknown": True}


def with_open_questions(actions: Sequence[JournalEntry]) -> list[JournalEntry]:
    """Give the actions of a journal as they would be written now; those that are, stay as they are."""
    return list(_OpenQuestions().of(actions))


class _OpenQuestions:
    """Goes through a journal and knows which questions each step had open by then."""

    def __init__(self) -> None:
        self._there: dict[str, list[str]] = {}

    def of(self, actions: Sequence[JournalEntry]) -> Iterator[JournalEntry]:
        for action in actions:
            if any(isinstance(event, ResultSet) and event.field == OPEN for event in action.events):
                events = [changed for event in action.events for changed in self._event(event)]
                yield action.model_copy(update={"events": events})
            else:
                yield action

    def _event(self, event: Event) -> Iterator[Event]:
        value = event.value if isinstance(event, ResultSet) and event.field == OPEN else None
        lines = [] if value is None else value
        if not isinstance(event, ResultSet) or event.field != OPEN or not is_open_questions(lines):
            yield event
            return
        key = f"{event.use}/{event.step}"
        now = dict(map(open_question, lines))
        for name in self._there.get(key, []):
            if name not in now:
                yield RegisterDropped(register_name="parked", id=name)
        for name, line in now.items():
            yield RegisterPut(register_name="parked", id=name, entry=Parked.model_validate(line))
        self._there[key] = [*now]
