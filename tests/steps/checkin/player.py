"""A group goes through a check-in: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.checkin.kind import CheckinStep
from tests.walks.player import Player, left_in
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Count who is here and other hats, and settle what the app asks about small groups."""
    if walk.page == "returning":
        await walk.press(*str(sum(walk.people.values()) - 2), "enter")
        return
    for number, count in enumerate(walk.people.values()):
        await walk.press(*(["down"] if number else []), *str(count))
        walk.sees("●" * count)
    await walk.press("h", "3", "enter")
    if "○ a" in walk.text:
        walk.sees("○ b")
        await walk.press("enter")
        assert walk.page == "", "gone on with small groups that nobody decided about"
        await walk.press("a")
    await walk.press("enter")


def _leaves(_before: State, after: State, use: Use, step: CheckinStep) -> bool:
    counted = left_in(after, use, step, "returning")
    return after.present > 0 and bool(after.hats()) and (counted is None) == (after.before is None)


PLAYER: Final = Player[CheckinStep](play=_play, leaves=_leaves)
