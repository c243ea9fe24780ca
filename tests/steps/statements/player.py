"""A group goes through a vote: what it presses and types, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from facilitator.scenario.model import Use, key_of
from facilitator.session.rounds import TOTAL, Round
from facilitator.session.state import State
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.steps.statements.result.comparison import say_month
from facilitator.words import Words
from tests.walks.player import Player
from tests.walks.walk import Walk, squeezed

ANSWERS: Final[Mapping[str, str]] = {"beleid": "33443", "bewoners": "44324", "professionals": "21332"}
"""What a perspective tends to answer, statement after statement."""


async def _play(walk: Walk) -> None:
    """Do what a page of a vote asks."""
    page = walk.page.partition(":")[0]
    if page in {"overview", "one"}:
        _stands_beside_an_earlier_one(walk)
    if page == "collect":
        await _choose_way(walk)
    elif page == "enter":
        await _cast(walk)
    elif page == "overview" and _offers(walk, "back_side") and not walk.visit("back"):
        await walk.press("b")
    elif page in {"overview", "set"} and not walk.visit("noted"):
        await walk.press("n")
        await walk.say("note")
        await walk.press("enter")
    elif page == "one" and _may_vote_again(walk) and not walk.visit("again"):
        await walk.press("s", "v")
    else:
        await walk.press("enter")


def _stands_beside_an_earlier_one(walk: Walk) -> None:
    """Demand that a result stands beside that of an earlier session, where it asked the same."""
    use, step = walk.place
    if walk.state.before is None or not isinstance(step, StatementsStep):
        return
    asked = {each.id: each.text for each in statements_of(vote_of(step, use), walk.scenario)}
    for vote in walk.state.before.votes:
        if asked.items() & vote.texts.items():
            month = (
                "toen→nu"
                if walk.small and walk.page.startswith("one")
                else say_month(vote.day, walk.state.about.day, Words(walk.language))
            )
            here = squeezed(walk.text).casefold()
            enough = len(walk.people) if walk.page == "overview" else 1  # there, with each group
            assert here.count(squeezed(month).casefold()) >= enough, f"no {month}\n{walk.text}"


def _offers(walk: Walk, action: str) -> bool:
    """Tell whether the app offers this here, as its help says."""
    return any(each.name == action for each in walk.app.app.stage.actions())


def _may_vote_again(walk: Walk) -> bool:
    """Vote again where the result stands beside nothing from an earlier session yet."""
    apart = getattr(walk.step, "part", "") == "result"
    return apart and walk.state.before is None and not walk.scenario.alone


async def _choose_way(walk: Walk) -> None:
    """Take paper; a team by itself passes the keyboard."""
    if walk.scenario.alone:
        await walk.press("down")
        walk.sees("▸")
    await walk.press("enter")
    assert walk.page == "enter", walk.text


async def _cast(walk: Walk) -> None:
    """Type all ballots over, say that these are all, and that this is right."""
    held = walk.state.open_round()
    assert held is not None, walk.text
    for number, ballots in enumerate(_ballots(held, later=walk.state.before is not None)):
        if number:
            await walk.press("enter")
        if held.way == "keyboard":
            for digit in ballots.pop(0):  # each sentence is read here
                await walk.press(digit)
            await walk.press("enter")
        await walk.press(*(key for ballot in ballots for key in (*ballot, "enter")))
    total = sum(held.expected.values())
    await walk.press("enter")
    walk.sees(walk.words("Klopt dit: {n} briefjes", n=total))
    await walk.press("enter")


def _ballots(held: Round, *, later: bool) -> list[list[str]]:
    """Give the ballots per group, in the order in which they are typed over; ``later`` they differ."""
    groups = [
        [_ballot(who, person + later, len(held.statements)) for person in range(count)]
        for who, count in held.expected.items()
    ]
    if held.grouping == TOTAL:
        return [[ballot for ballots in groups for ballot in ballots]]
    return groups


def _ballot(who: str, person: int, statements: int) -> str:
    """Give someone's answers: a digit per statement; in each group one doesn't know the last."""
    pattern = ANSWERS[who]
    digits = [pattern[(2 * number + person) % len(pattern)] for number in range(statements)]
    if person == 1 and statements > 1:
        digits[-1] = "?"
    return "".join(digits)


def _leaves(_before: State, after: State, use: Use, step: StatementsStep) -> bool:
    vote = after.rounds_of(key_of(use, vote_of(step, use)))[0]
    wanted = "closed" if step.part == "vote" else "revealed"
    groups = vote.shown.groups if vote.shown else []
    told = bool(vote.findings) or step.part == "vote"
    return vote.status == wanted and told and sum(each.ballots for each in groups) == after.present


def _reads(after: State, _use: Use, step: StatementsStep) -> Iterator[str]:
    if step.part != "result":
        yield from (statement.text for statement in statements_of(step, after.scenario))


PLAYER: Final = Player[StatementsStep](play=_play, leaves=_leaves, reads=_reads)
