"""A window that looks at the clock: it reads at once, answers what it is asked, and thinks afterwards."""

from __future__ import annotations

import re
import subprocess
import time
from dataclasses import dataclass

from tests.journeys.emulator import Emulator
from tests.journeys.keys import bytes_of
from tests.journeys.window import Window

QUIET = 0.2
"""Seconds without a byte after which what a key did is taken to be over."""

PATIENCE = 20.0
"""Seconds."""

QUESTION = re.compile(rb"\x1b\[(?:\?\d+\$p|>?c|\??6n)")


@dataclass(frozen=True)
class Reaction:
    """What came after a key: milliseconds to the first and the last byte, and how many bytes."""

    first: float
    last: float
    size: int


class Watch(Window):
    """A program in a terminal as quick as any."""

    def _take(self, data: bytes) -> None:
        now = time.perf_counter()
        asked = b"".join(QUESTION.findall(data))
        if asked:
            self.send(self.emulator.feed(asked))
        with self._changed:
            self.arrivals.append((now, data))
            self._changed.notify_all()

    def wait_quiet(self, quiet: float = QUIET) -> None:
        """Wait until nothing was written for a while."""
        with self._changed:
            while self._changed.wait(quiet):
                pass

    def painted(self, word: str) -> float:
        """Wait for a word; give the milliseconds from the start until a person would have seen it."""
        with self._changed:
            seen = self._changed.wait_for(
                lambda: self._ended or word.encode() in b"".join(data for _, data in self.arrivals), PATIENCE
            )
        self.wait_quiet()
        screen = self.screen_after(word)
        if not seen or screen is None:
            raise RuntimeError(f"no {word!r} on the screen:\n{self.screen()}")
        return (screen - self.started) * 1000

    def screen_after(self, word: str) -> float | None:
        """Give the moment at which a word was on the whole screen."""
        emulator = Emulator(*self._size())
        for moment, data in list(self.arrivals):
            emulator.feed(data)
            if not emulator.drawing and emulator.find(word):
                return moment
        return None

    def screen(self) -> str:
        """Give the screen as plain text."""
        emulator = Emulator(*self._size())
        for _, data in list(self.arrivals):
            emulator.feed(data)
        return "\n".join(emulator.lines())

    def press(self, *keys: str) -> None:
        """Press keys, each when what the one before did is over."""
        for key in keys:
            self.send(bytes_of(key))
            self.wait_quiet()

    def time(self, key: str, quiet: float = QUIET) -> Reaction:
        """Press a key; give how long its work took. Raises RuntimeError when nothing happens."""
        with self._changed:
            before = len(self.arrivals)
            began = time.perf_counter()
            self.send(bytes_of(key))
            self._changed.wait_for(lambda: len(self.arrivals) > before, PATIENCE)
        self.wait_quiet(quiet)
        came = self.arrivals[before:]
        if not came:
            raise RuntimeError(f"nothing came of {key}:\n{self.screen()}")
        first, last = came[0][0] - began, came[-1][0] - began
        return Reaction(first * 1000, last * 1000, sum(len(data) for _, data in came))

    def memory(self) -> float:
        """Give what the program holds of the machine's memory, in MiB."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout) / 1024

    def _size(self) -> tuple[int, int]:
        return self.emulator.grid.columns, self.emulator.grid.lines
