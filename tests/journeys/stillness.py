"""Whether a program does nothing, seen from outside: it read all that was typed, and all its threads sleep.

A pause is too short on a machine that is busy. A program that wants to go on and may not is no program that
sleeps, and the system knows which it is. Only Linux tells; elsewhere a program is taken to sleep.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":  # so that who only names a terminal can be read there too
    import fcntl
    import termios

PROCESSES = Path("/proc")
BUSY = frozenset("RDt")
"""Of threads, as Linux calls them: runs or waits for its turn, waits for a disk, is held by a tracer."""


class Programs:
    """The programs that run in a terminal."""

    def __init__(self, session: int, terminal: str) -> None:
        """Find them by the number of the first one, and by the name of the terminal they read from."""
        self._terminal = terminal
        self._found = [each for each in PROCESSES.glob("[0-9]*") if _stat(each)[3:4] == [str(session)]]

    def sleep(self) -> bool:
        """Tell whether all of them sleep at this moment, and left nothing unread that was typed."""
        states = (_stat(thread)[:1] for process in self._found for thread in process.glob("task/*"))
        return not self._unread() and not any(state and state[0] in BUSY for state in states)

    def _unread(self) -> int:
        """Give how many bytes wait to be read; none when the terminal is gone."""
        with suppress(OSError):
            end = os.open(self._terminal, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
            try:
                (count,) = struct.unpack("i", fcntl.ioctl(end, termios.FIONREAD, bytes(4)))
                return int(count)
            finally:
                os.close(end)
        return 0


def _stat(process: Path) -> list[str]:
    """Give state, parent, group, session and more of a process or thread; nothing when it is gone."""
    with suppress(OSError):
        return (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return []
