"""An event loop without a socket, for Windows: the loop of Python connects to itself there, to be woken."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Final

LONGEST: Final = 3600.0
"""Seconds that are slept at most: not every system can wait longer, and nothing is lost by waking."""


class Sleep:
    """Stands where Python's loop waits for files and connections. Here only time is waited for."""

    def __init__(self) -> None:
        self._woken = Event()

    def select(self, timeout: float | None) -> tuple[()]:
        """Wait until someone wakes us, or until the time is over."""
        self._woken.wait(LONGEST if timeout is None else min(max(timeout, 0.0), LONGEST))
        self._woken.clear()
        return ()

    def wake(self) -> None:
        """Wake who sleeps, or who is about to. From any thread."""
        self._woken.set()


class QuietLoop(asyncio.BaseEventLoop):
    """Runs what is asked of it, also from other threads. It knows no files, connections, programs or signals.

    The app needs none of these: keys come from a thread, and disks are written by one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._selector = Sleep()

    def _process_events(self, event_list: tuple[()]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Come round at once: another thread has something to do here."""
        self._selector.wake()
