"""A group goes through the gate: what it presses and types, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.gate.kind import GateStep
from tests.walks.player import Player, left_in
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Answer yes, no and we don't know in turn; then advise, and say why."""
    if walk.page == "?why":
        while walk.field is not None:
            await walk.say("gate")
        await walk.press("enter")
    elif walk.page == "?advice":
        await walk.press("2")
    else:
        page = walk.page
        await walk.press("132"[walk.visit("questions") % 3])
        if walk.page == page:  # a no stays, to read what it points to
            await walk.press("enter")


def _leaves(_before: State, after: State, use: Use, step: GateStep) -> bool:
    replies = left_in(after, use, step, "replies")
    said = all(left_in(after, use, step, name) for name in ("advice", "reason", "decides", "hears"))
    return said and set(replies) == {each.id for each in step.questions}


def _reads(_after: State, _use: Use, step: GateStep) -> Iterator[str]:
    yield from (question.text for question in step.questions)


PLAYER: Final = Player[GateStep](play=_play, leaves=_leaves, reads=_reads, reported=True)
