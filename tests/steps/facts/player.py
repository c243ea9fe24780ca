"""A group goes through figures and stories: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.facts.kind import FactsStep
from tests.walks.player import Player, added
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Lay a figure and stories on the table, say who recognises them and what nobody knows."""
    page = walk.page or getattr(walk.view, "own_page", "")
    part, _, one = page.partition("/")
    if part == "given":
        await walk.press("1")
    elif part == "facts" and one:
        for sort in ("source", "year", "area", "compared", "where"):
            await walk.say(sort)
    elif part == "facts" and walk.visit(page) < 2:
        await _name_figure(walk)
    elif part == "recognition" and one:
        await _recognise(walk)
    elif part == "beside" and one:
        await walk.press("12"[walk.visit("beside") % 2], "enter")
    else:
        if part == "stories":
            await walk.say("story")
            await walk.say("story")
        elif part == "unknown":
            await walk.say("unknown")
            await walk.say("who", walk.sayings.give_known("who"))
        await walk.press("enter")


async def _name_figure(walk: Walk) -> None:
    """Say what was counted and how much; where that is no number, keep it so."""
    await walk.say("fact")
    await walk.say("value")
    if walk.words("Is hier ook een getal bij?") in walk.text:
        await walk.press("enter")


async def _recognise(walk: Walk) -> None:
    """Let each group answer, and say yes where that changes what it said in an earlier meeting."""
    for answer in ("1", "1", "2"):
        await walk.press(answer)
        if walk.words("Klopt dat?") in walk.text:
            await walk.press("enter")
    await walk.press("enter")


def _leaves(before: State, after: State, use: Use, step: FactsStep) -> bool:
    facts, stories = after.facts(), after.stories()
    recognised = [
        *(each.recognised for each in facts.values()),
        *(each.recognised for each in stories.values()),
    ]
    left = {
        "facts": added("facts", before, after) > 0,
        "stories": added("stories", before, after) > 0,
        "recognition": all(recognised),
        "beside": added("links", before, after) > 0 or not (facts and stories),
        "unknown": any(line.unknown for name, line in after.parked().items() if name not in before.parked()),
    }
    return all(left[each] for each in step.ask)


PLAYER: Final = Player[FactsStep](play=_play, leaves=_leaves, fills=["facts", "stories"], reported=True)
