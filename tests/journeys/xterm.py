"""A real xterm on a screen that nobody sees, so that a test can look at the points themselves.

What a terminal draws of double-height lines no emulator tells. Needs Xvfb, xterm, xdotool and ImageMagick.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.journeys.stillness import PROCESSES, Programs

NEEDED: Final = ("Xvfb", "xterm", "xdotool", "import")
PATIENCE: Final = 60.0
"""Seconds before a wait is given up."""
STILL: Final = 0.08
"""Seconds for which a program has to sleep."""


def is_there() -> bool:
    """Tell whether all that it needs can be run here."""
    return all(shutil.which(name) for name in NEEDED)


class XTerm:
    """One window on a screen of its own; leaving the ``with`` ends what runs in it."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], env: Mapping[str, str]) -> None:
        """``size``: columns and rows."""
        self._ending = ExitStack()
        read, write = os.pipe()
        screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        self._start(screen, os.environ, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as said:
            self._env = {**os.environ, **env, "DISPLAY": f":{said.readline().strip()}"}
        looks = ["-fa", "DejaVu Sans Mono", "-fs", "8", "-bw", "0", "-b", "0", "-tn", "xterm-256color"]
        shell = f"{' '.join(command)}; exec sleep 60"
        columns, rows = size
        window = ["xterm", *looks, "-geometry", f"{columns}x{rows}+0+0", "-e", "sh", "-c", shell]
        self._window = self._start(window, self._env)
        self.name = self._until_found()
        self._do("mousemove", "2", "2")  # without a window manager keys go to the window under the pointer

    def _start(
        self, command: Sequence[str], env: Mapping[str, str], pass_fds: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        started = subprocess.Popen(command, env=env, pass_fds=pass_fds, stderr=subprocess.DEVNULL)
        self._ending.callback(started.wait)
        self._ending.callback(started.terminate)
        return started

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.close()

    # -- hands and eyes

    def press(self, *keys: str) -> None:
        """Press keys by the names that X gives them."""
        self._do("key", "--delay", "6", *keys)

    def resize(self, columns: int, rows: int) -> None:
        self._do("windowsize", "--usehints", self.name, str(columns), str(rows))

    def picture(self) -> bytes:
        """Give the points of the whole screen, once they change no more."""
        seen = [b"", self._points()]
        until = time.monotonic() + PATIENCE
        while seen[-1] != seen[-2]:
            assert time.monotonic() < until, "the picture goes on changing"
            seen.append(self._points())
        return seen[-1]

    def save(self, path: Path) -> None:
        """Save what is seen as a picture."""
        subprocess.run(["import", "-silent", "-window", "root", str(path)], env=self._env, check=True)

    def send(self, number: int) -> None:
        """Send a signal to the program in the window."""
        for process in self._programs():
            os.kill(int(process.name), number)

    def wait_still(self) -> None:
        """Wait until the program did all there is to do."""
        since, until = time.monotonic(), time.monotonic() + PATIENCE
        while time.monotonic() - since < STILL:
            assert time.monotonic() < until, "the program goes on"
            time.sleep(STILL / 8)
            shell = self._shell()
            sleeps = Programs(int(shell.name), str((shell / "fd" / "0").readlink())).sleep()
            since = since if sleeps else time.monotonic()

    # -- what runs there

    def _do(self, *what: str) -> str:
        ran = subprocess.run(["xdotool", *what], env=self._env, check=True, capture_output=True, text=True)
        return ran.stdout

    def _points(self) -> bytes:
        command = ["import", "-silent", "-window", "root", "rgb:-"]
        return subprocess.run(command, env=self._env, check=True, capture_output=True).stdout

    def _until_found(self) -> str:
        """Wait for the window; give its number."""
        search = ["xdotool", "search", "--onlyvisible", "--class", "xterm"]
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            ran = subprocess.run(search, env=self._env, check=False, capture_output=True, text=True)
            if found := ran.stdout.split():
                return found[0]
            time.sleep(STILL)
        raise AssertionError("no window")

    def _shell(self) -> Path:
        """Give the shell that xterm started."""
        return self._children(self._window.pid)[0]

    def _programs(self) -> list[Path]:
        """Give what the shell runs."""
        return self._children(int(self._shell().name))

    def _children(self, parent: int) -> list[Path]:
        found = (PROCESSES / str(parent) / "task" / str(parent) / "children").read_text(encoding="utf-8")
        return [PROCESSES / each for each in found.split()]
