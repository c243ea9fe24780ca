"""What is left after the power went, the disk failed or both, at every moment of a short evening."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.problems import Refused
from facilitator.session.events import Action
from facilitator.storage.not_saved import NotSaved
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from tests.storage.disk import Contents, Disk, Flush, Operation, SyncFolder, Write, after_power_cut
from tests.storage.story import KINDS, act, begin, folded, noted

PLACES = Places(Path("/sessions"), Path("/state"))
FILE = PLACES.sessions / "zandpoort" / "2026-11-23-start.toml"
STORY = [noted(1, "een"), noted(2, "twee"), act(3, undo=2), noted(4, "vier"), noted(5, "vijf")]


def nothing(_seconds: float, _call: Callable[[], None]) -> Silent:
    return Silent()


class Silent:
    """An alarm that never goes off."""

    def cancel(self) -> None: ...


@dataclass
class Evening:
    """A session that is held on a disk, with what was acknowledged when."""

    disk: Disk
    acknowledged: list[tuple[int, int]] = field(default_factory=list)
    """After so many operations: this action. 0 is the beginning itself."""

    def say(self, seq: int) -> None:
        self.acknowledged.append((len(self.disk.log), seq))

    def safe(self, operations: int) -> int:
        """Give the last action acknowledged by then; -1 when not even the beginning was."""
        return max((seq for at, seq in self.acknowledged if at <= operations), default=-1)


def hold(disk: Disk) -> Evening:
    """Begin, add, save half-way, go on, close, open again, add the last, and leave it open."""
    evening = Evening(disk)
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing)
    evening.say(0)
    for action in STORY[:4]:
        store.append(action)
        evening.say(action.seq)
        if action.seq in {1, 3}:
            store.save(folded(begin(), STORY[: action.seq]), action.seq)
    store.close(folded(begin(), STORY[:4]), 4)
    again = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    again.store.append(STORY[4])
    evening.say(5)
    return evening


def found(contents: Contents) -> int | None:
    """Give the last action that comes back from a disk, or None when no session does."""
    disk = Disk.holding(contents)
    try:
        opened = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    except Refused:
        return None
    seq = opened.store.next_seq - 1
    assert opened.history.state == folded(begin(), STORY[:seq])
    opened.store.close(opened.history.state, seq)
    again = Store.open(PLACES, FILE, KINDS, files=disk, later=nothing)
    assert again.history.state == opened.history.state
    assert not again.news
    assert [path for path in disk.names_of if "conflict" in path.name] == []
    return seq


def losses(evening: Evening, log: list[Operation]) -> Iterator[bool]:
    """Tell for each state of the disk there can be whether something is lost or wrong in it."""
    for operations in range(len(log) + 1):
        for contents in after_power_cut({}, log[:operations]):
            try:
                seq = found(contents)
            except AssertionError:
                yield True
            else:
                yield (-1 if seq is None else seq) < evening.safe(operations)


def test_after_every_power_cut_what_was_acknowledged_is_there() -> None:
    evening = hold(Disk())
    told = list(losses(evening, evening.disk.log))
    assert not any(told)
    assert len(told) > 100


@pytest.mark.parametrize("left_out", [Flush, SyncFolder])
def test_these_power_cuts_would_find_a_flush_that_was_forgotten(left_out: type[Operation]) -> None:
    evening = hold(Disk())
    log: list[Operation] = [
        Write(0, 0, b"") if isinstance(each, left_out) else each for each in evening.disk.log
    ]
    assert any(losses(evening, log))


@settings(max_examples=60)
@given(st.data())
def test_a_power_cut_while_recovering_from_a_power_cut_loses_nothing(data: st.DataObject) -> None:
    evening = hold(Disk())
    log = evening.disk.log
    operations = data.draw(st.integers(10, len(log)))
    first = data.draw(st.sampled_from(list(after_power_cut({}, log[:operations]))))
    disk = Disk.holding(first)
    try:
        Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    except Refused:
        assert evening.safe(operations) == -1
        return
    second = data.draw(st.integers(0, len(disk.log)))
    left = data.draw(st.sampled_from(list(after_power_cut(first, disk.log[:second]))))
    seq = found(left)
    assert seq is not None
    assert seq >= evening.safe(operations)


USB = Path("/usb")


class Attempt:
    """An evening on a disk that breaks, with a facilitator who goes on elsewhere when the bar is red."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.path: Path | None = None
        self.acknowledged: int | None = None
        with suppress(NotSaved):
            self._hold(Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing))

    def _hold(self, store: Store) -> None:
        self._say(store, 0)
        for action in STORY[:4]:
            self._append(store, action)
            if action.seq in {1, 3}:
                with suppress(NotSaved):
                    store.save(folded(begin(), STORY[: action.seq]), action.seq)
                self._say(store, action.seq)
        state = folded(begin(), STORY[:4])
        try:
            store.close(state, 4)
        except NotSaved:
            self._say(store, 4, store.rescue(state, 4, USB))
            store.close(state, 4)
        self._say(store, 4)
        try:
            again = Store.open(PLACES, store.path, KINDS, files=self.disk, later=nothing).store
        except Refused:  # the disk does not even let it be read
            return
        self._say(again, 4)
        self._append(again, STORY[4])

    def _append(self, store: Store, action: Action) -> None:
        try:
            store.append(action)
        except NotSaved:
            assert store.failed is not None
            with pytest.raises(NotSaved):
                store.append(action)
            before = folded(begin(), STORY[: action.seq - 1])
            self._say(store, action.seq - 1, store.rescue(before, action.seq - 1, USB))
            store.append(action)
        self._say(store, action.seq)

    def _say(self, store: Store, seq: int, path: Path | None = None) -> None:
        self.acknowledged, self.path = seq, path or store.path


def check(attempt: Attempt) -> None:
    """See that everything acknowledged is there, as the disk stands and after a power cut on top."""
    for contents in [attempt.disk.contents(), *after_power_cut({}, attempt.disk.log, most=16)]:
        if attempt.acknowledged is None or attempt.path is None:
            continue
        disk = Disk.holding(contents)
        opened = Store.open(PLACES, attempt.path, KINDS, files=disk, later=nothing)
        seq = opened.store.next_seq - 1
        assert seq >= attempt.acknowledged
        assert opened.history.state == folded(begin(), STORY[:seq])


@pytest.mark.parametrize("dead_after", [False, True])
def test_whichever_operation_fails_nothing_acknowledged_is_lost(dead_after: bool) -> None:
    whole = Attempt(Disk())
    assert whole.acknowledged == 5
    assert whole.disk.count > 60
    for n in range(1, whole.disk.count + 1):
        attempt = Attempt(Disk(fail_at=n, dead_after=dead_after))
        check(attempt)
        if not dead_after and attempt.acknowledged is not None:
            assert attempt.acknowledged >= 4, n
