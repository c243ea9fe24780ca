"""Lines from standard input, whatever that is: a terminal, a pipe, a file, or nothing."""

from __future__ import annotations

import locale
import select
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TextIO

LONGEST: Final = 20_000
"""Bytes of a line that are kept; no field takes as many."""
AT_ONCE: Final = 65_536
NOW_AND_THEN: Final = 0.1
"""Seconds between two looks whether the app has ended."""


class LineInput:
    """Gives lines one by one. What is no UTF-8 is read as this system writes it."""

    def __init__(self, stream: TextIO | None) -> None:
        # what stands behind the buffer: a thread that waits in a buffer would hold up the end of the program
        self._file = getattr(getattr(stream, "buffer", None), "raw", None)
        self._waiting = b""
        self._ended = self._file is None
        self._first = True

    def line(self, gone: Callable[[], bool]) -> str | None:
        """Give the next line; None at the end of all, and when the app has ``gone``."""
        while b"\n" not in self._waiting and not self._ended:
            if gone():
                return None
            if self._can_be_read():
                self._read()
        found, _, self._waiting = self._waiting.partition(b"\n")
        if not found and not self._waiting and self._ended and not _:
            return None
        return self._decoded(found[:LONGEST].rstrip(b"\r"))

    def _can_be_read(self) -> bool:
        if sys.platform == "win32" or self._file is None:
            return True
        try:
            return bool(select.select([self._file], [], [], NOW_AND_THEN)[0])
        except (OSError, ValueError):
            return True

    def _read(self) -> None:
        read = b""
        with suppress(OSError, ValueError):  # the terminal has gone
            read = (self._file.read(AT_ONCE) or b"") if self._file is not None else b""
        self._ended = not read
        kept = self._waiting[: LONGEST + 1] if b"\n" not in self._waiting else self._waiting
        self._waiting = kept + read

    def _decoded(self, said: bytes) -> str:
        encoding = "utf-8-sig" if self._first else "utf-8"
        self._first = False
        try:
            return said.decode(encoding)
        except UnicodeDecodeError:
            return said.decode(locale.getencoding() if sys.platform == "win32" else "cp1252", "replace")
