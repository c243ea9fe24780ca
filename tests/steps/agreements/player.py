"""A group goes through making agreements: what it presses and types, and what it leaves."""

from __future__ import annotations

from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.registers import ENDED
from facilitator.session.state import State
from facilitator.steps.agreements.kind import AgreementsStep
from tests.walks.player import Player
from tests.walks.walk import Walk

AGREEMENTS: Final = 2
"""Agreements that are made in one step, unless it asks for fewer."""


async def _play(walk: Walk) -> None:
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
    elif page == "bare":
        walk.sees(walk.words("nog geen afspraak"))
        await walk.press("enter")
    elif page == "clear":
        walk.sees(walk.words("Wie begrijpt het nog niet?"))
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
    if walk.page.split("/")[1] == "new":
        await walk.say("what")
        await walk.say("who", walk.sayings.give_known("who"))
        await walk.date(walk.words("over {n} weken", n=2 + walk.visit("dates")))
    else:
        await walk.press("ctrl+u")
        await walk.say("amended")
        await walk.press("enter", "enter")


async def _hear(walk: Walk) -> None:
    """Object to the first agreement as it was made; later to nothing."""
    walk.sees(walk.words("Wie kan hier niet mee leven?"))
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
        await walk.date(walk.words("over 1 week"))
    elif walk.field.name == "keeper":
        await walk.say("who", walk.sayings.give_known("who"))
    else:
        await walk.say(walk.field.name or "")


def _leaves(before: State, after: State, _use: Use, step: AgreementsStep) -> bool:
    firm = [each for each in after.agreements().values() if each.firmness == "agreement"]
    if step.ask == "make":
        # One that came over and was changed since is not heard again by itself, and says so.
        made = [after.agreements()[name] for name in after.agreements() if name not in before.agreements()]
        return bool(made) and all(each.heard == "no-objection" for each in made if each in firm)
    names = ("keeper", "look_on") if step.ask == "keep" else ("seen", "proof")
    going = [agreement for agreement in firm if agreement.status not in ENDED]
    return all(getattr(agreement, name) for agreement in going for name in names)


PLAYER: Final = Player[AgreementsStep](play=_play, leaves=_leaves, fills=["agreements"])
