"""What can be done to tasks: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from typing import Final

from facilitator.problems import Problem
from facilitator.session.choices import chosen_first
from facilitator.session.commands import Outcome, put
from facilitator.session.concentration import places_named
from facilitator.session.items import items_of
from facilitator.session.registers import Item, Task
from facilitator.session.state import State
from facilitator.steps.tasks.kind import Question

NOT_A_PROBLEM: Final = frozenset({"pride", "asset"})
"""Sorts of items from which no task is made unless they were chosen."""


def make(state: State, new: str, name: str, item: str | None = None) -> Outcome:
    """Make a task, from an item if one is named; that gives it its heading and its place too."""
    found = state.items().get(item) if item else None
    if item and found is None:
        return Problem("session.gone")
    kept = {"theme": found.theme, "where": found.where} if found else {}
    return put(state, "tasks", new, Task(name=name, item=item, **kept))


def rename(state: State, name: str, text: str) -> Outcome:
    """Say in other words what has to change."""
    return _change(state, name, {"name": text})


def answer(state: State, name: str, question: Question, text: str) -> Outcome:
    """Answer a question about a task; an empty text takes the answer away."""
    return _change(state, name, {question: text})


def _change(state: State, name: str, change: dict[str, str]) -> Outcome:
    found = state.tasks().get(name)
    if found is None:
        return Problem("session.gone")
    changed = Task.model_validate({**found.model_dump(), **change})
    return [] if changed == found else put(state, "tasks", name, changed)


def answer_to(task: Task, question: Question) -> str:
    """Give what was answered; empty when nothing was."""
    return str(getattr(task, question))


def starts(state: State) -> dict[str, Item]:
    """Give the items from which a task can be made: what was chosen first, now or at an earlier meeting; none
    that has a task already."""
    used = {task.item for task in state.tasks().values()}
    items = items_of(state)
    chosen = [name for name in chosen_first(state) if name in items]
    others = [name for name in items if name not in chosen and items[name].sort not in NOT_A_PROBLEM]
    return {name: items[name] for name in [*chosen, *others] if name not in used}


def to_pick(state: State, question: Question) -> list[str]:
    """Give what can be answered with its number: headings or places there are, or chances that were named."""
    if question == "theme":
        return headings(state)
    if question == "where":
        return places_named(state)
    chances = [item.text for item in state.items().values() if item.sort == "chance"]
    return list(dict.fromkeys(chances)) if question == "chance" else []


def headings(state: State) -> list[str]:
    """Give the headings there are, of tasks first and then of what was gathered."""
    said = [task.theme for task in state.tasks().values()] + [item.theme for item in state.items().values()]
    return [text for text in dict.fromkeys(said) if text]


def by_heading(state: State) -> dict[str, list[str]]:
    """Give the tasks under their headings, in the order in which these came up; those without one last."""
    groups: dict[str, list[str]] = {}
    for name, task in sorted(state.tasks().items(), key=lambda each: not each[1].theme):
        groups.setdefault(task.theme, []).append(name)
    return groups
