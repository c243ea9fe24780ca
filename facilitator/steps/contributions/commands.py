"""What a group can do to contributions and roles. Pure."""

from __future__ import annotations

from typing import Literal

from facilitator.problems import Problem
from facilitator.session.commands import Outcome, put
from facilitator.session.events import Event, RegisterDropped
from facilitator.session.registers import Contribution, Role
from facilitator.session.state import State

RoleName = Literal["leads", "decides", "takes-part"]


def link(state: State, name: str, task: str | None) -> Outcome:
    """Let a contribution be for a task; None: for the neighbourhood as a whole."""
    found = state.contributions().get(name)
    if found is None:
        return Problem("session.gone")
    if found.task == task:
        return []
    return put(state, "contributions", name, found.model_copy(update={"task": task}))


def reword(state: State, name: str, what: str) -> Outcome:
    """Say in other words what is brought or asked for."""
    found = state.contributions().get(name)
    if found is None:
        return Problem("session.gone")
    changed = Contribution.model_validate({**found.model_dump(), "what": what})
    return [] if changed == found else put(state, "contributions", name, changed)


def set_role(state: State, new: str, actor: str, task: str | None, role: RoleName | None) -> Outcome:
    """Give an actor one role in a task, instead of what it had there; None: no role.

    ``new`` names the role when the actor had none there.
    """
    here = {
        name: each
        for name, each in state.roles().items()
        if each.actor == actor and each.task == task and each.role != "guards"
    }
    if [each.role for each in here.values()] == ([role] if role else []):
        return []
    first = next(iter(here), new)
    rest: list[Event] = [RegisterDropped(register_name="roles", id=name) for name in here]
    if role is None:
        return rest
    kept = put(state, "roles", first, Role(actor=actor, task=task, role=role))
    return kept if isinstance(kept, Problem) else [*rest[1:], *kept]


def set_guard(state: State, new: str, actor: str) -> Outcome:
    """Let an actor guard the common interest of the whole, or no longer; ``new`` names the role."""
    for name, role in state.roles().items():
        if role.actor == actor and role.role == "guards":
            return [RegisterDropped(register_name="roles", id=name)]
    return put(state, "roles", new, Role(actor=actor, role="guards"))
