"""A program in a pseudo-terminal, with a thread that reads and answers so that it never has to wait."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.journeys.emulator import Emulator

if sys.platform != "win32":  # so that who only names a terminal can be read there too
    import fcntl
    import termios

CONTROLLED = 'exec "$@" 0<>"$0" 1>&0 2>&0'
"""The first terminal that a session leader opens becomes its controlling terminal."""


class Window:
    """A program in a terminal of ``size`` columns and rows; leaving the ``with`` ends the program."""

    def __init__(
        self,
        command: Sequence[str | Path],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start the program; a variable that is None in ``env`` is taken away."""
        self.emulator = Emulator(*size)
        self.arrivals: list[tuple[float, bytes]] = []
        """All that came, and when, on the clock of ``time.perf_counter``."""
        self.started = time.perf_counter()
        self._changed = threading.Condition()
        self._ended = False
        self._master, slave = os.openpty()
        self._stop, self._stopper = os.pipe()
        self.name = os.ttyname(slave)
        """Of the terminal."""
        _set_size(self._master, size)
        try:
            with _interruptible():
                self.process = subprocess.Popen(
                    ["/bin/sh", "-c", CONTROLLED, self.name, *command],
                    stdin=slave,
                    stdout=slave,
                    stderr=slave,
                    cwd=folder,
                    env=_environment(env or {}),
                    start_new_session=True,
                )
        finally:
            os.close(slave)
        self._reader = threading.Thread(target=self._read, name="terminal", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._master, data)

    def draw(self, data: bytes) -> None:
        """Draw over the screen, as another program at the same terminal would."""
        self._take(data)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size; the program is told by a signal."""
        with self._changed:
            self.emulator.resize(width, height)
        _set_size(self._master, (width, height))

    def kill(self, number: signal.Signals | None = None) -> None:
        """Send the program a signal; else the one that ends it at once."""
        self.process.send_signal(number or signal.SIGKILL)

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        if self._master < 0:
            return
        os.write(self._stopper, b".")
        self._reader.join()
        for end in (self._master, self._stop, self._stopper):
            os.close(end)
        self._master = -1

    def close(self) -> None:
        """End the program, and close the window on whatever it left behind."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.hang_up()

    def _read(self) -> None:
        with contextlib.suppress(OSError):  # what Linux says when the last program has let go
            while self._stop not in select.select([self._master, self._stop], [], [])[0]:
                data = os.read(self._master, 65536)
                if not data:
                    break
                self._take(data)
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _take(self, data: bytes) -> None:
        now = time.perf_counter()
        with self._changed:
            answer = self.emulator.feed(data)
            self.arrivals.append((now, data))
            self._changed.notify_all()
        if answer:
            os.write(self._master, answer)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let a program that is started now hear Ctrl+C, also where the tests themselves may not."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _set_size(terminal: int, size: tuple[int, int]) -> None:
    width, height = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    own: dict[str, str | None] = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "COLUMNS": None,
        "LINES": None,
    }
    wanted = {**os.environ, **own, **changes}
    return {name: value for name, value in wanted.items() if value is not None}
