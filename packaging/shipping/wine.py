"""Windows programs on Linux: Wine, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from shipping.forwarding_library import forwarding_library

PACKAGES: Final = ("wine64", "wine")
"""What has it on Debian and Ubuntu."""
QUIET: Final = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "DISPLAY": "", "LANG": "C.UTF-8"}


def is_here() -> bool:
    """Tell whether Wine is installed."""
    return shutil.which("wine") is not None


def install() -> str:
    """Install Wine where that can be done; give in a sentence why not, or nothing."""
    if is_here():
        return ""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return f"Wine is not here, and only root can install it: apt-get install {' '.join(PACKAGES)}"
    asked = [apt, "install", "--yes", "--quiet", "--no-install-recommends", *PACKAGES]
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    said = ""
    for words in ([apt, "update", "--quiet"], asked):  # in a session of its own: half an install helps nobody
        ran = subprocess.run(
            words, capture_output=True, text=True, check=False, env=environ, start_new_session=True
        )
        said = ran.stderr.strip()
    return "" if is_here() else f"Wine could not be installed: {said[-300:]}"


def as_windows_says(path: Path) -> str:
    """Give a path here as a program there names it."""
    return "Z:" + str(path).replace("/", "\\")


class Wine:
    """A Windows of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user = folder / "drive_c" / "users" / os.environ.get("USER", "root")

    def environ(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FACILITATOR")}
        return {**kept, **QUIET, "WINEPREFIX": str(self.folder), **more}

    def make(self) -> None:
        """Make it, as Windows 10, with the one function that Wine 8 lacks."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for words in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            subprocess.run(["wine", *words], env=self.environ(), capture_output=True, check=False)
        self.wait()
        system = self.folder / "drive_c" / "windows" / "system32"
        lacking = system / "bcryptprimitives.dll"
        if not lacking.exists():
            lacking.write_bytes(forwarding_library(lacking.name, "ProcessPrng", "advapi32.SystemFunction036"))
        users = [path for path in (self.folder / "drive_c" / "users").iterdir() if path.name != "Public"]
        self.user = users[0]

    def wait(self) -> None:
        """Wait until nothing runs there any more, and everything is on disk."""
        subprocess.run(["wineserver", "-w"], env=self.environ(), capture_output=True, check=False)

    def run(
        self,
        words: Sequence[str | Path],
        cwd: Path,
        *,
        typed: str = "",
        environ: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program; what it says comes through a pipe, because a file does not work there."""
        return subprocess.run(
            ["wine", *words],
            cwd=cwd,
            env=self.environ(**(environ or {})),
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
