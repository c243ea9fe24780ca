"""What has to fit together in a session file that someone changed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.model import Kinds
from facilitator.scenario.validation import validate
from facilitator.session.registers import Agreement, Contribution, Role, without_dangling
from facilitator.session.state import SESSION_LEAVES, Position, State


def check_by_hand(state: State, kinds: Kinds, place: Place) -> State:
    """Give the state, at the first step when it was at one that is gone, without links that link nothing.

    Raises Refused when an entry names another that is not there, or a step left what its kind does not know.
    """
    problems = [*_dangling(state, place)]
    for key, fields in state.results.items():
        found = state.find(key)
        leaves = kinds[found[1].kind].leaves if found else SESSION_LEAVES.get(key)
        if leaves is None:
            problems.append(Problem("storage.no_step", {"name": key}, place, f"results.{key}"))
            continue
        try:
            validate(leaves, fields, place, ("results", key))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(*problems)
    state = state.but(registers=without_dangling(state.registers))
    if state.at.use not in {"", "session"} and state.find(state.at.key) is None:
        return state.but(at=Position())
    return state


def _dangling(state: State, place: Place) -> Iterator[Problem]:
    actors, tasks = state.actors(), state.tasks()
    for register, entries in state.registers.items():
        for name, entry in entries.items():
            key = f"{register}.{name}"
            if isinstance(entry, Contribution | Role) and entry.actor not in actors:
                yield Problem("storage.no_actor", {"name": entry.actor}, place, f"{key}.actor")
            if isinstance(entry, Contribution | Role | Agreement) and entry.task not in {None, *tasks}:
                yield Problem("storage.no_task", {"name": entry.task or ""}, place, f"{key}.task")
