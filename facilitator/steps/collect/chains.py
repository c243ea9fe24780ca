"""How links between items hang together: chains of them, and where most of them meet. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from facilitator.session.state import State

How = Literal["worsens", "improves"]


@dataclass(frozen=True)
class Arrow:
    """A link between two items that are both there."""

    link: str
    start: str
    end: str
    how: How


@dataclass(frozen=True)
class Chain:
    """Arrows of which each begins where the one before ends."""

    arrows: list[Arrow] = field(default_factory=list)

    @property
    def start(self) -> str:
        return self.arrows[0].start

    @property
    def round(self) -> bool:
        """Whether it comes back where it was before."""
        return self.arrows[-1].end in {arrow.start for arrow in self.arrows}


def arrows(state: State) -> list[Arrow]:
    """Give what worsens or improves what else, in the order in which it was said."""
    items = state.items()
    return [
        Arrow(name, link.start, link.end, cast("How", link.how))
        for name, link in state.links().items()
        if link.how in get_args(How) and {link.start, link.end} <= set(items) and link.start != link.end
    ]


def chains(found: Sequence[Arrow]) -> list[Chain]:
    """Put every arrow in one chain. A chain is as long as it goes without coming where it was before."""
    left = list(found)
    made: list[Chain] = []
    while left:
        ends = {arrow.end for arrow in left}
        first = next((arrow for arrow in left if arrow.start not in ends), left[0])
        made.append(_follow(first, left))
    return made


def _follow(first: Arrow, left: list[Arrow]) -> Chain:
    """Take a chain out of the arrows that are left, from this one on."""
    taken, seen = [first], {first.start}
    left.remove(first)
    while taken[-1].end not in seen:
        seen.add(taken[-1].end)
        onward = [arrow for arrow in left if arrow.start == taken[-1].end]
        if not onward:
            break
        starts = {arrow.start for arrow in left}
        following = next((arrow for arrow in onward if arrow.end in starts), onward[0])
        left.remove(following)
        taken.append(following)
    return Chain(taken)


def where_to_begin(found: Sequence[Arrow]) -> list[str]:
    """Give the item from which most arrows go out, or the two: who begins there helps more than one thing."""
    return _most(arrow.start for arrow in found)


def felt_most(found: Sequence[Arrow]) -> list[str]:
    """Give the item at which most arrows come in, or the two: what the rest ends in."""
    return _most(arrow.end for arrow in found)


def _most(names: Iterable[str]) -> list[str]:
    """Give the name that is there most often, or the two: twice or more. More names than two are no news."""
    counts = Counter(names)
    most = max(counts.values(), default=0)
    found = [name for name, count in counts.items() if count == most]
    return found if most > 1 and len(found) <= 2 else []


def arrows_from(found: Sequence[Arrow], item: str) -> int:
    """Give how many arrows begin at an item."""
    return sum(item == arrow.start for arrow in found)


def arrows_to(found: Sequence[Arrow], item: str) -> int:
    """Give how many arrows end at an item."""
    return sum(item == arrow.end for arrow in found)


def arrows_at(found: Sequence[Arrow], item: str) -> int:
    """Give how many arrows begin or end at an item."""
    return arrows_from(found, item) + arrows_to(found, item)
