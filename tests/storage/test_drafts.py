"""Text that is being typed: kept, forgotten, and never in the way."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from facilitator.storage.drafts import Drafts
from facilitator.storage.files import Files
from tests import platform_marks
from tests.storage.disk import Disk, Flush, SyncFolder


def test_drafts_are_kept_forgotten_and_cleared(tmp_path: Path) -> None:
    path = tmp_path / "abcd1234.json"
    drafts = Drafts(Files(), path)
    assert drafts.get("a/b") == ""
    assert drafts.keep({"a/b": "één\ntwee"})
    assert drafts.keep({"a/c": "x"})
    again = Drafts(Files(), path)
    assert (again.get("a/b"), again.get("a/c")) == ("één\ntwee", "x")
    assert again.keep({"a/c": "x"})
    assert again.keep({"a/c": ""})
    assert again.keep({"a/c": ""})
    assert Drafts(Files(), path).get("a/c") == ""
    assert again.clear()
    assert list(tmp_path.iterdir()) == []


@platform_marks.modes
def test_drafts_are_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "abcd1234.json"
    assert Drafts(Files(), path).keep({"a/b": "een"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_typing_does_not_wait_until_a_disk_is_sure() -> None:
    disk = Disk()
    assert Drafts(disk, Path("/state/drafts/abcd1234.json")).keep({"a/b": "x"})
    assert not [each for each in disk.log if isinstance(each, Flush | SyncFolder)]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"a/b": 3}', b"\xff", b"[" * 99_999])
def test_damaged_drafts_are_no_drafts(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "abcd1234.json"
    path.write_bytes(data)
    drafts = Drafts(Files(), path)
    assert drafts.get("a/b") == ""
    assert drafts.keep({"a/b": "x"})


def test_drafts_that_cannot_be_kept_stop_nobody(tmp_path: Path) -> None:
    drafts = Drafts(Files(), tmp_path / "weg" / "abcd1234.json")
    assert not drafts.keep({"a/b": "x"})
    assert drafts.get("a/b") == "x"
    assert drafts.keep({"a/b": "x"}), "there is nothing to write"
