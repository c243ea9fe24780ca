"""How a group maps who there is, what each brings, and who does what."""

from __future__ import annotations

from tests.walks.walk import Walk

NAMES = 3
"""Parties that a group names on each side."""
SPEAK = 3
"""Parties that say what they bring."""


async def play_actors(walk: Walk) -> None:
    """Name who there is, say what they want, or how near they stand."""
    asks = getattr(walk.step, "ask", "")
    if asks == "interests":
        await _want(walk)
    elif asks == "rings":
        await _place(walk)
    else:
        for _ in range(NAMES):
            await walk.say(asks)
        await walk.press("enter")


async def _want(walk: Walk) -> None:
    """Fill a field for the first parties; of the others nothing is known yet."""
    if walk.field is not None and not walk.field.value and walk.visit("wants") < 2 * SPEAK:
        await walk.say("interest")
    else:
        await walk.press("enter")


async def _place(walk: Walk) -> None:
    """Put each in a ring; when all have one, go on."""
    if any(actor.ring is None for actor in walk.state.actors().values()):
        await walk.press("1234"[walk.visit("rings") % 4])
    else:
        await walk.press("enter")


async def play_contributions(walk: Walk) -> None:
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
