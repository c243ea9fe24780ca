"""A mistake of ours, kept for who mends it: where in the program it happened, and nothing of the people."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from facilitator import __version__
from facilitator.storage.files import Files, write_whole

_HERE = Path(__file__).parent


def crash_text(error: BaseException) -> str:
    """Give the kind of error and the lines of the program it passed through.

    Without its message and without values: those can hold what someone typed.
    """
    lines = [f"facilitator {__version__}", type(error).__name__, ""]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        known = path.relative_to(_HERE.parent) if path.is_relative_to(_HERE.parent) else Path(path.name)
        lines.append(f"{known.as_posix()}:{frame.lineno} in {frame.name}: {frame.line}")
    if error.__cause__ is not None:
        lines += ["", "caused by", crash_text(error.__cause__)]
    return "\n".join(lines) + "\n"


def write_crash(state: Path, error: BaseException, now: datetime) -> Path:
    """Write the crash file in the state folder; give where it is. Raises OSError."""
    path = state / "crashes" / f"{now:%Y-%m-%d-%H%M%S}.txt"
    files = Files()
    files.make_folder(path.parent)
    write_whole(files, path, crash_text(error).encode())
    return path
