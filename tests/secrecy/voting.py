"""A vote on a disk of which an adversary has a copy at every moment."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.events import RoundClosed, RoundOpened, RoundRevealed, RoundVoided
from facilitator.session.rounds import Round, Shown
from facilitator.session.state import State
from facilitator.storage.ballot_box import BallotBox
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from tests.secrecy.adversary import View, view
from tests.storage.disk import ROOT, Contents, Disk
from tests.storage.story import KINDS, act, begin, folded
from tests.storage.test_power import nothing

PLACES = Places(ROOT / "sessions", ROOT / "state")
POINTS = 4
ROUND = "aaaaaaaa"

Ballot = tuple[str, int, int]
"""A group, and its answers to two statements."""
Known = str
"""What may be known at a moment: the counts in the box as the app itself reads them, and the shown result."""


@dataclass(frozen=True)
class Vote:
    """Who answered what, in which order; and how the round went."""

    ballots: Sequence[Ballot]
    grouping: Any = "perspective"
    way: Any = "paper"
    ending: str = "closed"
    """closed, voided, closed without being shown to anyone (crashed), or left open for ever (left)."""
    crash_after: int = 0
    """Whether the app was killed and begun again after so many ballots."""


@dataclass
class Watched(Disk):
    """A disk of which a raw image is made before every operation."""

    copies: list[tuple[Contents, Contents, list[Path]]] = field(default_factory=list)

    def _step(self) -> None:
        self.copy()
        super()._step()

    def copy(self) -> None:
        """Copy all files, what remains of others, and the order in which the files were made."""
        made = sorted(self.names_of, key=lambda path: self.names_of[path])
        self.copies.append((self.contents(), self.remains(), made))


Leak = Callable[[Disk, Store, Ballot, bool], None]
"""A planted fault: called before (False) and after (True) every ballot."""


def no_leak(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    """Do nothing more than the app does."""


def hold(
    vote: Vote, leak: Leak = no_leak, order_of: Callable[[Vote], list[str]] | None = None
) -> list[Moment]:
    """Hold a vote, and give every moment of it. ``order_of`` plants an order of groups in what is kept."""
    disk = Watched()
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing)
    groups = ["residents", "policy", "professionals"]
    opened = RoundOpened(
        id=ROUND,
        use="urgency",
        step="vote",
        way=vote.way,
        grouping=vote.grouping,
        statements=["s1", "s2"],
        expected=dict.fromkeys(groups, 4),
    )
    actions = [act(1, opened)]
    store.append(actions[0])
    of = folded(begin(), actions).rounds[ROUND]
    for n, ballot in enumerate(vote.ballots, start=1):
        leak(disk, store, ballot, False)
        _cast(store.box(of, POINTS), ballot, vote)
        leak(disk, store, ballot, True)
        if n == vote.crash_after:
            store.let_go()
            store = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing).store
    shown = _shown(store.box(of, POINTS), vote, order_of)
    _end(store, vote, shown, folded(begin(), actions))
    disk.copy()
    moments: list[Moment] = []
    for n, copy in enumerate(disk.copies):
        same = n and disk.copies[n - 1] == copy
        moments.append(moments[-1] if same else Moment.of(*copy, of, shown))
    return moments


def _cast(box: BallotBox, ballot: Ballot, vote: Vote) -> None:
    group, first, second = ballot
    if vote.way != "hands":
        box.cast(group, {"s1": first, "s2": second})
        return
    where = "total" if vote.grouping == "total" else group
    before = box.counts().get(where)
    rows = {name: list(row) for name, row in before.answers.items()} if before else {}
    for name, point in (("s1", first), ("s2", second)):
        row = rows.setdefault(name, [0] * (POINTS + 1))
        row[point] += 1
    box.set_totals(where, (before.ballots if before else 0) + 1, rows)


def _shown(box: BallotBox, vote: Vote, order_of: Callable[[Vote], list[str]] | None) -> Shown:
    counts = box.counts()
    names = order_of(vote) if order_of else list(counts)
    return close_round(
        {name: Counted(counts[name].ballots, 0, dict(counts[name].answers)) for name in names},
        grouping=vote.grouping,
        points=POINTS,
        minimum=3,
    ).shown


def _end(store: Store, vote: Vote, shown: Shown, state: State) -> None:
    seq = store.next_seq
    if vote.ending == "left":
        store.let_go()
        return
    event = RoundVoided(id=ROUND) if vote.ending == "voided" else RoundClosed(id=ROUND, shown=shown)
    store.append(act(seq, event))
    if vote.ending == "closed":
        store.append(act(seq + 1, RoundRevealed(id=ROUND, method="1")))
        store.save(state, seq + 1)
        store.close(state, seq + 1)
    else:
        store.let_go()


@dataclass(frozen=True)
class Moment:
    """What is on disk at a moment, and what of it may be known."""

    known: Known
    seen: View

    @classmethod
    def of(
        cls, contents: Contents, remains: Contents, made: Sequence[Path], vote: Round, shown: Shown
    ) -> Moment:
        box = any(path.suffix == ".key" for path in contents)
        counts = BallotBox(Disk.holding(contents), PLACES.ballots, vote, POINTS) if box else None
        said = [counts.counts(), counts.progress()] if counts else []
        closed = any(b"round_closed" in data for data in (*contents.values(), *remains.values()))
        kept = sorted(shown.groups, key=lambda group: group.group) if closed else ""
        seen = view({**contents, **remains})
        seen["order in which files were made"] = " ".join(_plain(path) for path in made).encode()
        return cls(f"{said} {kept}", seen)


def _plain(path: Path) -> str:
    return next(iter(view({path: b""})))


def told_apart(votes: Sequence[Vote], leak: Leak = no_leak, order_of: Any = None) -> list[str]:
    """Give where an adversary can tell two votes apart that may not differ: what is known is the same."""
    seen: dict[tuple[int, Known], View] = {}
    found: list[str] = []
    for vote in votes:
        for number, moment in enumerate(hold(vote, leak, order_of)):
            first = seen.setdefault((number, moment.known), moment.seen)
            found += [
                f"moment {number}: {name}"
                for name in first.keys() | moment.seen.keys()
                if first.get(name) != moment.seen.get(name)
            ]
    return found


def alike(vote: Vote, chance: random.Random) -> list[Vote]:
    """Give votes that nobody may tell from this one, at the moments when their counts are the same.

    The ballots in other orders; other ballots with the same counts; another last ballot, of which nothing may
    be seen before it counts.
    """

    def but(ballots: Sequence[Ballot]) -> Vote:
        return Vote(ballots, vote.grouping, vote.way, vote.ending, vote.crash_after)

    mixed, crossed = list(vote.ballots), list(vote.ballots)
    chance.shuffle(mixed)
    for group in {ballot[0] for ballot in crossed}:
        own = [n for n, ballot in enumerate(crossed) if ballot[0] == group]
        second = [crossed[n][2] for n in own]
        chance.shuffle(second)
        for n, answer in zip(own, second, strict=True):
            crossed[n] = (group, crossed[n][1], answer)
    group, first, other = vote.ballots[-1]
    last = (group, (first + 1) % (POINTS + 1), other)
    return [vote, but(mixed), but(crossed), but(list(vote.ballots)[::-1]), but([*vote.ballots[:-1], last])]
