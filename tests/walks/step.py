"""Going through one step of a programme, whichever kind it is."""

from __future__ import annotations

from typing import Final

from facilitator.session.session_leaves import CLOSING
from tests.walks.checks import could_be_read, left_what_it_leaves
from tests.walks.player import player_of
from tests.walks.walk import Walk

MOST_PAGES: Final = 160
"""After so many pages of one step there is no way out of it."""


async def play(walk: Walk) -> None:
    """Go through the step where the group is, and leave it by the way on; it has to lead to the next step."""
    keys = [*walk.state.keys(), CLOSING]
    key, following = walk.key, keys[keys.index(walk.key) + 1]
    use, step = walk.place
    if walk.over:  # a team without a facilitator reads first how to do it
        walk.sees(step.title, step.alone)
        await walk.press("enter")
    walk.look()
    if not walk.state.begun.keys() - {key}:  # someone has a thing that can wait
        await walk.press("p")
        await walk.say("parked")
    before = walk.state
    walk.app.clock.go_on(step.minutes)
    for _ in range(MOST_PAGES):
        await player_of(step.kind).play(walk)
        if walk.key != key:
            break
    assert walk.key == following, f"from {key} {walk.page} to {walk.key}, not to {following}\n{walk.text}"
    could_be_read(walk, use, step, before)
    left_what_it_leaves(use, step, before, walk.state)
