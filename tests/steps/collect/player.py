"""A group goes through what it brings up: what it presses and types, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.items import items_of
from facilitator.session.state import State
from facilitator.steps.collect.findings import actors_in_turn
from facilitator.steps.collect.kind import CollectStep
from tests.walks.player import Player, added
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Take one of the looks at what the group brings up."""
    asks = getattr(walk.step, "ask", "")
    if asks == "gather":
        await _gather(walk)
    elif asks == "cluster":
        await _cluster(walk)
    elif asks == "links":
        await (_acquaint if getattr(walk.step, "among", "") == "actors" else _link)(walk)
    else:
        await _one_by_one(walk)


async def _gather(walk: Walk) -> None:
    """Say two things under a question; after those who speak first, one more."""
    others = walk.page.endswith("-others")
    prompts = getattr(walk.step, "prompts", [])
    number = walk.page.removesuffix("-others")
    sort = prompts[int(number) - 1 if number else 0].sort
    for _ in range(1 if others else 2):
        await walk.say(sort)
    await walk.press("enter")


async def _cluster(walk: Walk) -> None:
    """Find two headings, and put a line under the first."""
    if any("plus" in action.keys for action in walk.app.app.stage.actions()):
        await walk.press("plus")
        await walk.say("heading")
        await walk.press("1", "plus")
        await walk.say("heading")
    await walk.press("enter")


async def _link(walk: Walk) -> None:
    """Draw two links between what was said, and read the chains."""
    if walk.page == "" and not walk.visit():
        await walk.press("2", "1", "1")
        await walk.press("1", "3", "2")
    await walk.press("enter")


async def _acquaint(walk: Walk) -> None:
    """Say of each party that it knows the first of the others."""
    if walk.page != "result":
        await walk.press("1")
    await walk.press("enter")


async def _one_by_one(walk: Walk) -> None:
    """Answer about each thing with a digit, in turn; then read what came out."""
    if walk.page != "result":
        key, page = walk.key, walk.page
        await walk.press("12"[walk.visit("answers") % 2])
        if (walk.key, walk.page) != (key, page):
            return
    await walk.press("enter")


def _leaves(before: State, after: State, _use: Use, step: CollectStep) -> bool:
    items = items_of(after, step.sorts).values()
    turn = actors_in_turn(after)
    left = {
        "gather": added("items", before, after) >= len(step.prompts),
        "cluster": len({each.theme for each in items if each.theme}) > 1,
        "shared": bool(items) and all(each.shared for each in items),
        "links": added("links", before, after) > 0,
        "energy": any(after.actors()[name].energy for name in turn)
        if step.among == "actors"
        else any(each.energy for each in items),
    }
    return left[step.ask]


def _reads(_after: State, _use: Use, step: CollectStep) -> Iterator[str]:
    yield from (text for prompt in step.prompts for text in (prompt.text, prompt.hint))


PLAYER: Final = Player[CollectStep](play=_play, leaves=_leaves, reads=_reads, fills=["items"], reported=True)
