"""How a group goes through a step: the keys it presses and what it types, one page at a time."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from facilitator.session.state import CLOSING
from tests.walks.agreeing import play_agreements, play_review
from tests.walks.checks import could_be_read
from tests.walks.gathering import play_collect, play_facts, play_tasks
from tests.walks.leaving import left_what_it_leaves
from tests.walks.network import play_actors, play_contributions
from tests.walks.voting import play_statements
from tests.walks.walk import Walk

MOST_PAGES: Final = 160
"""After so many pages of one step there is no way out of it."""
OPEN: Final = re.compile(r"○ +(\d) ")
"""Something that can be chosen by a digit, and is not."""

Player = Callable[[Walk], Awaitable[None]]
"""Does what there is to do on the page where the group is, and takes the way on."""


async def play_card(walk: Walk) -> None:
    """Read, and go on; in a break the screen says when that is."""
    if getattr(walk.step, "pause", False):
        walk.sees("Wij gaan verder om")
    await walk.press("enter")


async def play_checkin(walk: Walk) -> None:
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


async def play_questions(walk: Walk) -> None:
    """Answer each question, and let someone see it differently where that is asked."""
    if walk.field is None:  # all questions at once, for small groups
        await walk.press("enter")
        return
    differs = walk.page == "?differs"
    await walk.say("differs" if differs else "answer")
    if not differs and walk.visit("questions") == 0:
        await walk.say("answer")
    await walk.press("enter")


async def play_gate(walk: Walk) -> None:
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


async def play_choose(walk: Walk) -> None:
    """Think first, choose until the cap, try one more and keep what was chosen; say why something waits."""
    if walk.page in {"left", "differs"}:
        await walk.say("waits" if walk.page == "left" else "differs")
        await walk.press("enter")
    elif walk.page != "choose":
        await walk.press("enter")
    else:
        most = int(getattr(walk.step, "most", 0))
        while "Dit is onze keuze" not in _pointed(walk) and walk.page == "choose":
            await walk.press("enter")
        left = OPEN.search(walk.text)
        if left and walk.text.count("● ") >= most:
            await walk.press(left[1])
            walk.sees("Wat laat u er dan los?")
            await walk.press("escape")
        await walk.press("end", "enter")


def _pointed(walk: Walk) -> str:
    """Give the line that is pointed at."""
    return next((row for row in walk.app.body if row.lstrip().startswith("▸")), "")


PLAYERS: Final[Mapping[str, Player]] = {
    "card": play_card,
    "checkin": play_checkin,
    "statements": play_statements,
    "questions": play_questions,
    "facts": play_facts,
    "collect": play_collect,
    "choose": play_choose,
    "tasks": play_tasks,
    "actors": play_actors,
    "contributions": play_contributions,
    "agreements": play_agreements,
    "gate": play_gate,
    "review": play_review,
}


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
        await PLAYERS[step.kind](walk)
        if walk.key != key:
            break
    assert walk.key == following, f"from {key} {walk.page} to {walk.key}, not to {following}\n{walk.text}"
    could_be_read(walk, use, step, before)
    left_what_it_leaves(use, step, before, walk.state)
