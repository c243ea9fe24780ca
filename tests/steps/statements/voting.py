"""Hands of a facilitator and a typist, for tests of a vote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from facilitator.session.rounds import Round
from facilitator.session.state import State
from tests.secrecy.adversary import files_in, view
from tests.steps.running import Running

STATEMENTS: Final = ["ua1", "ua2", "ua4"]
"""What the first step of the example votes on."""

EVENING: Final[Mapping[str, Sequence[str]]] = {
    "beleid": ["443", "433", "343", "442", "432", "33?"],
    "bewoners": ["333", "443", "342", "432", "443"],
    "professionals": ["224", "124", "113", "234", "214", "324", "12?"],
}
"""A ballot per person: policy and residents see a need, professionals don't."""


def with_people(**counts: int) -> Callable[[State], State]:
    """Put other people in the room than the usual eighteen."""
    return lambda state: state.replace(people=counts)


async def to_the_vote(app: Running) -> None:
    """Read the statements aloud and come to how the answers come in."""
    while app.page != "collect":
        await app.press("enter")


async def begin(app: Running, way: str = "paper") -> None:
    """Begin the vote in this way."""
    await to_the_vote(app)
    await app.press(*["down"] * ["paper", "keyboard", "hands"].index(way), "enter")
    assert app.page == "enter"


async def cast(app: Running, *ballots: str) -> None:
    """Type ballots over, each with Enter."""
    for ballot in ballots:
        await app.press(*ballot, "enter")


async def cast_all(app: Running, evening: Mapping[str, Sequence[str]] = EVENING) -> None:
    """Type over the ballots of every group, and go on to the next group when one is done."""
    for number, ballots in enumerate(evening.values()):
        if number:
            await app.press("enter")
        await cast(app, *ballots)


async def close(app: Running) -> None:
    """Say that all ballots are in, and that this is right."""
    await app.press("enter", "enter")


async def hold(app: Running, evening: Mapping[str, Sequence[str]] = EVENING) -> None:
    """Hold a whole vote on paper and show what came out."""
    await begin(app)
    await cast_all(app, evening)
    await close(app)
    await app.press("enter")
    assert app.page == "overview"


def last_round(app: Running) -> Round:
    """Give the last vote that was begun."""
    return list(app.state.rounds.values())[-1]


def counted(app: Running, group: str) -> dict[str, list[int]]:
    """Give what came in of a group in the last vote, also what it has not agreed to show."""
    vote = last_round(app)
    assert vote.shown is not None
    (shown,) = [each for each in vote.shown.groups if each.group == group]
    withheld = app.state.withheld.get(vote.id, ())
    return {
        **shown.answers,
        **{answer.statement: answer.counts for answer in withheld if answer.group == group},
    }


def everything_kept(folder: Path) -> str:
    """Give the text of all files under a folder, also of what has to be opened with a key that is there."""
    return "\n".join(
        f"{Path(name).name}\n{data.decode(errors='replace')}" for name, data in view(files_in(folder)).items()
    )
