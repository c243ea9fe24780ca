"""The terminal as the app uses it: any byte may come in, in any number, and it may go away at any moment."""

from __future__ import annotations

import asyncio
import os
import select
import signal
from contextlib import suppress
from threading import current_thread
from typing import TYPE_CHECKING, Final, Protocol, TextIO, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from facilitator.ui.terminal.exit_codes import TERMINATED
from facilitator.ui.terminal.input_parser import InputParser

if TYPE_CHECKING:
    from io import TextIOWrapper

AT_ONCE: Final = 65_536
"""Bytes that are read at most before they are looked at."""
MOST_WAITING: Final = 200
"""Keys after which the app first does them; what comes meanwhile waits in the terminal, in order."""
SOON: Final = 0.02
"""Seconds between two looks while it is not clear yet what is being sent."""
NOW_AND_THEN: Final = 0.1


class LeavingApp(Protocol):
    """What the driver asks of the app."""

    def leave(self, code: int = 0) -> None:
        """End the app with this exit code."""

    def last_words(self) -> str:
        """Give what is written before another program has the terminal."""


class OutputStream:
    """Where the app draws. After the window was closed it draws for nobody, so that it can still end well."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with a reader of our own."""

    _sent = 0

    def __init__(
        self, app: App[int], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = cast("TextIOWrapper", OutputStream(self._file))
        # In the loop and not in the middle of whatever runs: what is being written then may hold a lock.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._wake_up)

    def _wake_up(self) -> None:
        """Go on after sleep. Who was stopped without being asked, or was not asleep, only draws again.

        Textual would begin to read and write a second time then.
        """
        if self._must_signal_resume:
            self._sigcont_application()
        else:
            self._app.post_message(self.SignalResume())

    def stop_application_mode(self) -> None:
        """Give the terminal back, for good or for a while, with ordinary letters in every row."""
        self.write(cast("LeavingApp", self._app).last_words())
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read until the app ends. A terminal that has gone ends the app as a hang-up does."""
        incoming = InputParser()
        while not self.exit_event.is_set():
            patience = NOW_AND_THEN if incoming._timeout_time is None else SOON  # noqa: SLF001
            if select.select([self.fileno], [], [], patience)[0]:
                data = self._read()
                if not data:
                    self._hung_up()
                    return
                for message in incoming.feed(data.decode("latin-1")):
                    self.process_message(message)
            for message in incoming.tick():
                self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, AT_ONCE)
        except OSError:  # what Linux says when the window has been closed
            return b""

    def _hung_up(self) -> None:
        app = cast("LeavingApp", self._app)
        self._loop.call_soon_threadsafe(app.leave, TERMINATED)

    def _query_in_band_window_resize(self) -> None:
        """Let the system say how large the window is: what is typed can then never say so."""

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, as soon as it has room for more."""
        posted = asyncio.run_coroutine_threadsafe(self._app._post_message(message), self._loop)  # noqa: SLF001
        if current_thread() is not self._key_thread:
            return
        self._sent += 1
        if self._sent % MOST_WAITING:
            return
        while not self.exit_event.is_set() and not (posted.done() and self._app._message_queue.empty()):  # noqa: SLF001
            self.exit_event.wait(SOON)
