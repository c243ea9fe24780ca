"""A driver that paints nothing and reads lines: the app for a screen reader, a braille line, a pipe."""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final, cast

from textual.drivers.headless_driver import HeadlessDriver

from facilitator.ui.terminal.line_input import LineInput
from facilitator.ui.terminal.typed_line import TypedLine

if TYPE_CHECKING:
    from facilitator.ui.terminal.driver import LeavingApp

SOON: Final = 0.1


class PlainDriver(HeadlessDriver):
    """Textual's driver without a terminal, with a thread that reads standard input line by line.

    The next line is read when all of the one before is done. The end of the input ends the app.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._gone = Event()

    def start_application_mode(self) -> None:
        super().start_application_mode()
        Thread(target=self._listen, name="lines", daemon=True).start()

    def _listen(self) -> None:
        with suppress(RuntimeError):  # the app ended while a line came in
            self._hand_on()

    def _hand_on(self) -> None:
        lines = LineInput(sys.__stdin__)
        while not self._gone.is_set():
            text = lines.line(self._gone.is_set)
            if text is None:
                break
            line = TypedLine(text)
            self._loop.call_soon_threadsafe(self._app.post_message, line)
            while not (line.handled.wait(SOON) or self._gone.is_set()):
                pass
        if not self._gone.is_set():
            self._loop.call_soon_threadsafe(cast("LeavingApp", self._app).leave, 0)

    def disable_input(self) -> None:
        self._gone.set()

    def stop_application_mode(self) -> None:
        self._gone.set()
