"""How a group makes agreements and hears objections; and how it comes back to them the next time."""

from __future__ import annotations

from typing import Final

from tests.walks.walk import Walk

AGREEMENTS: Final = 2
"""Agreements that are made in one step, unless it asks for fewer."""


async def play_agreements(walk: Walk) -> None:
    """Make agreements, or look at those that were made."""
    if getattr(walk.step, "ask", "make") != "make":
        await _look(walk)
        return
    page = walk.page.partition("/")[0]
    played = {
        "form": _write,
        "consent": _hear,
        "whose": _whose,
        "needed": _amend,
        "one": _open,
        "task": _belong,
        "first": _first_step,
    }
    if page in played:
        await played[page](walk)
    elif page == "clear":
        walk.sees("Wie begrijpt het nog niet?")
        await walk.press("enter")
    else:
        await _list(walk)


async def _list(walk: Walk) -> None:
    """Make the next agreement, say of one to what it belongs, and go on when there are enough."""
    most = min(AGREEMENTS, int(getattr(walk.step, "most", AGREEMENTS)))
    before = walk.visit("list")
    if before < most:
        await walk.press("a")
    elif before == most and walk.state.tasks():
        await walk.press("1")
    else:
        await walk.press(*["down"] * (2 * len(walk.state.agreements()) + 3), "enter")


async def _write(walk: Walk) -> None:
    """Fill the form; of an agreement that is amended the first field."""
    if walk.page.endswith("/new"):
        await walk.say("what")
        await walk.say("who", walk.sayings.give_known("who"))
        await walk.date(f"over {2 + walk.visit('dates')} weken")
    else:
        await walk.press("ctrl+u")
        await walk.say("amended")
        await walk.press("enter", "enter")


async def _hear(walk: Walk) -> None:
    """Object to the first agreement as it was made; later to nothing."""
    walk.sees("Wie kan hier niet mee leven?")
    if walk.visit("objections"):
        await walk.press("enter")
        return
    await walk.press("b")
    await walk.say("reason")


async def _whose(walk: Walk) -> None:
    await walk.press("down", "down", "enter")


async def _amend(walk: Walk) -> None:
    await walk.press("a")


async def _open(walk: Walk) -> None:
    """Say to what task an agreement belongs, and go back to the list."""
    await walk.press("left" if walk.visit("opened") else "b")


async def _belong(walk: Walk) -> None:
    await walk.press(*["up"] * len(walk.state.tasks()), "enter")


async def _first_step(walk: Walk) -> None:
    await walk.say("first step")


async def _look(walk: Walk) -> None:
    """Say of an agreement how the neighbourhood sees it, or who looks in between and when."""
    if walk.field is None or walk.field.value:  # nothing was agreed, or this was said
        await walk.press("enter")
    elif walk.field.name == "look_on":
        await walk.date("over 1 week")
    elif walk.field.name == "keeper":
        await walk.say("who", walk.sayings.give_known("who"))
    else:
        await walk.say(walk.field.name or "")


# -- coming back to them


async def play_review(walk: Walk) -> None:
    """Celebrate what is done, say of the others how they stand, or what was learnt."""
    page = getattr(walk.view, "own_page", "")
    asks = getattr(walk.step, "ask", "")
    if asks == "learn" or page == "worked":
        await walk.say("learnt" if asks == "learn" else "worked")
        await walk.press("enter")
    elif page == "":
        await walk.press("enter")
    elif asks == "celebrate":
        await _celebrate(walk)
    else:
        await _say_how_it_stands(walk)


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
        await walk.date("over 3 weken")
    if status == "3":
        await walk.press("enter")
    else:
        await walk.say("needed")
