"""A real terminal for a program under test: keys to press, and a screen to look at.

    with Terminal([sys.executable, "-m", "facilitator", "run", "proefronde"], size=(80, 24)) as terminal:
        terminal.wait_for("Welkom")
        terminal.press("Enter")

Looking waits until what is looked for is there; nothing waits longer than it has to, except after Escape.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import time
from collections.abc import Callable

from tests.journeys.emulator import BRACKETED_PASTE, Colours
from tests.journeys.keys import bytes_of
from tests.journeys.window import Window

PATIENCE = 30.0
"""Seconds before a wait is given up; long, because a machine that runs tests can be busy."""

ESCAPE_ALONE = 0.15
"""Seconds after Escape before the next key, or the two would be read as one key with Alt."""

LOOK_AGAIN = 0.1
"""Seconds after which is looked again, also when nothing was drawn."""

Looked = str | re.Pattern[str]


class Terminal(Window):
    """A window with a person before it."""

    _after_escape = 0.0

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        time.sleep(max(0.0, self._after_escape - time.monotonic()))
        self._after_escape = time.monotonic() + ESCAPE_ALONE if data.endswith(b"\x1b") else 0.0
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

    def wait_quiet(self, quiet: float = 0.2, timeout: float = PATIENCE) -> None:
        """Wait until nothing was written for so many seconds. Raises AssertionError when it goes on."""
        until = time.monotonic() + timeout
        with self._changed:
            while not self._ended and self._changed.wait(quiet):
                if time.monotonic() > until:
                    raise AssertionError(self._told(f"not quiet within {timeout:g} s"))

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends, with all it wrote; give its exit code, or minus the signal."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._told(f"still running after {timeout:g} s")) from None
        self._reader.join(1.0)  # longer only when a child of the program still has the terminal
        return code

    def _told(self, what: str) -> str:
        if self._ended:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(1.0)  # a program lets go of its terminal a moment before it is gone
        code = self.process.poll()
        state = "running" if code is None else f"ended with {code}"
        with self._changed:
            lines = self.emulator.lines()
        picture = "\n".join(f"  |{line}" for line in lines)
        return f"{what}; the program is {state}; the screen:\n{picture}"


def _is_on(looked: Looked, screen: str) -> bool:
    return looked in screen if isinstance(looked, str) else bool(looked.search(screen))
