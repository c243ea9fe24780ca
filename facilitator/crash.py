"""A mistake of ours, kept for who mends it: where in the program it happened, and nothing of the people."""

from __future__ import annotations

import sys
import sysconfig
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from facilitator import __version__
from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import find_places
from facilitator.words import Words

MOST_ERRORS: Final = 10
"""Errors that led to one another."""
MOST_LINES: Final = 100
"""Lines of the program that an error passed through; the last ones say most."""

_HERE: Final = Path(__file__).parent
_PROGRAM: Final = [
    _HERE.parent,
    *(Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")),
]
"""Where the program and what it is made of stand; a name of a file elsewhere may be someone's own."""


def crash_text(error: BaseException) -> str:
    """Give the kind of error and the lines of the program it passed through, and so for what caused it.

    Without its message and without values: those can hold what someone typed.
    """
    told = ["\n".join(_told(cause)) for cause in _causes(error)]
    return f"facilitator {__version__}\n" + "\n\ncaused by\n".join(told) + "\n"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in seen and len(seen) < MOST_ERRORS:
        yield at
        seen.append(at)
        at = at.__cause__


def _told(error: BaseException) -> Iterator[str]:
    yield _kind(type(error))
    yield ""
    for frame in traceback.extract_tb(error.__traceback__, limit=-MOST_LINES):
        path = Path(frame.filename)
        base = next((base for base in _PROGRAM if path.is_relative_to(base)), None)
        if base is None:
            yield f"elsewhere:{frame.lineno}"
        else:
            yield f"{path.relative_to(base).as_posix()}:{frame.lineno} in {frame.name}: {frame.line}"


def _kind(kind: type[BaseException]) -> str:
    """Give the name of a kind of error that stands in a module; one that was made up on the way has none."""
    known = getattr(sys.modules.get(kind.__module__), kind.__name__, None) is kind
    return kind.__name__ if known else "Exception"


def tell_crash(error: Exception, now: datetime, t: Words) -> str:
    """Keep a mistake of ours; give the line that says so, where it is kept, and how to go on.

    Needs nothing of what was asked of the program, because that may be what went wrong. Raises nothing.
    """
    try:
        where = t("cli.crash_kept", path=write_crash(find_places().state, error, now))
    except Exception as refused:  # noqa: BLE001  the same mistake once more, perhaps
        reason = why(refused) if isinstance(refused, OSError) else Problem("words.reason.unknown")
        where = t("cli.crash_lost", what=type(error).__name__, why=reason.say(t))
    return f"{t('cli.crashed')} {where}"


def write_crash(state: Path, error: BaseException, now: datetime) -> Path:
    """Write the crash file in the state folder; give where it is. Raises OSError."""
    path = state / "crashes" / f"{now:%Y-%m-%d-%H%M%S}.txt"
    files = Files()
    files.make_folder(path.parent)
    write_whole(files, path, crash_text(error).encode(errors="replace"))
    return path
