"""What is left after the power went, the disk failed or both, at every moment of a short evening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.problems import Refused
from facilitator.session.events import RoundClosed, RoundOpened
from facilitator.storage.files import aside
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from tests.storage.disk import (
    ROOT,
    Contents,
    Disk,
    Flush,
    Name,
    Operation,
    SyncFolder,
    Write,
    after_power_cut,
)
from tests.storage.story import KINDS, a_shown_result, act, begin, folded, noted

PLACES = Places(ROOT / "sessions", ROOT / "state")
FILE = PLACES.sessions / "zandpoort" / "2026-11-23-start.toml"
OPENED = RoundOpened(
    id="aaaaaaaa",
    use="urgency",
    step="vote",
    way="paper",
    grouping="perspective",
    statements=["s1", "s2"],
    expected={"residents": 4},
)
STORY = [
    noted(1, "een"),
    noted(2, "twee"),
    act(3, undo=2),
    act(4, OPENED),
    act(5, RoundClosed(id="aaaaaaaa", shown=a_shown_result())),
    noted(6, "zes"),
    act(7, OPENED.model_copy(update={"id": "bbbbbbbb"})),
    noted(8, "acht"),
]


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
    ballots: list[tuple[int, int, int]] = field(default_factory=list)
    """From so many operations, until so many (when its round closed): ballots in the box."""

    def say(self, seq: int) -> None:
        self.acknowledged.append((len(self.disk.log), seq))

    def vote(self, store: Store, seq: int, ballots: int) -> None:
        """Cast so many ballots in the round that this action opened."""
        rounds = folded(begin(), STORY[:seq]).rounds
        box = store.box(next(each for each in rounds.values() if each.status == "open"), 4)
        for n in range(ballots):
            box.cast("residents", {"s1": n, "s2": 4})
            self.ballots.append((len(self.disk.log), 10**9, n + 1))

    def close_round(self) -> None:
        """Say that from here on the ballots so far are in a result, or nowhere."""
        self.ballots = [(at, min(until, len(self.disk.log)), n) for at, until, n in self.ballots]

    def safe(self, operations: int) -> tuple[int, int]:
        """Give the last action acknowledged by then, -1 when not even the beginning was; and the ballots."""
        seq = max((seq for at, seq in self.acknowledged if at <= operations), default=-1)
        return seq, max((n for at, until, n in self.ballots if at <= operations < until), default=0)


def hold(disk: Disk) -> Evening:
    """Begin, add, vote, save half-way, go on, close, open again, vote, add the last, and leave it open."""
    evening = Evening(disk)
    store = Store.begin(PLACES, begin(), KINDS, files=disk, later=nothing)
    evening.say(0)
    for action in STORY[:6]:
        if action.seq == 5:
            evening.close_round()
        store.append(action)
        evening.say(action.seq)
        if action.seq in {1, 3}:
            store.save(folded(begin(), STORY[: action.seq]), action.seq)
        if action.seq == 4:
            evening.vote(store, 4, 3)
    store.close(folded(begin(), STORY[:6]), 6)
    again = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing).store
    again.append(STORY[6])
    evening.say(7)
    evening.vote(again, 7, 2)
    again.append(STORY[7])
    evening.say(8)
    return evening


def found(contents: Contents) -> tuple[int, int]:
    """Give the last action that comes back from a disk, -1 when no session does, and the ballots.

    The copies that are kept a week are left out, so that they hide no mistake.
    """
    disk = Disk.holding({path: data for path, data in contents.items() if PLACES.earlier not in path.parents})
    try:
        opened = Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    except Refused:
        return -1, 0
    seq = opened.store.next_seq - 1
    state = opened.history.state
    assert state == folded(begin(), STORY[:seq])
    boxes = [opened.store.box(each, 4) for each in state.rounds.values() if each.status == "open"]
    ballots = sum(box.progress()["residents"] for box in boxes)
    assert not any(box.damaged for box in boxes)
    assert boxes or not [path for path in disk.names_of if PLACES.ballots in path.parents]
    opened.store.close(state, seq)
    again = Store.open(PLACES, FILE, KINDS, files=disk, later=nothing)
    assert again.history.state == state
    assert not again.news
    assert [path for path in disk.names_of if "conflict" in path.name] == []
    return seq, ballots


def losses(evening: Evening, log: list[Operation], most: int = 64) -> Iterator[bool]:
    """Tell for each state of the disk there can be, at most so many after each operation, whether

    something is lost or wrong in it.
    """
    seen: dict[tuple[tuple[Path, bytes], ...], tuple[int, int] | None] = {}
    for operations in range(len(log) + 1):
        seq, ballots = evening.safe(operations)
        for contents in after_power_cut({}, log[:operations], most=most):
            key = tuple(sorted(contents.items()))
            if key not in seen:
                try:
                    seen[key] = found(contents)
                except AssertionError:
                    seen[key] = None
            there = seen[key]
            yield there is None or there[0] < seq or (there[0] not in {5, 6} and there[1] < ballots)


def test_after_every_power_cut_what_was_acknowledged_is_there(figure: Callable[[str], None]) -> None:
    evening = hold(Disk())
    log = evening.disk.log
    told = list(losses(evening, log))
    figure(f"power cuts: {len(told)} states after {len(log)} operations, {sum(told)} with a loss")
    assert not any(told)
    assert len(told) > 200


def _of(log: Sequence[Operation], *parts: str) -> set[int]:
    """Give the numbers of the files that ever had a name with one of these in it."""
    names = [each for each in log if isinstance(each, Name)]
    return {each.file for each in names if any(part in each.name.as_posix() for part in parts)}


def without_flush(log: Sequence[Operation], part: str) -> list[Operation]:
    """Leave out what makes the files durable that have this in their name."""
    those = _of(log, part)
    return [Write(0, 0, b"") if isinstance(each, Flush) and each.file in those else each for each in log]


def without_folder(log: Sequence[Operation], folder: Path) -> list[Operation]:
    """Leave out what makes the names in a folder durable."""
    return [Write(0, 0, b"") if each == SyncFolder(folder) else each for each in log]


def journal_gone_first(log: Sequence[Operation]) -> list[Operation]:
    """Take the journal away just before the last session file is written, instead of after it."""
    gone = next(
        n for n, each in enumerate(log) if isinstance(each, Name) and each.name == JOURNAL and not each.file
    )
    first = max(
        n
        for n, each in enumerate(log[:gone])
        if isinstance(each, Name) and each.name == aside(FILE) and each.file
    )
    return [*log[:first], *log[gone : gone + 2], *log[first:gone], *log[gone + 2 :]]


JOURNAL = PLACES.journal("abcd1234")
FAULTS: dict[str, Callable[[Sequence[Operation]], list[Operation]]] = {
    "the session file is not flushed": lambda log: without_flush(log, "start.toml"),
    "the folder of session files is not synchronised": lambda log: without_folder(log, FILE.parent),
    "the journal is not flushed": lambda log: without_flush(log, ".journal"),
    "the folder of journals is not synchronised": lambda log: without_folder(log, PLACES.journals),
    "the journal goes before the session file is there": journal_gone_first,
    "the ballot box is not flushed": lambda log: without_flush(log, "/ballots/"),
    "the folder of ballot boxes is not synchronised": lambda log: without_folder(log, PLACES.ballots),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_these_power_cuts_find_a_fault_that_was_planted(fault: str, figure: Callable[[str], None]) -> None:
    evening = hold(Disk())
    log = FAULTS[fault](evening.disk.log)
    assert log != evening.disk.log
    told = list(losses(evening, log, most=12))
    figure(f"planted: {fault}: {sum(told)} of {len(told)} states with a loss")
    assert any(told)


@settings(max_examples=60)
@given(st.data())
def test_a_power_cut_while_recovering_from_a_power_cut_loses_nothing(data: st.DataObject) -> None:
    evening = hold(Disk())
    log = evening.disk.log
    operations = data.draw(st.integers(10, len(log)))
    safe = evening.safe(operations)[0]
    first = data.draw(st.sampled_from(list(after_power_cut({}, log[:operations]))))
    disk = Disk.holding(first)
    try:
        Store.open(PLACES, "abcd1234", KINDS, files=disk, later=nothing)
    except Refused:
        assert safe == -1
        return
    second = data.draw(st.integers(0, len(disk.log)))
    left = data.draw(st.sampled_from(list(after_power_cut(first, disk.log[:second]))))
    assert found(left)[0] >= safe
