"""A group goes through making tasks: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.tasks.kind import TasksStep
from tests.walks.player import Player, added
from tests.walks.walk import Walk

TASKS = 2
"""Tasks that are typed, besides one that is made from what was said before."""


async def _play(walk: Walk) -> None:
    """Make tasks, from what was said and in other words; answer what is asked of each; read them back."""
    page = getattr(walk.view, "own_page", "")
    if page.startswith("from/"):
        await walk.press("ctrl+u")
        await walk.say("task")
    elif page == "names":
        for _ in range(TASKS):
            await walk.say("task")
        await walk.press("enter")
    elif "/" in page:
        await _tell(walk, page)
    else:
        await walk.press("enter")


async def _tell(walk: Walk, page: str) -> None:
    """Answer one question about one task; a heading that is there already is pointed at."""
    if page.endswith("/theme") and "▸" not in walk.text and "1  " in walk.text and walk.visit("theme"):
        await walk.press("down", "1")
        return
    await walk.say("theme" if page.endswith("/theme") else "told")
    if getattr(walk.view, "own_page", "") == page:  # what was said brings a question, which is asked once
        await walk.press("enter")


def _leaves(before: State, after: State, _use: Use, step: TasksStep) -> bool:
    told = all(getattr(each, name) for each in after.tasks().values() for name in step.ask)
    return told and bool(after.tasks()) and (added("tasks", before, after) > 0) == step.make


PLAYER: Final = Player[TasksStep](play=_play, leaves=_leaves, fills=["tasks"])
