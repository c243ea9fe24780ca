"""A group goes through a choice: what it presses and types, and what it leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseStep
from tests.walks.player import Player, left_in
from tests.walks.walk import Walk

OPEN: Final = re.compile(r"○ +(\d) ")
"""Something that can be chosen by a digit, and is not."""


async def _play(walk: Walk) -> None:
    """Think first, choose until the cap, try one more and keep what was chosen; say why something waits."""
    if walk.page in {"left", "differs"}:
        await walk.say("waits" if walk.page == "left" else "differs")
        await walk.press("enter")
    elif walk.page != "choose":
        await walk.press("enter")
    else:
        most = int(getattr(walk.step, "most", 0))
        done = [walk.words("Dit is onze keuze"), walk.words("Dit is ons antwoord")]
        while walk.page == "choose" and not any(said in _pointed(walk) for said in done):
            await walk.press("enter")
        left = OPEN.search(walk.text)
        if left and walk.text.count("● ") >= most:
            await walk.press(left[1])
            walk.sees(walk.words("Wat laat u er dan los?"))
            await walk.press("escape")
        await walk.press("end", "enter")


def _pointed(walk: Walk) -> str:
    """Give the line that is pointed at."""
    return next((row for row in walk.app.body if row.lstrip().startswith("▸")), "")


def _leaves(_before: State, after: State, use: Use, step: ChooseStep) -> bool:
    chosen = left_in(after, use, step, "chosen")
    offered = left_in(after, use, step, "texts")
    return len(chosen) == min(step.most, len(offered)) and bool(left_in(after, use, step, "differs"))


def _reads(_after: State, _use: Use, step: ChooseStep) -> Iterator[str]:
    yield from (text for option in step.options for text in (option.text, option.hint))


PLAYER: Final = Player[ChooseStep](play=_play, leaves=_leaves, reads=_reads, reported=True)
