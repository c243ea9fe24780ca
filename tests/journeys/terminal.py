"""A real terminal for a program under test: keys to press, and a screen to look at.

    with Terminal([sys.executable, "-m", "facilitator", "run", "proefronde"], size=(80, 24)) as terminal:
        terminal.wait_for("Welkom")
        terminal.press("Enter")

Looking waits until what is looked for is there. Nothing waits for a time: also after Escape, and before it is
looked whether nothing happens, the program has to be asleep for so long (``stillness``).
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import time
from collections.abc import Callable

from tests.journeys.emulator import BRACKETED_PASTE, Colours
from tests.journeys.keys import bytes_of
from tests.journeys.stillness import Programs
from tests.journeys.window import Window

PATIENCE = 120.0
"""Seconds before a wait is given up; long, because a machine that runs tests can be busy."""

ESCAPE_ALONE = 0.15
"""Seconds that a program has to sleep after Escape before the next key, or the two would be one with Alt."""

STILL = 0.06
"""Seconds that a program has to sleep before it is taken to be ready; it waits less before it draws on."""

LOOKS = 8
"""Times that it has to be found asleep in a row."""

LOOK_AGAIN = 0.1
"""Seconds after which is looked again, also when nothing was drawn."""

Looked = str | re.Pattern[str]


class Terminal(Window):
    """A window with a person before it."""

    _escaped = False
    """Whether Escape was the last that was sent."""

    def send(self, data: bytes) -> None:
        """Send bytes as they are; Escape as a key of its own when it ends what was sent before."""
        if self._escaped:
            self.wait_still(ESCAPE_ALONE)
        self._escaped = data.endswith(b"\x1b")
        super().send(data)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as in ``press("Tab", "Enter")`` or ``press("Ctrl+Z")``."""
        for key in keys:
            self.send(bytes_of(key))

    def type(self, text: str) -> None:
        """Type text, without Enter."""
        self.send(text.encode())

    def paste(self, text: str) -> None:
        """Paste text, marked as pasted when the program wants to know that."""
        marked = BRACKETED_PASTE in self.modes
        self.send(f"\x1b[200~{text}\x1b[201~".encode() if marked else text.replace("\n", "\r").encode())

    def screen(self) -> str:
        """Give the screen as plain text, without blanks at the ends of its lines."""
        with self._changed:
            return "\n".join(self.emulator.lines())

    def large_rows(self) -> list[str]:
        """Give what stands in letters twice as high. Raises ValueError where something is half so."""
        with self._changed:
            return self.emulator.large_rows()

    def colours(self, row: int, column: int) -> Colours:
        """Give the colours of a cell; the first row and column are 0."""
        with self._changed:
            return self.emulator.colours(row, column)

    def find(self, text: str) -> tuple[int, int]:
        """Give the row and column where a text first begins. Raises AssertionError when it is not there."""
        with self._changed:
            found = self.emulator.find(text)
        if not found:
            raise AssertionError(self._told(f"{text!r} is not on the screen"))
        return found

    @property
    def modes(self) -> set[int]:
        """The private modes that are on, as in ``emulator.Emulator.modes``."""
        with self._changed:
            return set(self.emulator.modes)

    def wait_for(self, looked: Looked, timeout: float = PATIENCE) -> str:
        """Wait until a text or pattern is on the screen; give the screen. Raises AssertionError with it."""
        return self.wait_until(lambda screen: _is_on(looked, screen), f"{looked!r} on the screen", timeout)

    def wait_gone(self, looked: Looked, timeout: float = PATIENCE) -> str:
        """Wait until a text or pattern is off the screen; give the screen. Raises AssertionError with it."""
        return self.wait_until(
            lambda screen: not _is_on(looked, screen), f"screen without {looked!r}", timeout
        )

    def wait_until(self, true: Callable[[str], bool], what: str, timeout: float = PATIENCE) -> str:
        """Wait until something is true of a screen that is not half drawn; give that screen.

        It may be true of a file as well, which changes without the screen: so it is asked again and again.
        """
        seen = ""
        until = time.monotonic() + timeout

        def happened() -> bool:
            nonlocal seen
            if self.emulator.drawing and not self._ended:
                return False
            seen = "\n".join(self.emulator.lines())
            return true(seen)

        with self._changed:
            while not happened() and not self._ended and time.monotonic() < until:
                self._changed.wait(LOOK_AGAIN)
            if happened():
                return seen
            why = "ended with" if self._ended else f"after {timeout:g} s"
        raise AssertionError(self._told(f"{why} no {what}"))

    def wait_asleep(self) -> None:
        """Wait until the program was put to sleep: to be woken a moment before that wakes nobody."""
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT)

    def wait_still(self, still: float = STILL, timeout: float = PATIENCE) -> None:
        """Wait until the program did all there is to do, and sleeps; it may wake now and then by itself.

        Nothing was drawn for so many seconds, and whenever it was looked meanwhile it was asleep. Raises
        AssertionError when it goes on.
        """
        programs = Programs(self.process.pid, self.name)
        until = time.monotonic() + timeout
        since, looks, drawn = time.monotonic(), 0, len(self.arrivals)
        while not self._ended and (looks < LOOKS or time.monotonic() - since < still):
            if time.monotonic() > until:
                raise AssertionError(self._told(f"not still within {timeout:g} s"))
            time.sleep(still / LOOKS)
            with self._changed:
                asleep = len(self.arrivals) == drawn and programs.sleep()
                drawn = len(self.arrivals)
            since, looks = (since, looks + 1) if asleep else (time.monotonic(), 0)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends, with all it wrote; give its exit code, or minus the signal."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._told(f"still running after {timeout:g} s")) from None
        self._reader.join(timeout)  # as long only when a child of the program still has the terminal
        return code

    def _told(self, what: str) -> str:
        if self._ended:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(PATIENCE)  # a program lets go of its terminal a moment before it is gone
        code = self.process.poll()
        state = "running" if code is None else f"ended with {code}"
        with self._changed:
            lines = self.emulator.lines()
        picture = "\n".join(f"  |{line}" for line in lines)
        return f"{what}; the program is {state}; the screen:\n{picture}"


def _is_on(looked: Looked, screen: str) -> bool:
    return looked in screen if isinstance(looked, str) else bool(looked.search(screen))
