"""A group goes through contributions and roles: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.contributions.kind import ContributionsStep
from tests.walks.player import Player, added
from tests.walks.walk import Walk

SPEAK = 3
"""Parties that say what they bring."""


async def _play(walk: Walk) -> None:
    """Bring and ask, link that to tasks, and only then choose roles."""
    asks = getattr(walk.step, "ask", "")
    if asks == "offers":
        await _offer(walk)
    elif asks == "tasks":
        await _link(walk)
    elif walk.page == "guard":
        await walk.press("1", "enter")
    else:
        await walk.press("1", "down", "2", "down", "3", "enter")


async def _offer(walk: Walk) -> None:
    """Let some parties bring something, and the first one ask for something as well."""
    if walk.page == "" and not walk.visit():
        if not walk.state.actors():
            for key, sort in (("f", "formal"), ("a", "informal")):
                await walk.press(key)
                await walk.say(sort)
        await walk.press(*["down"] * len(walk.state.actors()))  # a long list is read to its end
        for number in range(1, min(SPEAK, len(walk.state.actors())) + 1):
            await walk.press(str(number), "b")
            await walk.say("brings")
        await walk.press("1", "z")
        await walk.say("asks")
    await walk.press("enter")


async def _link(walk: Walk) -> None:
    """Name a task where there are few, and say to which each contribution belongs."""
    if walk.page in walk.state.contributions():
        await walk.press("120"[walk.visit("links") % 3])
        return
    if walk.page == "" and walk.field is not None and len(walk.state.tasks()) < 3:
        await walk.say("task")
        await walk.say("task")
    await walk.press("enter")


def _leaves(before: State, after: State, _use: Use, step: ContributionsStep) -> bool:
    if step.ask == "offers":
        return {each.direction for each in after.contributions().values()} == {"brings", "asks"}
    if step.ask == "tasks":
        return any(each.task for each in after.contributions().values())
    roles = {each.role for each in after.roles().values()}
    return added("roles", before, after) > 0 and ("guards" in roles) == step.guard


PLAYER: Final = Player[ContributionsStep](play=_play, leaves=_leaves, fills=["contributions", "roles"])
