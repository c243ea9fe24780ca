"""What has to fit together in a session file that someone changed by hand, and need not in another."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.problems import Place, Problem, Refused
from facilitator.session.registers import Contribution, Role, without_dangling
from facilitator.session.state import State


def check_by_hand(state: State, place: Place) -> State:
    """Give the state without links that link nothing.

    Raises Refused when an entry names another that is not there: whoever changed the file can mend it.
    """
    if problems := [*_dangling(state, place)]:
        raise Refused(*problems)
    return state.replace(registers=without_dangling(state.registers))


def _dangling(state: State, place: Place) -> Iterator[Problem]:
    actors, tasks = state.actors(), state.tasks()
    for register, entries in state.registers.items():
        for name, entry in entries.items():
            key = f"{register}.{name}"
            if isinstance(entry, Contribution | Role) and entry.actor not in actors:
                yield Problem("storage.no_actor", {"name": entry.actor}, place, f"{key}.actor")
            if isinstance(entry, Contribution | Role) and entry.task not in {None, *tasks}:
                yield Problem("storage.no_task", {"name": entry.task or ""}, place, f"{key}.task")
