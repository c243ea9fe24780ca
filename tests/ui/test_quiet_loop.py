"""The loop that the app has on Windows: woken by threads and by time, without a socket."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from facilitator.ui.terminal.quiet_loop import QuietLoop, Sleep
from facilitator.ui.terminal.textual_repairs import event_loop

IN_A_LOOP = """
import sys
opened = []
sys.addaudithook(lambda event, seen: opened.append(event) if event.startswith("socket.") else None)
import asyncio
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.terminal.quiet_loop import QuietLoop
from facilitator.words import Words

async def app():
    app = FacilitatorApp(Words("nl"))
    async with app.run_test() as pilot:
        await pilot.press("enter")

class AsOnWindows(QuietLoop):
    def add_signal_handler(self, *asked):
        "The app asks for this elsewhere."

loop = {loop}
loop.run_until_complete(app())
loop.close()
sys.exit(len(opened))
"""


def sockets_of(loop: str, folder: Path) -> int:
    """Give how often a socket was made or used by the app in this loop."""
    ran = subprocess.run([sys.executable, "-c", IN_A_LOOP.format(loop=loop)], cwd=folder, check=False)
    return ran.returncode


def test_the_app_runs_in_it_without_a_socket(tmp_path: Path) -> None:
    assert sockets_of("AsOnWindows()", tmp_path) == 0


@pytest.mark.skipif(not hasattr(asyncio.SelectorEventLoop, "_make_self_pipe"), reason="looks at Python's own")
def test_sockets_are_seen_where_they_are(tmp_path: Path) -> None:
    assert sockets_of("asyncio.new_event_loop()", tmp_path) > 0


def test_only_windows_has_it() -> None:
    loop = event_loop()
    try:
        assert isinstance(loop, QuietLoop) == (sys.platform == "win32")
    finally:
        if loop is not None:
            loop.close()


def test_what_comes_from_elsewhere_ends_its_sleep() -> None:
    loop = QuietLoop()
    assert not loop._selector._woken.is_set()
    loop.call_soon_threadsafe(lambda: None)
    assert loop._selector._woken.is_set()
    loop.close()


def test_a_thread_wakes_it() -> None:
    loop = QuietLoop()
    gone = loop.create_future()
    asleep = Event()
    thread = Thread(target=lambda: (asleep.wait(), loop.call_soon_threadsafe(gone.set_result, "woken")))
    thread.start()
    loop.call_soon(asleep.set)
    try:
        assert loop.run_until_complete(gone) == "woken"
    finally:
        loop.close()
        thread.join()


def test_time_wakes_it_in_order() -> None:
    loop = QuietLoop()
    seen: list[str] = []
    loop.call_later(0.02, seen.append, "second")
    loop.call_later(0.01, seen.append, "first")
    loop.call_soon(seen.append, "at once")
    try:
        loop.run_until_complete(asyncio.sleep(0.05))
    finally:
        loop.close()
    assert seen == ["at once", "first", "second"]


def test_work_of_a_thread_comes_back() -> None:
    loop = QuietLoop()
    try:
        assert loop.run_until_complete(asyncio.to_thread(sum, [1, 2])) == 3
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()


def test_who_was_woken_before_sleeping_does_not_sleep() -> None:
    sleep = Sleep()
    sleep.wake()
    assert sleep.select(None) == ()
