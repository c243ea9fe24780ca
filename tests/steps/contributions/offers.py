"""A session with actors, tasks, contributions and roles in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.session.registers import Actor, Contribution, Role, Task
from facilitator.session.state import State
from tests.steps.running import begun, example

ACTORS = {
    "actor000": Actor(name="Gemeente", side="formal"),
    "actor001": Actor(name="Wijkteam", side="formal"),
    "actor002": Actor(name="Appgroep Zuid", side="informal"),
}


def tasks(count: int) -> dict[str, Task]:
    return {f"task000{number}": Task(name=f"Opgave {number}") for number in range(count)}


def said(actor: int, direction: str, what: str, task: str | None = None) -> Contribution:
    entry = {"actor": f"actor00{actor}", "direction": direction, "what": what, "task": task}
    return Contribution.model_validate(entry)


def role(actor: int, task: str | None, name: str) -> Role:
    return Role.model_validate({"actor": f"actor00{actor}", "task": task, "role": name})


def with_registers(
    *,
    actors: Mapping[str, Actor] = ACTORS,
    task_count: int = 0,
    contributions: Sequence[Contribution] = (),
    roles: Sequence[Role] = (),
) -> State:
    return begun(example("contributions")).replace(
        registers=registers(actors, tasks(task_count), contributions, roles)
    )


def registers(
    actors: Mapping[str, Actor],
    named: Mapping[str, Task],
    contributions: Sequence[Contribution],
    roles: Sequence[Role] = (),
) -> dict[str, Any]:
    return {
        "actors": dict(actors),
        "tasks": dict(named),
        "contributions": {f"said00{number:02}": each for number, each in enumerate(contributions)},
        "roles": {f"role00{number:02}": each for number, each in enumerate(roles)},
    }
