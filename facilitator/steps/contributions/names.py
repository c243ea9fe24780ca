"""What actors and tasks are called, also when one is no longer there."""

from __future__ import annotations

from facilitator.session.state import State
from facilitator.words import Words


def actor_name(state: State, actor: str, t: Words) -> str:
    """Give the name of an actor, or say that it is gone: a file may have been edited by hand."""
    found = state.actors().get(actor)
    return found.name if found else t("contributions.report.gone")


def task_name(state: State, task: str | None, t: Words) -> str:
    """Give the name of a task; without one it is the neighbourhood as a whole."""
    found = state.tasks().get(task or "")
    return found.name if found else t("contributions.report.whole")
