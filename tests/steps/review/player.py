"""A group goes through looking back: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.review.findings import still_open
from facilitator.steps.review.kind import ReviewStep
from tests.walks.player import Player, left_in
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Celebrate what is done, say of the others how they stand, or what was learnt."""
    page = getattr(walk.view, "own_page", "")
    asks = getattr(walk.step, "ask", "")
    if asks == "learn" or page == "worked":
        await walk.say("learnt" if asks == "learn" else "worked")
        await walk.press("enter")
    elif asks == "open":
        await _answer(walk)
    elif page in {"", "on"}:
        await walk.press("enter")
    elif asks == "celebrate":
        await _celebrate(walk)
    else:
        await _say_how_it_stands(walk)


async def _answer(walk: Walk) -> None:
    """Answer the first line that stayed open."""
    lines = still_open(walk.state)
    if lines and not walk.visit("open"):
        walk.sees(next(iter(lines.values())).text)
        await walk.press("e")
        await walk.say("answer")
    else:
        await walk.press("enter")


async def _celebrate(walk: Walk) -> None:
    """Say that the first is done, and how that is celebrated."""
    walk.sees(walk.state.agreements()[getattr(walk.view, "own_page", "")].what)
    if walk.visit("done"):
        await walk.press("enter")
    else:
        await walk.press("1")
        await walk.say("party")


async def _say_how_it_stands(walk: Walk) -> None:
    """Go through the agreements: busy, postponed and stopped in turn."""
    walk.sees(walk.state.agreements()[walk.page].what)
    status = "243"[walk.visit("stands") % 3]
    await walk.press(status)
    if status == "4":
        await walk.date(walk.words("over {n} weken", n=3))
    if status == "3":
        await walk.press("enter")
    else:
        await walk.say("needed")


def _leaves(before: State, after: State, use: Use, step: ReviewStep) -> bool:
    if step.ask == "learn":
        return bool(left_in(after, use, step, "learnt"))
    if step.ask == "open":
        return not still_open(before) or any(line.answer for line in still_open(after).values())
    said = left_in(after, use, step, "said") or {}
    if step.ask == "celebrate":
        return bool(left_in(after, use, step, "worked")) and bool(said) == bool(before.agreements())
    going_on = {name for name, each in before.agreements().items() if each.status != "done"}
    return set(said) <= going_on and len(said) >= min(step.most, len(going_on))


PLAYER: Final = Player[ReviewStep](play=_play, leaves=_leaves, reported=True)
