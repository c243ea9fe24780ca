"""What can be done at a choice: the state and an intent in, events or a problem out. Pure.

Every change of the choice also keeps how all that could be chosen reads at that moment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from pydantic import JsonValue

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds
from facilitator.session.commands import Outcome, set_result, set_results
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseLeaves, Differs
from facilitator.steps.choose.options import Choosable
from facilitator.text import clean, folded

MOST_DIFFERS: Final = 30
MOST_OWN: Final = 12


def left_at(state: State, key: str) -> ChooseLeaves:
    """Give what the group chose so far, why something waits, and who sees it differently."""
    return ChooseLeaves.model_validate(state.result(key))


def chosen_of(state: State, key: str, offered: Sequence[Choosable]) -> list[str]:
    """Give what is chosen and can still be chosen, in the order in which it was."""
    there = {choosable.name for choosable in offered}
    return [name for name in left_at(state, key).chosen if name in there]


def choose(
    state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str, *, most: int
) -> Outcome:
    """Choose one more. At the cap it is refused: then something is let go of first (``swap``)."""
    chosen = chosen_of(state, key, offered)
    if name not in {choosable.name for choosable in offered}:
        return Problem("session.gone")
    if name in chosen:
        return []
    if len(chosen) >= most:
        return Problem("choose.full", {"most": most})
    return _keep(state, kinds, key, offered, [*chosen, name])


def let_go(state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str) -> Outcome:
    """Take something out of the choice again."""
    chosen = chosen_of(state, key, offered)
    if name not in chosen:
        return Problem("session.gone")
    return _keep(state, kinds, key, offered, [each for each in chosen if each != name])


def swap(state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str, out: str) -> Outcome:
    """Choose something and let go of something else for it."""
    chosen = chosen_of(state, key, offered)
    if out not in chosen or name not in {choosable.name for choosable in offered}:
        return Problem("session.gone")
    kept = [each for each in chosen if each not in {out, name}]
    return _keep(state, kinds, key, offered, [*kept, name])


# -- what the group calls it itself


def add_own(
    state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str, text: str, *, most: int
) -> Outcome:
    """Put an option of the group beside those of the scenario, chosen where there is room for it.

    What reads the same as an option that is there, is that option.
    """
    left, chosen = left_at(state, key), chosen_of(state, key, offered)
    same = next((there.name for there in offered if folded(there.text) == folded(text)), None)
    if same is not None:
        return choose(state, kinds, key, offered, same, most=most) if len(chosen) < most else []
    if not clean(text):
        return Problem("session.bad_value")
    if len(left.own) >= MOST_OWN:
        return Problem("session.full", {"most": MOST_OWN})
    own = {**left.own, name: clean(text)}
    there = [*offered, Choosable(name, own[name])]
    return _keep(state, kinds, key, there, [*chosen, name] if len(chosen) < most else chosen, own)


def reword_own(
    state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str, text: str
) -> Outcome:
    """Say an option of the group in other words."""
    left = left_at(state, key)
    if name not in left.own:
        return Problem("session.gone")
    if not clean(text):
        return Problem("session.bad_value")
    if left.own[name] == clean(text):
        return []
    own = {**left.own, name: clean(text)}
    there = [replace(choosable, text=own.get(choosable.name, choosable.text)) for choosable in offered]
    return _keep(state, kinds, key, there, chosen_of(state, key, offered), own)


def drop_own(state: State, kinds: Kinds, key: str, offered: Sequence[Choosable], name: str) -> Outcome:
    """Take an option of the group out again, and out of the choice."""
    left = left_at(state, key)
    if name not in left.own:
        return Problem("session.gone")
    own = {other: text for other, text in left.own.items() if other != name}
    there = [choosable for choosable in offered if choosable.name != name]
    return _keep(state, kinds, key, there, chosen_of(state, key, there), own)


def _keep(
    state: State,
    kinds: Kinds,
    key: str,
    offered: Sequence[Choosable],
    chosen: Sequence[str],
    own: Mapping[str, str] | None = None,
) -> Outcome:
    """Keep the choice, how everything reads, and no reason to wait for what is chosen now."""
    left = left_at(state, key)
    waits = {name: why for name, why in left.waits.items() if name not in chosen}
    changes: dict[str, JsonValue] = {
        "chosen": [*chosen],
        "texts": {choosable.name: choosable.text for choosable in offered},
        **({"waits": {**waits}} if waits != left.waits else {}),
        **({"own": {**own}} if own is not None else {}),
    }
    return set_results(state, kinds, key, changes)


def wait(state: State, kinds: Kinds, key: str, name: str, why: str) -> Outcome:
    """Say why something was left for now; an empty reason takes it away."""
    waits: Mapping[str, str] = left_at(state, key).waits
    if waits.get(name, "") == why:
        return []
    kept = {**waits, name: why} if why else {each: said for each, said in waits.items() if each != name}
    return set_result(state, kinds, key, "waits", {**kept})


def differ(state: State, kinds: Kinds, key: str, said: Differs) -> Outcome:
    """Keep that someone sees it differently, in the place of what was kept under that id before."""
    kept = list(left_at(state, key).differs)
    if said in kept:
        return []
    if all(answer.id != said.id for answer in kept) and len(kept) >= MOST_DIFFERS:
        return Problem("session.full", {"most": MOST_DIFFERS})
    changed = [said if answer.id == said.id else answer for answer in kept]
    return _differs(state, kinds, key, changed if said in changed else [*kept, said])


def no_longer_differ(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Take out what someone saw differently."""
    kept = left_at(state, key).differs
    if all(answer.id != name for answer in kept):
        return Problem("session.gone")
    return _differs(state, kinds, key, [answer for answer in kept if answer.id != name])


def _differs(state: State, kinds: Kinds, key: str, kept: Sequence[Differs]) -> Outcome:
    return set_result(state, kinds, key, "differs", [answer.model_dump() for answer in kept])
