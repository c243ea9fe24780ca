"""A disk in memory that remembers every operation, can fail at one, and can lose its power after any.

It is as strict as Windows is: a file that is open is not removed, renamed or replaced, names that differ only
in case are one name, and some names no file can have. What works here works on every platform.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Problem, Refused
from facilitator.storage.files import Files, TooLargeError
from facilitator.storage.lock import Lock

ROOT: Final = Path("/").absolute()
"""Where the folders stand; on Windows that is on a drive."""


@dataclass(frozen=True)
class Write:
    """Bytes written to a file that has this number."""

    file: int
    at: int
    data: bytes

    def over(self, old: bytes) -> bytes:
        """Give what a file holds after it, when it held this before."""
        old = old.ljust(self.at, b"\0")
        return old[: self.at] + self.data + old[self.at + len(self.data) :]


@dataclass(frozen=True)
class Name:
    """A change of the names in a folder: a name given (``file`` 0: taken away), maybe taken from another."""

    folder: Path
    name: Path
    file: int
    old: Path | None = None


@dataclass(frozen=True)
class Flush:
    """From here on what was written to the file stays."""

    file: int


@dataclass(frozen=True)
class Dropped:
    """A flush failed: what was written to the file so far may never come to the disk."""

    file: int


@dataclass(frozen=True)
class SyncFolder:
    """From here on the names in the folder stay."""

    folder: Path


Operation = Write | Name | Flush | Dropped | SyncFolder
Contents = dict[Path, bytes]


@dataclass
class Disk(Files):
    """Storage's files, in memory."""

    names_of: dict[Path, int] = field(default_factory=dict)
    data: dict[int, bytes] = field(default_factory=dict)
    log: list[Operation] = field(default_factory=list)
    fail_at: int = 0
    """The number of the operation that fails, counted from 1; 0: none."""
    dead_after: bool = False
    """Whether every operation after that one fails too."""
    count: int = 0
    time: float = 0.0
    """Files are dated by their number; this is what the clock says."""
    locked: set[Path] = field(default_factory=set)
    _open: dict[int, int] = field(default_factory=dict)
    _at: dict[int, int] = field(default_factory=dict)
    """Where the next bytes go of handles that do not write at the end."""
    _last: int = 0

    @classmethod
    def holding(cls, contents: Contents, **more: Any) -> Disk:
        """Give a disk with these files, safe and sound."""
        disk = cls(**more)
        for path, data in contents.items():
            disk._last += 1
            disk.names_of[path], disk.data[disk._last] = disk._last, data
        return disk

    def contents(self) -> Contents:
        return {path: self.data[file] for path, file in self.names_of.items()}

    def remains(self) -> Contents:
        """Give what a raw image shows besides: what no name leads to any more, and all names there ever were.

        A file that was written over in place holds the new alone; one that was made again, or taken away, was
        left where it stood.
        """
        named = set(self.names_of.values())
        names = [
            name for each in self.log if isinstance(each, Name) for name in (each.name, each.old) if name
        ]
        return {
            **{path: b"" for path in names if path not in self.names_of},
            **{Path(f"/gone/{file}"): data for file, data in self.data.items() if file not in named},
        }

    def let_go(self) -> None:
        """Let go of all that a program held that was killed: its locks, and the files that it had open."""
        self.locked.clear()
        self._open.clear()
        self._at.clear()

    @contextmanager
    def healthy(self) -> Iterator[None]:
        """For another program, that does not fail."""
        fail_at, self.fail_at, count = self.fail_at, 0, self.count
        yield
        self.fail_at, self.count = fail_at, count

    def _step(self) -> None:
        self.count += 1
        if self.fail_at and (self.count == self.fail_at or (self.dead_after and self.count > self.fail_at)):
            raise OSError(errno.EIO, "broken")

    def _named(self, path: Path) -> Path:
        """Give the name under which a file stands, whatever its capitals; the same where there is none."""
        if path in self.names_of:
            return path
        wanted = str(path).casefold()
        return next((name for name in self.names_of if str(name).casefold() == wanted), path)

    def _find(self, path: Path) -> int:
        name = self._named(path)
        if name not in self.names_of:
            raise FileNotFoundError(errno.ENOENT, "gone", str(path))
        return self.names_of[name]

    def _demand_closed(self, path: Path) -> None:
        """Refuse to take a name from a file that is open."""
        if self.names_of.get(self._named(path)) in self._open.values():
            raise _refused(SHARED, path)

    def _number(self, file: int) -> int:
        handle = max(self._open, default=2) + 1
        self._open[handle] = file
        return handle

    def make_folder(self, folder: Path) -> None:
        self._step()

    def create(self, path: Path) -> int:
        self._step()
        _demand_possible(path)
        path = self._named(path)
        self._last += 1
        self.names_of[path], self.data[self._last] = self._last, b""
        self.log.append(Name(path.parent, path, self._last))
        return self._number(self._last)

    def extend(self, path: Path) -> int:
        self._step()
        return self._number(self._find(path))

    def rewrite(self, path: Path) -> int:
        self._step()
        handle = self._number(self._find(path))
        self._at[handle] = 0
        return handle

    def write(self, handle: int, data: bytes) -> None:
        try:
            self._step()
        except OSError:
            self._put(handle, data[: len(data) // 2])
            raise
        self._put(handle, data)

    def _put(self, handle: int, data: bytes) -> None:
        file = self._open[handle]
        write = Write(file, self._at.get(handle, len(self.data[file])), data)
        self.log.append(write)
        self.data[file] = write.over(self.data[file])
        if handle in self._at:
            self._at[handle] += len(data)

    def flush(self, handle: int) -> None:
        file = self._open[handle]
        try:
            self._step()
        except OSError:
            self.log.append(Dropped(file))
            raise
        self.log.append(Flush(file))

    def close(self, handle: int) -> None:
        del self._open[handle]
        self._at.pop(handle, None)
        self._step()

    def read(self, path: Path, most: int) -> bytes:
        self._step()
        data = self.data[self._find(path)]
        if len(data) > most:
            raise TooLargeError("too large")
        return data

    def head(self, path: Path, size: int) -> bytes:
        return self.read(path, 10**9)[:size]

    def changed(self, path: Path) -> float:
        return float(self._find(path))

    def touch(self, path: Path) -> None:
        self._step()

    def now(self) -> float:
        return self.time

    def exists(self, path: Path) -> bool:
        return self._named(path) in self.names_of or any(path in each.parents for each in self.names_of)

    def names(self, folder: Path) -> list[str]:
        inside = [each.relative_to(folder) for each in self.names_of if folder in each.parents]
        return sorted({each.parts[0] for each in inside})

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        _demand_possible(target)
        file = self._find(source)
        self._demand_closed(source)
        self._demand_closed(target)
        source = self._named(source)
        del self.names_of[source]
        target = self._named(target)
        self.names_of[target] = file
        self.log.append(Name(target.parent, target, file, old=source))

    def remove(self, path: Path) -> None:
        self._step()
        self._demand_closed(path)
        path = self._named(path)
        if self.names_of.pop(path, None):
            self.log.append(Name(path.parent, path, 0))

    def remove_folder(self, folder: Path) -> None:
        self._step()

    def sync_folder(self, folder: Path) -> None:
        self._step()
        self.log.append(SyncFolder(folder))

    def lock(self, path: Path) -> Lock:
        if path in self.locked:
            raise Refused(Problem("storage.in_use"))
        self.locked.add(path)
        return _Lock(self, path)


class _Lock(Lock):
    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._path = path

    def release(self) -> None:
        self._disk.locked.discard(self._path)


SHARED: Final = 32
"""What Windows says when another handle has a file open."""
IMPOSSIBLE: Final = 123
"""What it says of a name that no file can have."""
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_SIGNS: Final = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$')


def _refused(winerror: int, path: Path) -> OSError:
    error = PermissionError(errno.EACCES, "refused", str(path))
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


def _demand_possible(path: Path) -> None:
    """Refuse a name that is one of a device, or that has a sign in it that none may have."""
    if _DEVICE.fullmatch(path.name) or _SIGNS.search(path.name):
        raise _refused(IMPOSSIBLE, path)


def after_power_cut(before: Contents, log: Sequence[Operation], most: int = 64) -> Iterator[Contents]:
    """Give what may be found after the power went at the end of this log.

    What was flushed is there; of what was not, any part may be, the last write also by half. At most so many.
    """
    yield from (disk.contents() for disk in disks_after_power_cut(before, log, most))


def disks_after_power_cut(before: Contents, log: Sequence[Operation], most: int = 64) -> Iterator[Disk]:
    """Give the disks as they may be found then, with what remains on them."""
    loose = _not_safe(log)
    for kept in _some_of(loose, most):
        there = [each for n, each in enumerate(log) if n not in loose or n in kept]
        yield _applied(before, there)
        last = log[kept[-1]] if kept else None
        if isinstance(last, Write):
            half = Write(last.file, last.at, last.data[: len(last.data) // 2])
            yield _applied(before, [half if each is last else each for each in there])


def _some_of(loose: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    """Give every subset, or when there are more than ``most`` the smallest ones and the largest."""
    if 2 ** len(loose) <= most:
        yield from (kept for size in range(len(loose) + 1) for kept in combinations(loose, size))
        return
    small = (kept for size in range(len(loose) + 1) for kept in combinations(loose, size))
    large = (kept for size in range(len(loose), -1, -1) for kept in combinations(loose, size))
    yield from islice(small, most // 2)
    yield from islice(large, most // 2)


def _not_safe(log: Sequence[Operation]) -> list[int]:
    """Give the numbers of the writes and names in a log that nothing after them made safe."""
    flushed: dict[int, bool] = {}
    synced: set[Path] = set()
    loose: list[int] = []
    for number in range(len(log) - 1, -1, -1):
        operation = log[number]
        if isinstance(operation, Flush | Dropped):
            flushed[operation.file] = isinstance(operation, Flush)
        elif isinstance(operation, SyncFolder):
            synced.add(operation.folder)
        elif isinstance(operation, Write):
            if not flushed.get(operation.file):
                loose.append(number)
        elif operation.folder not in synced:
            loose.append(number)
    return loose[::-1]


def _applied(before: Contents, log: Sequence[Operation]) -> Disk:
    disk = Disk.holding(before, log=list(log))
    names, data = disk.names_of, disk.data
    for each in log:
        if isinstance(each, Write):
            data[each.file] = each.over(data.get(each.file, b""))
        elif isinstance(each, Name):
            if each.old is not None:
                names.pop(each.old, None)
            if each.file:
                names[each.name] = each.file
                data.setdefault(each.file, b"")
            else:
                names.pop(each.name, None)
    disk._last = max(data, default=0)
    return disk
