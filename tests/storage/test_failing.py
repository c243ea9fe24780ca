"""Every operation of the disk fails once, or from then on; nothing acknowledged is lost, whatever is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.problems import Refused
from facilitator.session.events import JournalEntry
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.store import Store
from tests.storage.conftest import Clock
from tests.storage.disk import ROOT, Disk, after_power_cut
from tests.storage.story import KINDS, begin, folded
from tests.storage.test_power import PLACES, STORY, nothing

USB = ROOT / "usb"


class Attempt:
    """An evening on a disk that breaks, with a facilitator who knows what to do when the bar is red.

    She goes on in another folder, or with ``patience`` waits until the disk works again.
    """

    def __init__(self, disk: Disk, *, patience: bool = False) -> None:
        self.disk = disk
        self.patience = patience
        self.clock = Clock()
        self.path: Path | None = None
        self.acknowledged = -1
        self.ballots = 0
        """In the round that is open."""
        with suppress(NotSaved, Refused):
            self._hold(Store.begin(PLACES, begin(), KINDS, files=disk, later=self.clock.later))

    def _hold(self, store: Store) -> None:
        self._say(store, 0)
        for action in STORY[:6]:
            self._append(store, action)
            if action.seq in {1, 3}:
                with suppress(NotSaved):
                    store.save(folded(begin(), STORY[: action.seq]), action.seq)
                self._say(store, action.seq)
            if action.seq == 4:
                self._vote(store, 4, 3)
        again = self._close_and_open(store, 6)
        self._append(again, STORY[6])
        self._vote(again, 7, 2)
        self._append(again, STORY[7])

    def _close_and_open(self, store: Store, seq: int) -> Store:
        state = folded(begin(), STORY[:seq])
        try:
            store.close(state, seq)
        except NotSaved:
            if not self.patience:
                self._say(store, seq, store.rescue(state, seq, USB))
            store.close(state, seq)
        self._say(store, seq)
        again = Store.open(PLACES, store.path, KINDS, files=self.disk, later=self.clock.later).store
        self._say(again, seq)
        return again

    def _vote(self, store: Store, seq: int, ballots: int) -> None:
        rounds = folded(begin(), STORY[:seq]).rounds
        vote = next(each for each in rounds.values() if each.status == "open")
        for n in range(ballots):
            try:
                store.box(vote, 4).cast("residents", {"s1": n, "s2": 4})
            except NotSaved:  # she is told to enter it again
                store.box(vote, 4).cast("residents", {"s1": n, "s2": 4})
            self.ballots = n + 1

    def _append(self, store: Store, action: JournalEntry) -> None:
        if action.seq == 5:
            self.ballots = 0
        try:
            store.append(action)
        except NotSaved:
            assert store.failed is not None
            with pytest.raises(NotSaved):
                store.append(action)
            if self.patience:
                self.clock.ring()
            else:
                before = folded(begin(), STORY[: action.seq - 1])
                self._say(store, action.seq - 1, store.rescue(before, action.seq - 1, USB))
            store.append(action)
        self._say(store, action.seq)

    def _say(self, store: Store, seq: int, path: Path | None = None) -> None:
        self.acknowledged, self.path = seq, path or store.path


def check(attempt: Attempt) -> int:
    """See that everything acknowledged is there, as the disk stands and after a power cut on top.

    Gives the number of states of the disk that were looked at.
    """
    states = [attempt.disk.contents(), *after_power_cut({}, attempt.disk.log, most=16)]
    if attempt.path is None:
        return 0
    for contents in states:
        opened = Store.open(PLACES, attempt.path, KINDS, files=Disk.holding(contents), later=nothing)
        seq = opened.store.next_seq - 1
        assert seq >= attempt.acknowledged
        assert opened.history.state == folded(begin(), STORY[:seq])
        boxes = [
            opened.store.box(each, 4)
            for each in opened.history.state.rounds.values()
            if each.status == "open"
        ]
        if boxes or attempt.acknowledged >= 7:
            assert sum(box.progress()["residents"] for box in boxes) >= attempt.ballots
    return len(states)


@pytest.mark.parametrize("patience", [False, True], ids=["elsewhere", "waiting"])
@pytest.mark.parametrize("dead_after", [False, True], ids=["once", "for good"])
def test_whichever_operation_fails_nothing_acknowledged_is_lost(
    *, dead_after: bool, patience: bool, figure: Callable[[str], None]
) -> None:
    whole = Attempt(Disk(), patience=patience)
    assert (whole.acknowledged, whole.ballots) == (8, 2)
    n = states = 0
    while True:
        n += 1
        attempt = Attempt(Disk(fail_at=n, dead_after=dead_after), patience=patience)
        states += check(attempt)
        if attempt.disk.count < n:
            break
        if not dead_after and attempt.path is not None:
            assert attempt.acknowledged >= 6, n
    assert n > whole.disk.count > 100
    figure(
        f"failing operations ({'for good' if dead_after else 'once'}, "
        f"{'waiting' if patience else 'elsewhere'}): {n - 1} evenings, {states} states, 0 with a loss"
    )


class Blind(Disk):
    """A disk on which no session file can be read any more."""

    blind = False

    def read(self, path: Path, most: int) -> bytes:
        if self.blind and path.suffix == ".toml":
            raise OSError(5, "Input/output error")
        return super().read(path, most)


def test_a_disk_that_cannot_be_read_is_not_asked_for_ever() -> None:
    disk = Blind()
    Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing).let_go()
    before, disk.blind = disk.contents(), True
    with pytest.raises(Refused):
        Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    assert disk.contents() == before
    assert not disk.locked


class Torn(Disk):
    """A disk that gives the journal its new name, and then fails."""

    failing = False

    def sync_folder(self, folder: Path) -> None:
        if self.failing and folder != USB / "zandpoort":
            raise OSError(5, "Input/output error")
        super().sync_folder(folder)


def test_after_a_rescue_that_failed_half_way_nothing_goes_to_a_journal_without_a_name() -> None:
    disk, clock = Torn(), Clock()
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=clock.later)
    disk.failing = True
    with pytest.raises(NotSaved):
        store.rescue(begin(), 0, USB)
    with pytest.raises(NotSaved):
        store.append(STORY[0])
    disk.failing = False
    clock.ring()
    store.append(STORY[0])
    store.let_go()
    again = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    assert again.store.next_seq == 2
