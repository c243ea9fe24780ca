"""The one way in which storage touches a disk, so that tests can put another disk under it."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from facilitator import folders
from facilitator.storage.lock import Lock, take_lock

_Done = TypeVar("_Done")

BUSY: Final = frozenset({5, 32, 33})
"""Windows: another program (a virus scanner, a sync client) has the file open for a moment."""
WAITS: Final = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries while a file is busy."""

PRIVATE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700

_FULL: Final = 51
"""What macOS calls F_FULLFSYNC."""
_UNKNOWN: Final = frozenset({errno.EINVAL, errno.ENOTTY, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a disk says that does not know it."""

_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)


class TooLargeError(OSError):
    """The file holds more than was asked for."""


class LinkError(OSError):
    """The name is a link, which may lead to anything."""


class NoFileError(OSError):
    """The name is one of a pipe, a folder or a device."""

    reason = "not_a_file"


class Files:
    """The file operations that storage needs. Everything it makes is for the user alone (0600, 0700).

    Every method raises OSError. A handle is a number, as the operating system gives it.
    """

    def __init__(self, platform: str = sys.platform, wait: Callable[[float], None] = time.sleep) -> None:
        """Use a disk as its platform asks; ``wait`` so many seconds for a file that is busy."""
        self.platform = platform
        self.to_disk = way_to_flush(platform)
        self._wait = wait

    def now(self) -> float:
        """Give the time by which files are dated, in seconds since 1970."""
        return time.time()

    def make_folder(self, folder: Path) -> None:
        """Make a folder, with the folders above it, and make that durable."""
        missing = [path for path in (folder, *folder.parents) if not folders.is_there(path)]
        for path in reversed(missing):
            try:
                path.mkdir(mode=PRIVATE_FOLDER)
            except FileExistsError:
                pass  # made meanwhile
            except FileNotFoundError as error:
                folders.demand_possible(path, error)
                raise
            self.sync_folder(path.parent)

    def create(self, path: Path) -> int:
        """Open a file for writing, empty; nothing else, and a pipe that stands there is not waited for."""
        how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY | _NO_LINK | _NO_WAIT
        return _of_a_file(os.open(path, how, PRIVATE), path)

    def extend(self, path: Path) -> int:
        """Open a file that exists for writing at its end."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | _BINARY | _NO_LINK)

    def rewrite(self, path: Path) -> int:
        """Open a file that exists for writing over it from its beginning; nothing else of it changes."""
        how = os.O_WRONLY | _BINARY | _NO_LINK | _NO_WAIT
        return self._patiently(lambda: _of_a_file(os.open(path, how), path))

    def write(self, handle: int, data: bytes) -> None:
        """Write all of the data."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def flush(self, handle: int) -> None:
        """Make what was written durable. After a failure this handle is never to be flushed again:

        the system may have dropped the data and would say that all is well.
        """
        self.to_disk(handle)

    def close(self, handle: int) -> None:
        os.close(handle)

    def read(self, path: Path, most: int) -> bytes:
        """Give what is in a file. Raises TooLargeError beyond ``most`` bytes, and LinkError."""
        with opened(path) as file:
            too_large = os.fstat(file.fileno()).st_size > most
            data = b"" if too_large else file.read(most + 1)
            if too_large or len(data) > most:
                raise TooLargeError(errno.EFBIG, f"more than {most} bytes", path.name)
            return data

    def head(self, path: Path, size: int) -> bytes:
        """Give the first bytes of a file, up to ``size``. Raises LinkError."""
        with opened(path) as file:
            return file.read(size)

    def changed(self, path: Path) -> float:
        """Give when a file was last changed, in seconds since 1970."""
        return folders.about(path).st_mtime

    def touch(self, path: Path) -> None:
        """Date a file now."""
        os.utime(path)

    def exists(self, path: Path) -> bool:
        return folders.is_there(path)

    def names(self, folder: Path) -> list[str]:
        """Give the names in a folder, sorted; none when it is not there."""
        return folders.names(folder)

    def names_there(self, folder: Path) -> list[str]:
        """Give the names in a folder where it does no harm to miss some; none when it cannot be seen."""
        with suppress(OSError):
            return self.names(folder)
        return []

    def replace(self, source: Path, target: Path) -> None:
        """Give a file the name of another, at once."""
        self._patiently(lambda: source.replace(target))

    def remove(self, path: Path) -> None:
        """Take a file away; nothing happens when it is not there."""
        self._patiently(lambda: path.unlink(missing_ok=True))

    def remove_folder(self, folder: Path) -> None:
        """Take an empty folder away."""
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable. Windows does so by itself."""
        if self.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def _patiently(self, do: Callable[[], _Done]) -> _Done:
        """Do something with a file; wait a little for a program that has it open."""
        for wait in WAITS:
            try:
                return do()
            except OSError as error:
                if getattr(error, "winerror", None) not in BUSY:
                    raise
                self._wait(wait)
        return do()

    def lock(self, path: Path) -> Lock:
        """Claim a session by a lock file. Raises Refused when it is open elsewhere."""
        return take_lock(path)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading, and nothing else: a pipe would be waited for, a folder stay open."""
    with os.fdopen(_of_a_file(_to_read(path), path), "rb") as file:
        yield file


def _of_a_file(handle: int, path: Path) -> int:
    """Give a handle that is one of a file; close any other."""
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFileError(errno.EINVAL, "not a regular file", path.name)
    return handle


def _to_read(path: Path) -> int:
    """Give a handle, never through a link."""
    if not _NO_LINK and folders.is_link(path):
        raise LinkError(errno.ELOOP, "a link", str(path))
    try:
        return os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT | _NO_LINK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise LinkError(*error.args) from error
        if error.errno == errno.EACCES and folders.is_folder(path):
            raise NoFileError(errno.EINVAL, "not a regular file", path.name) from error
        raise


def way_to_flush(platform: str) -> Callable[[int], None]:
    """Give what makes a file durable: fdatasync on Linux, F_FULLFSYNC on macOS, fsync elsewhere."""
    if platform == "darwin":
        return _through_the_drive
    if platform == "linux" and sys.platform != "win32" and sys.platform != "darwin":
        return os.fdatasync
    return os.fsync


def _through_the_drive(handle: int) -> None:
    """Flush the drive's own cache as well, which fsync on macOS does not do."""
    import fcntl

    try:
        fcntl.fcntl(handle, getattr(fcntl, "F_FULLFSYNC", _FULL))
    except OSError as error:
        if error.errno not in _UNKNOWN:  # a flush that failed is not to be tried again in another way
            raise
        os.fsync(handle)  # not every disk knows it; this is then the most there is


def aside(path: Path) -> Path:
    """Give the name under which a file is written before it takes its own; sync clients skip it."""
    return path.with_name(f".~{path.name}~")


def write_whole(files: Files, path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file so that at every moment its name holds all of the old or all of the new.

    ``durable``: also after a power cut, and on return the new. Raises OSError; the old is then still there,
    unless the very last thing failed, making the name durable.
    """
    temporary = aside(path)
    try:
        handle = files.create(temporary)
        try:
            files.write(handle, data)
            if durable:
                files.flush(handle)
        finally:
            files.close(handle)
        files.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            files.remove(temporary)
        raise
    if durable:
        files.sync_folder(path.parent)


def overwrite(files: Files, path: Path, data: bytes) -> None:
    """Write over a file where it stands on the disk, durably; it is as long as the data or becomes so.

    Raises OSError. Cut short, the file holds a beginning of the data, and what it held behind that.
    """
    handle = files.rewrite(path)
    try:
        files.write(handle, data)
        files.flush(handle)
    finally:
        files.close(handle)


def free_name(files: Files, path: Path) -> Path:
    """Give ``<name>.broken-<n>`` for a file that is kept aside, with the first n that is free."""
    n = 1
    while files.exists(kept := path.with_name(f"{path.name}.broken-{n}")):
        n += 1
    return kept


def put_aside(files: Files, path: Path) -> Path:
    """Give a damaged file a name under which it stays for a while, and give that name. Raises OSError."""
    kept = free_name(files, path)
    files.replace(path, kept)
    with suppress(OSError):
        files.touch(kept)  # the while begins now
    files.sync_folder(path.parent)
    return kept
