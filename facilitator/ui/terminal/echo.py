"""Whether a terminal shows what is typed in it. Where ballots are typed it does not."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO


class Echo:
    """Switches the echo of a terminal; of a pipe or a file there is none."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self.on = True

    def put(self, *, on: bool) -> None:
        """Let the terminal show what is typed from now on, or not."""
        if self._stream is None or on == self.on:
            return
        self.on = on
        with suppress(OSError, ValueError):  # the terminal has gone
            _set_echo(self._stream.fileno(), on=on)


if sys.platform == "win32":

    def _set_echo(number: int, *, on: bool) -> None:
        import ctypes
        import msvcrt

        shown = 0x4
        console, mode = msvcrt.get_osfhandle(number), ctypes.c_ulong()
        kernel = ctypes.windll.kernel32
        if kernel.GetConsoleMode(console, ctypes.byref(mode)):
            kernel.SetConsoleMode(console, mode.value | shown if on else mode.value & ~shown)

else:

    def _set_echo(number: int, *, on: bool) -> None:
        import termios

        modes = termios.tcgetattr(number)
        modes[3] = modes[3] | termios.ECHO if on else modes[3] & ~termios.ECHO
        termios.tcsetattr(number, termios.TCSANOW, modes)
