"""The real disk: whole files, private files, busy files, locks."""

from __future__ import annotations

import importlib
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from facilitator.problems import Refused
from facilitator.storage.files import BUSY, WAITS, Files, TooLargeError, aside, free_name, write_whole
from facilitator.storage.lock import take_lock
from tests import platform_marks


@platform_marks.modes
def test_a_file_and_its_folders_are_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "file.toml"
    Files().make_folder(path.parent)
    write_whole(Files(), path, b"een")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(each.stat().st_mode) for each in (path.parent, path.parent.parent)} == {0o700}


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "file.toml"
    files = Files()
    files.make_folder(path.parent)
    files.make_folder(path.parent)
    write_whole(files, path, b"een")
    write_whole(files, path, b"twee")
    assert files.read(path, 4) == b"twee"
    assert files.names(path.parent) == ["file.toml"]
    assert files.head(path, 3) == b"twe"
    with pytest.raises(TooLargeError, match=r"more than 3 bytes: .*file\.toml"):
        files.read(path, 3)


def test_what_is_no_file_keeps_nothing_open(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()

    def free() -> int:
        handle = os.open(path, os.O_RDONLY)
        os.close(handle)
        return handle

    before = free()
    for read in (Files().read, Files().head):
        with pytest.raises(OSError, match=r"not a regular file"):
            read(tmp_path, 9)
    assert free() == before


@platform_marks.pipes
def test_only_files_are_read_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for read in (Files().read, Files().head):
        with pytest.raises(OSError, match=r"not a regular file: .*pipe"):
            read(pipe, 9)


def test_a_file_that_is_not_there_is_not_read(tmp_path: Path) -> None:
    for read in (Files().read, Files().head):
        with pytest.raises(FileNotFoundError):
            read(tmp_path / "weg", 9)


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    class Broken(Files):
        def flush(self, handle: int) -> None:
            raise OSError(5, "broken")

    path = tmp_path / "file.toml"
    write_whole(Files(), path, b"oud")
    with pytest.raises(OSError, match="broken"):
        write_whole(Broken(), path, b"nieuw")
    assert (path.read_bytes(), Files().names(tmp_path)) == (b"oud", ["file.toml"])


def test_what_is_made_begins_empty(tmp_path: Path) -> None:
    files, path = Files(), tmp_path / "file"
    for data in (b"lang", b"x"):
        handle = files.create(path)
        files.write(handle, data)
        files.close(handle)
    assert path.read_bytes() == b"x"


@platform_marks.links
def test_what_is_extended_is_no_link(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"x")
    link.symlink_to(path)
    with pytest.raises(OSError, match="symbolic links"):
        Files().extend(link)
    assert path.read_bytes() == b"x"


@platform_marks.links
def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    path, other = tmp_path / "file.toml", tmp_path / "other"
    other.write_text("van een ander", encoding="utf-8")
    aside(path).symlink_to(other)
    with pytest.raises(OSError, match=r"."):
        write_whole(Files(), path, b"nieuw")
    assert other.read_text(encoding="utf-8") == "van een ander"
    write_whole(Files(), path, b"nieuw")
    assert path.read_bytes() == b"nieuw"


class RefusalError(OSError):
    """What Windows says of a file that it does not let go."""

    def __init__(self, code: int | None) -> None:
        super().__init__(13, "busy")
        self.winerror = code


class Busy(type(Path())):  # type: ignore[misc]
    """A file that another program has open for a moment, as on Windows."""

    tries: list[int | None] = []

    def replace(self, target: str | os.PathLike[str]) -> Any:
        if self.tries:
            raise RefusalError(self.tries.pop())
        return super().replace(target)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_busy_for_a_moment_is_tried_again(tmp_path: Path, code: int) -> None:
    waits: list[float] = []
    source = Busy(tmp_path / "a")
    source.write_text("a", encoding="utf-8")
    Busy.tries = [code] * 3
    Files("win32", waits.append).replace(source, tmp_path / "b")
    assert (tmp_path / "b").read_text(encoding="utf-8") == "a"
    assert waits == [0.01, 0.025, 0.05]


def test_the_last_try_may_still_do_it(tmp_path: Path) -> None:
    waits: list[float] = []
    source = Busy(tmp_path / "a")
    source.write_text("a", encoding="utf-8")
    Busy.tries = [32] * len(WAITS)
    Files("win32", waits.append).replace(source, tmp_path / "b")
    assert ((tmp_path / "b").read_text(encoding="utf-8"), waits) == ("a", list(WAITS))


@pytest.mark.parametrize("code", [None, *range(1, 60)])
def test_only_three_codes_of_windows_are_tried_again(tmp_path: Path, code: int | None) -> None:
    waits: list[float] = []
    source = Busy(tmp_path / "a")
    source.write_text("a", encoding="utf-8")
    Busy.tries = [code] * 9
    with pytest.raises(OSError, match="busy"):
        Files("win32", waits.append).replace(source, tmp_path / "b")
    assert {5, 32, 33} == BUSY
    assert waits == (list(WAITS) if code in BUSY else [])
    assert len(Busy.tries) == (1 if code in BUSY else 8)


# -- what makes a file durable


def test_each_platform_has_its_own_way_to_flush() -> None:
    ways = {name: Files(name).to_disk for name in ("linux", "darwin", "win32", "freebsd14")}
    assert ways["win32"] is ways["freebsd14"] is os.fsync
    assert ways["darwin"] is not os.fsync
    if sys.platform != "win32":  # which does not have it
        assert ways["linux"] is os.fdatasync
        assert ways["darwin"] is not os.fdatasync


@platform_marks.flock
def test_a_disk_that_does_not_know_the_flush_of_macos_gets_fsync(tmp_path: Path) -> None:
    files = Files("darwin")
    path = tmp_path / "file"
    handle = files.create(path)
    files.write(handle, b"x")
    files.flush(handle)  # no other system knows it, so that this is the fallback
    files.close(handle)
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize("platform", ["linux", pytest.param("darwin", marks=platform_marks.flock), "win32"])
def test_a_flush_that_fails_is_told_and_not_tried_in_another_way(tmp_path: Path, platform: str) -> None:
    files = Files(platform)
    handle = files.create(tmp_path / "file")
    files.close(handle)
    # Wine 8 says no more than that
    with pytest.raises(OSError, match="Error" if platform_marks.WINE else "Bad file descriptor"):
        files.flush(handle)


@platform_marks.flock
def test_the_flush_of_macos_does_not_hide_a_failure() -> None:
    read, write = os.pipe()  # cannot be flushed by anything
    try:
        with pytest.raises(OSError, match=r"."):
            Files("darwin").flush(write)
    finally:
        os.close(read)
        os.close(write)


def test_a_folder_is_made_durable_except_on_windows(tmp_path: Path) -> None:
    for platform in ("linux", "darwin"):
        with pytest.raises(FileNotFoundError):
            Files(platform).sync_folder(tmp_path / "weg")
    Files("win32").sync_folder(tmp_path / "weg")


def test_what_is_kept_aside_gets_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    assert free_name(Files(), path).name == "a.journal.broken-1"
    (tmp_path / "a.journal.broken-1").touch()
    assert free_name(Files(), path).name == "a.journal.broken-2"


def test_a_folder_that_is_not_there_has_no_names(tmp_path: Path) -> None:
    assert Files().names(tmp_path / "weg") == []


# -- locks


def test_a_lock_is_held_by_one_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "abcd1234.lock"
    lock = take_lock(path)
    with pytest.raises(Refused):
        take_lock(path)
    lock.release()
    lock.release()
    assert not path.exists()
    second = take_lock(path)
    lock.release()
    with pytest.raises(Refused):
        take_lock(path)
    second.release()


@platform_marks.links
def test_a_lock_is_never_a_link_to_another_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    (tmp_path / "abcd1234.lock").symlink_to(other)
    with pytest.raises(OSError, match="symbolic links"):
        take_lock(tmp_path / "abcd1234.lock")


def test_a_lock_that_a_crash_left_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "abcd1234.lock"
    code = (
        "import os, sys; from pathlib import Path; from facilitator.storage.lock import take_lock;"
        "lock = take_lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read(); os._exit(9)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().rstrip() == b"held"
        with pytest.raises(Refused):
            take_lock(path)
        other.kill()
    assert path.exists()
    take_lock(path).release()


@platform_marks.open_files_go
def test_a_lock_whose_file_was_taken_away_meanwhile_is_taken_anew(tmp_path: Path) -> None:
    path = tmp_path / "abcd1234.lock"
    first = take_lock(path)
    path.unlink()
    second = take_lock(path)
    assert path.exists()
    second.release()
    first.release()


@platform_marks.flock
def test_a_lock_file_that_goes_just_before_it_is_claimed_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = importlib.import_module("fcntl")
    path = tmp_path / "abcd1234.lock"
    real, gone = fcntl.flock, iter([True])

    def flock(handle: int, operation: int) -> None:
        if next(gone, False):
            path.unlink()
        real(handle, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    lock = take_lock(path)
    with pytest.raises(Refused):
        take_lock(path)
    lock.release()
