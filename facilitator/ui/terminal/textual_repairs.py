"""Repairs to Textual 8.2.8. Each names what it mends; look here first when the pinned version changes."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

from facilitator.ui.terminal.exit_codes import INTERRUPTED, TERMINATED

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from textual.driver import Driver
    from textual.screen import Screen


def terminal_driver() -> type[Driver] | None:
    """Give what reads the terminal so that no byte ends the app or becomes a key (Textual 6668, 6573).

    None where Textual's own has to do: on Windows.
    """
    if sys.platform == "win32":
        return None
    from facilitator.ui.terminal.driver import TerminalDriver

    return TerminalDriver


def event_loop() -> AbstractEventLoop | None:
    """Give the loop in which the app runs: without a socket on Windows, elsewhere Python's own (None)."""
    if sys.platform == "win32":
        from facilitator.ui.terminal.quiet_loop import QuietLoop

        return QuietLoop()
    return None


def lay_out(screen: Screen[None]) -> None:
    """Give new widgets their size now, so that they are filled to measure before anyone sees them.

    Textual does this after the first paint, which would show a list cut to no width for a moment.
    """
    screen._refresh_layout()  # noqa: SLF001


def measure_anew(view: Widget) -> None:
    """Let what waits to be laid out be measured again then.

    Textual remembers the size of a widget until ``refresh`` counts a change of its layout, and that counts
    none while one is waiting, although a window of another size may have been laid out in between.
    """
    for widget in view.walk_children(Widget, with_self=True):
        widget._layout_updates += widget._layout_required  # noqa: SLF001


def forget_picture(view: Widget) -> None:
    """Let go of the rows that were painted of a view that goes.

    A method of Textual's cache of rows is itself cached (``_styles_cache.get_inner_outer``), which keeps the
    last thousand widgets' rows alive: some 60 MiB on a large screen after three hundred steps.
    """
    for widget in view.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()  # noqa: SLF001


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Close cleanly on SIGTERM, SIGHUP and SIGINT (Textual issue 5140). To be called in the event loop."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for which in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(which, leave, TERMINATED)
    loop.add_signal_handler(signal.SIGINT, leave, INTERRUPTED)
