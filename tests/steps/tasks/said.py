"""Sessions in which there are items to begin with, and tasks."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.session.registers import Item, Task
from facilitator.session.state import State
from tests.steps.running import begun, example

EXAMPLE = example("tasks")
MAKING = "tasks/opgaven"
ASKING = "tasks/niets-doen"
NEW = begun(EXAMPLE)

ITEMS = {
    "item0000": Item(text="Auto's rijden te hard", sort="worry", theme="verkeer"),
    "item0001": Item(text="Jongeren hebben geen plek", sort="worry"),
    "item0002": Item(text="Het park is mooi", sort="pride"),
}


def with_items(state: State) -> State:
    return state.replace(registers={"items": ITEMS})


def with_tasks(*tasks: Task) -> State:
    return holding(*tasks)(NEW)


def holding(*tasks: Task) -> Callable[[State], State]:
    """Give what puts these tasks in a session."""
    made = {f"task{number:04}": task for number, task in enumerate(tasks)}
    return lambda state: state.replace(registers={**state.registers, "tasks": made})
