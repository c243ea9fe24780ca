"""Whoever has a raw image of the disk at any one moment of a vote learns the counts, and nothing more."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.session.events import Moved
from facilitator.session.rounds import Round
from facilitator.storage.ballot_box import BallotBox
from facilitator.storage.crypto_erase import KEY_BLOCK, decrypt, encrypt
from facilitator.storage.files import Files
from facilitator.storage.store import Store
from tests.secrecy.adversary import files_in, keys_in, opened
from tests.secrecy.voting import PLACES, Ballot, Leak, Vote, alike, hold, told_apart
from tests.storage.disk import Contents, Disk
from tests.storage.story import act, noted

FOUR: Sequence[Ballot] = [
    ("policy", 0, 4),
    ("residents", 3, 1),
    ("residents", 2, 2),
    ("residents", 0, 0),
    ("policy", 1, 3),
    ("policy", 2, 0),
    ("residents", 3, 2),
]
BOXED = Round(
    id="aaaaaaaa",
    use="urgency",
    step="vote",
    number=1,
    way="paper",
    grouping="perspective",
    statements=["s1", "s2"],
    expected={"residents": 4},
)
points = st.integers(0, 4)
ballots = st.tuples(st.sampled_from(["residents", "policy", "professionals"]), points, points)
votes = st.builds(
    Vote,
    ballots=st.lists(ballots, min_size=3, max_size=6),
    grouping=st.sampled_from(["perspective", "total"]),
    way=st.sampled_from(["paper", "keyboard"]),
    ending=st.sampled_from(["closed", "voided", "crashed", "left"]),
    crash_after=st.integers(0, 6),
)


@settings(max_examples=25)
@given(votes, st.randoms(use_true_random=False))
def test_no_moment_tells_who_answered_what_or_when(vote: Vote, chance: random.Random) -> None:
    assert told_apart(alike(vote, chance)) == []


@pytest.mark.parametrize("grouping", ["perspective", "total"])
@pytest.mark.parametrize("ending", ["closed", "voided", "crashed", "left"])
def test_hands_are_no_more_than_totals(grouping: Any, ending: str) -> None:
    vote = Vote(FOUR, grouping, "hands", ending)
    assert told_apart(alike(vote, random.Random(1))) == []


def test_how_much_was_looked_at(figure: Callable[[str], None]) -> None:
    moments = [hold(Vote(FOUR, ending=ending)) for ending in ("closed", "voided", "crashed", "left")]
    copies = sum(map(len, moments))
    figure(f"secrecy: {copies} moments of four votes copied by an adversary")
    assert copies > 300


@pytest.mark.parametrize("ending", ["closed", "voided", "crashed"])
def test_what_was_not_shown_is_gone(ending: str) -> None:
    """The answers of a group that is too small, and all of a round that does not count."""
    vote = Vote(FOUR[:5], ending=ending)
    other = Vote([("policy", 4, 1), *FOUR[1:4], ("policy", 4, 4), *FOUR[5:5]], ending=ending)
    assert hold(vote)[-1].seen == hold(other)[-1].seen
    told = {data for name, data in hold(vote)[-1].seen.items() if "ballots" in name}
    assert told <= {b""}, "of the box its names were left"


def image(disk: Disk) -> Contents:
    """Give all that stands on a disk, whether a name leads to it or not."""
    return {**disk.contents(), **disk.remains()}


def test_no_key_of_an_older_box_is_anywhere() -> None:
    disk = Disk()
    here = BallotBox(disk, PLACES.ballots, BOXED, 4)
    gone: list[bytes] = []
    for n in range(4):
        gone += keys_in(disk.contents())
        here.cast("residents", {"s1": n, "s2": n})
    left = image(disk)
    assert len(set(gone)) == 4
    assert not set(gone) & set(keys_in(left))
    for key in gone:
        assert not any(key in data or key.hex().encode() in data for data in left.values())
    (valid,) = keys_in(left)
    assert sum(decrypt(data, valid) is not None for data in left.values()) == 1, "one slot opens, not both"
    here.destroy()
    left = image(disk)
    assert {len(data) for data in left.values()} == {0, KEY_BLOCK, len(encrypt(b"", valid))}, (
        "the disk is there"
    )
    assert opened(left) == []
    assert not any(decrypt(data, key) for data in left.values() for key in [*gone, valid])
    assert not any(key in data for data in left.values() for key in [*gone, valid])


def test_on_a_real_disk_a_box_is_written_over_where_it_stands(tmp_path: Path) -> None:
    """Other names lead to the same files, as a raw disk would, also when the box is gone."""
    folder, raw = tmp_path / "ballots", tmp_path / "raw"
    raw.mkdir()
    here = BallotBox(Files(), folder, BOXED, 4)
    here.cast("residents", {"s1": 1, "s2": 1})
    for path in folder.iterdir():
        os.link(path, raw / path.name)
    before = files_in(raw)
    assert len(opened(before)) == 1
    for n in (2, 3, 4):
        here.cast("residents", {"s1": n, "s2": n})
        assert opened(files_in(raw)) == opened(files_in(folder)) != opened(before), "nothing stands elsewhere"
    before = files_in(raw)
    here.destroy()
    assert list(folder.iterdir()) == []
    after = files_in(raw)
    assert opened(after) == []
    assert not set(keys_in(before)) & set(keys_in(after))
    assert all(len(after[path]) == len(before[path]) and after[path] != before[path] for path in before)


# -- faults that were put in to see whether the adversary finds them


def _in_the_journal(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if after:
        store.append(noted(store.next_seq, f"{ballot[1]}{ballot[2]}"))


def _moved_per_group(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if after:
        store.append(act(store.next_seq, Moved(use="urgency", step="vote", page=ballot[0])))


def _appended(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if after:
        path = PLACES.ballots / "aaaaaaaa.log"
        disk.extend(path) if disk.exists(path) else disk.create(path)
        disk.write(max(disk._open), f"{ballot}\n".encode())


def _leave(disk: Disk, path: Path, data: bytes) -> None:
    handle = disk.create(path)
    disk.write(handle, data)
    disk.close(handle)


def _newer_beside_older(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    path = PLACES.ballots / ".~aaaaaaaa.json~"
    if after:
        disk.remove(path)
    else:
        _leave(disk, path, f"one more {ballot[1]}".encode())


def _old_key_stays(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if not after:
        for key in keys_in(disk.contents()):
            disk.create(PLACES.drafts / f"{key.hex()}.old")


def _time_per_statement(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if after:
        disk.create(PLACES.drafts / ("s1.seen" if ballot[1] > ballot[2] else "s2.seen"))


def _in_a_draft(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if after:
        store.drafts.keep({"urgency/vote": str(ballot[1])})


def _made_again_each_time(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    """The files of the box are replaced, as they once were, so that the old ones stay on the disk."""
    if not after:
        for path, data in disk.contents().items():
            if path.parent == PLACES.ballots:
                handle = disk.create(path)
                disk.write(handle, data)
                disk.close(handle)


def _key_in_a_name_that_went(disk: Disk, store: Store, ballot: Ballot, after: bool) -> None:
    if not after:
        for key in keys_in(disk.contents()):
            path = PLACES.ballots / f"{key.hex()}.key"
            disk.close(disk.create(path))
            for slot, data in disk.contents().items():
                if slot.suffix == ".box":
                    _leave(disk, path.with_suffix(".copy"), data)
                    disk.remove(path.with_suffix(".copy"))
            disk.remove(path)


FAULTS: Sequence[Leak] = [
    _made_again_each_time,
    _key_in_a_name_that_went,
    _in_the_journal,
    _moved_per_group,
    _appended,
    _newer_beside_older,
    _old_key_stays,
    _time_per_statement,
    _in_a_draft,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_the_adversary_finds_what_is_left_behind(fault: Leak) -> None:
    assert told_apart(alike(Vote(FOUR), random.Random(3)), fault)


def test_the_adversary_finds_groups_in_order_of_arrival() -> None:
    vote = Vote(FOUR, ending="crashed")

    def arrival(of: Vote) -> list[str]:
        return list(dict.fromkeys(ballot[0] for ballot in of.ballots))

    assert told_apart(alike(vote, random.Random(3)), order_of=arrival)
    assert not told_apart(alike(vote, random.Random(3)))
