"""Ballot boxes that are damaged, or of another version of the app."""

from __future__ import annotations

from hashlib import shake_256
from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.storage.ballot_box import BallotBox, Boxes, GroupCounts
from facilitator.storage.crypto_erase import BLOCK, decrypt
from facilitator.storage.erasable_file import ErasableFile
from facilitator.storage.files import Files
from facilitator.storage.frames import frame
from facilitator.storage.save_errors import NotSaved
from tests.secrecy.adversary import keys_in, opened
from tests.storage.conftest import codes
from tests.storage.disk import Disk, after_power_cut
from tests.storage.test_ballot_box import FIRST, FOLDER, POINTS, box, cast, vote

COUNTS = b'{"ballots": 1, "beforehand": 0, "answers": {"s1": [0, 1, 0, 0, 0], "s2": [1, 0, 0, 0, 0]}}'
SENSELESS = [
    b"{}",
    b"[]",
    b"x",
    b"",
    b'{"box": 2, "groups": {"nobody": 1}, "came": {}}',
    b'{"box": 2, "groups": {}, "came": {"professionals": 1}}',
    b'{"box": 2, "groups": {"professionals": %b}, "came": {}}' % COUNTS,
    b'{"box": 2, "groups": {"total": %b}, "came": {}}' % COUNTS,
    b'{"box": 2, "groups": {"residents": %b}, "came": {}}' % COUNTS.replace(b"[1, 0", b"[1, 1"),
    b'{"box": 2, "groups": {"residents": %b}, "came": {}}' % COUNTS.replace(b": 1", b": null"),
    b'{"box": 2, "groups": {"residents": %b}, "came": {}}' % COUNTS.replace(b", 1, ", b', "1", '),
    b'{"box": 2, "groups": {"residents": {"ballots": 0, "answers": []}}, "came": {}}',
    b'{"box": 2, "groups": {}, "came": {"residents": "1"}}',
    b"[" * 9999,
]


@pytest.mark.parametrize("contents", SENSELESS)
def test_a_damaged_box_is_begun_again_and_told_and_nothing_of_it_stays(contents: bytes) -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    ErasableFile(disk, FOLDER, "aaaaaaaa").write(contents)
    before = keys_in(disk.contents())
    here = box(disk)
    assert here.damaged
    assert here.counts() == {}
    assert len(disk.names_of) == 2, "one slot and its key"
    assert not set(before) & set(keys_in(disk.contents()))
    assert not box(disk).damaged


def test_a_box_without_its_key_was_damaged() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    for path in [each for each in disk.names_of if each.suffix == ".key"]:
        del disk.names_of[path]
    assert box(disk).damaged


def test_a_key_without_its_box_was_a_damaged_one() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    for path in [each for each in disk.names_of if each.suffix == ".box"]:
        del disk.names_of[path]
    assert box(disk).damaged


def test_a_name_that_is_no_key_is_none_and_goes_with_the_box() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    for name in ("aaaaaaaa.0.zz.key", "aaaaaaaa.0.key", ".~aaaaaaaa.json~"):
        disk.close(disk.create(FOLDER / name))
    here = box(disk)
    assert (here.damaged, here.progress()["residents"]) == (False, 1)
    here.destroy()
    assert disk.contents() == {}


def test_a_box_that_cannot_be_opened_says_why() -> None:
    for n in range(1, 5):
        with pytest.raises(NotSaved) as caught:
            box(Disk(fail_at=n, dead_after=True))
        assert codes([caught.value.problem]) == ["storage.ballot_not_saved"]
        assert caught.value.problem.values == {"why": Problem("words.reason.broken")}


def test_a_box_that_cannot_be_taken_away_now_goes_later() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    boxes = Boxes(disk, FOLDER)
    disk.fail_at, disk.dead_after = disk.count + 1, True
    boxes.destroy("aaaaaaaa")
    assert disk.contents()
    disk.fail_at = 0
    boxes.clear([vote(status="closed")])
    assert disk.contents() == {}


def test_a_box_of_a_newer_app_is_refused_and_stays_as_it_is() -> None:
    disk = Disk()
    ErasableFile(disk, FOLDER, "aaaaaaaa").write(b'{"box": 3, "drawers": []}')
    before = disk.contents()
    with pytest.raises(NotSaved) as caught:
        box(disk)
    assert codes([caught.value.problem]) == ["storage.newer"]
    assert disk.contents() == before


OF_FIRST = (
    b'{"box": 1, "came": {"residents": 1}, "groups": {"residents": '
    b'{"answers": {"s1": [0, 1, 0, 0, 0], "s2": [0, 0, 1, 0, 0]}, "ballots": 1, "beforehand": 0}}}'
)


def test_a_box_of_the_first_version_goes_on_through_every_power_cut() -> None:
    before = {FIRST: frame(OF_FIRST)}
    disk = Disk.holding(before)
    assert box(disk).counts() == {
        "residents": GroupCounts(1, 0, {"s1": [0, 1, 0, 0, 0], "s2": [0, 0, 1, 0, 0]})
    }
    assert FIRST not in disk.contents()
    for operations in range(len(disk.log) + 1):
        for contents in after_power_cut(before, disk.log[:operations]):
            again = box(Disk.holding(contents))
            assert (again.damaged, again.progress()["residents"]) == (False, 1)


def test_a_box_of_the_first_version_on_a_real_disk(tmp_path: Path) -> None:
    old = tmp_path / FIRST.name
    old.write_bytes(frame(OF_FIRST))
    assert BallotBox(Files(), tmp_path, vote(), POINTS).progress()["residents"] == 1
    assert not old.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"aaaaaaaa.a.box", "aaaaaaaa.key"}


def of_second_version(contents: bytes, slot: int = 1, key: bytes = bytes(range(16))) -> dict[Path, bytes]:
    """Give the files of a box as the second version wrote it, with an earlier state in the other slot."""
    plain = frame(contents.ljust(BLOCK))
    stream = shake_256(key).digest(len(plain))
    return {
        FOLDER / f"aaaaaaaa.{slot}.box": bytes(a ^ b for a, b in zip(plain, stream, strict=True)),
        FOLDER / f"aaaaaaaa.{1 - slot}.box": shake_256(b"a key that is gone").digest(len(plain)),
        FOLDER / f"aaaaaaaa.{slot}.{key.hex()}.key": b"",
    }


OF_SECOND = OF_FIRST.replace(b'"box": 1', b'"box": 2')


@pytest.mark.parametrize("slot", [0, 1])
def test_a_box_of_the_second_version_goes_on_through_every_power_cut(slot: int) -> None:
    before = of_second_version(OF_SECOND, slot)
    disk = Disk.holding(before)
    here = box(disk)
    assert here.counts() == {"residents": GroupCounts(1, 0, {"s1": [0, 1, 0, 0, 0], "s2": [0, 0, 1, 0, 0]})}
    for operations in range(len(disk.log) + 1):
        for contents in after_power_cut(before, disk.log[:operations]):
            again = box(Disk.holding(contents))
            assert (again.damaged, again.progress()["residents"]) == (False, 1)
    cast(here, ("residents", 4, 4, False))
    assert not before.keys() & disk.contents().keys()
    assert len(opened({**disk.contents(), **disk.remains()})) == 1, "the name of a key opens nothing any more"


def test_a_box_of_the_second_version_without_its_key_was_damaged() -> None:
    files = of_second_version(OF_SECOND)
    disk = Disk.holding({path: data for path, data in files.items() if path.suffix == ".box"})
    assert box(disk).damaged
    assert {path.name for path in disk.names_of} == {"aaaaaaaa.a.box", "aaaaaaaa.key"}


def test_a_damaged_box_of_the_first_version_is_told() -> None:
    disk = Disk.holding({FIRST: frame(OF_FIRST)[:-5]})
    assert box(disk).damaged
    assert FIRST not in disk.contents()


def test_every_flipped_bit_is_seen() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    (key,) = keys_in(disk.contents())
    (slot,) = [path for path, data in disk.contents().items() if data and decrypt(data, key)]
    whole = disk.contents()[slot]
    for place in [*range(300), *range(300, len(whole), 97), len(whole) - 1]:
        data = bytearray(whole)
        data[place] ^= 1 << place % 8
        assert box(Disk.holding({**disk.contents(), slot: bytes(data)})).damaged
