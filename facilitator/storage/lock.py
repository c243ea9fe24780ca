"""One session is open in one place at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.folders import about
from facilitator.problems import Problem, Refused

_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""What the system says when someone else holds a lock; anything else means that it knows no locks."""


class Lock:
    """A claim on a session."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def release(self) -> None:
        """Give the session free and take the lock file away. Twice does nothing more."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":  # an open file cannot be taken away there
            os.close(handle)
            with suppress(OSError):
                self._path.unlink()
            return
        with suppress(OSError):
            self._path.unlink()
        os.close(handle)


def take_lock(path: Path) -> Lock:
    """Claim a session by its lock file.

    Raises Refused when it is open elsewhere, and OSError when the file cannot be made.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _claim(handle)
        except OSError as error:
            if error.errno in _HELD:
                os.close(handle)
                raise Refused(Problem("storage.in_use")) from error
        if _is_still(path, handle):
            return Lock(path, handle)
        os.close(handle)  # its holder took it away just before we claimed it


def _claim(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(path: Path, handle: int) -> bool:
    """Tell whether the file that is open is the one that has the name."""
    try:
        return os.path.samestat(os.fstat(handle), about(path))
    except FileNotFoundError:
        return False
