"""Starts facilitator from an unpacked folder on Windows: where it keeps things, and the window it stands in.

``facilitator.cmd`` calls it with the Python that lies beside it. That one reads nothing else: no variables,
no packages of the user, no registry (``app/python/python313._pth``).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

IN_A_WINDOW: Final = "--hier"
"""What ``facilitator.cmd`` says when someone clicked: the window is ours."""
ON_THIS_STICK: Final = "op-deze-stick"
"""With a file of this name beside ``facilitator.cmd`` all stays there; Windows hides .txt behind it."""
SESSIONS: Final = "sessies"
OWN_FILES: Final = "eigen-bestanden"
"""Journals, ballot boxes, drafts, copies and settings, when they stay on the stick."""
TITLE: Final = "facilitator"
COLUMNS: Final = 120
ROWS: Final = 36
UTF_8: Final = 65001


def kept_here(folder: Path) -> Mapping[str, str]:
    """Give what tells the app to keep everything in this folder; nothing where it has its usual folders."""
    if not any(path.name.lower().startswith(ON_THIS_STICK) for path in folder.iterdir() if path.is_file()):
        return {}
    return {
        "FACILITATOR_FOLDER": str(folder / SESSIONS),
        "FACILITATOR_STATE": str(folder / OWN_FILES),
    }


def prepare_window() -> None:
    """Give the window a title, every sign, and in the old console a size; Windows Terminal has its own."""
    if sys.platform != "win32":
        return
    import ctypes

    kernel, user = ctypes.windll.kernel32, ctypes.windll.user32
    kernel.SetConsoleTitleW(TITLE)
    kernel.SetConsoleOutputCP(UTF_8)
    kernel.SetConsoleCP(UTF_8)
    name = ctypes.create_unicode_buffer(64)
    window = kernel.GetConsoleWindow()
    if window and user.GetClassNameW(window, name, len(name)) and name.value == "ConsoleWindowClass":
        mode = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "mode.com"
        subprocess.run([mode, "con:", f"cols={COLUMNS}", f"lines={ROWS}"], check=False, capture_output=True)


def main(words: Sequence[str]) -> int:
    """Run what is asked; give the exit code."""
    os.environ.update(kept_here(Path(__file__).resolve().parents[1]))
    if words and words[0] == IN_A_WINDOW:
        prepare_window()
        words = words[1:]
    from facilitator.cli import main as run

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
