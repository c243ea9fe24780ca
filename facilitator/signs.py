"""Where not all signs can be shown: commands say it in letters that look alike, the app does not start."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, TextIO

SIGNS: Final = "─│●○▸▶✓…–’é"
"""What the app draws with."""

ASKED: Final = "PYTHONIOENCODING"
"""The variable with which one asks Python for an encoding."""
FALLBACK: Final = "readable"
_LIKE: Final = {
    **dict.fromkeys("‘’ʼ", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‐‑‒–—―−─━", "-"),
    **dict.fromkeys("│┃▏▎▍▌▋▊▉", "|"),
    **dict.fromkeys("●•▪✓✔", "*"),
    "○": "o",
    "▸": ">",
    "▶": ">",
    "→": "->",
    "←": "<-",
    "…": "...",
    "·": ".",
    "€": "EUR",
    "×": "x",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
}
"""What stands for a sign in plain letters."""


def cannot_show(streams: Iterable[TextIO | None]) -> str:
    """Give the encoding that cannot show the signs of the app; empty when all of these can."""
    for stream in streams:
        encoding = getattr(stream, "encoding", None) or "utf-8"
        try:
            SIGNS.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return str(encoding)
    return ""


def say_readably(
    streams: Iterable[TextIO | None], platform: str = sys.platform, environ: Mapping[str, str] = os.environ
) -> None:
    """Let what these cannot show come out as letters that look like it, instead of ending the command.

    On Windows what goes to a file or another program is UTF-8, as elsewhere, unless another was asked for.
    """
    codecs.register_error(FALLBACK, _readable)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            whole = platform == "win32" and not environ.get(ASKED) and not stream.isatty()
            stream.reconfigure(encoding="utf-8" if whole else None, errors=FALLBACK)


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    said = "".join(_like(char) for char in error.object[error.start : error.end])
    return said, error.end


def _like(char: str) -> str:
    """Give plain letters for a sign: without its accent, or what looks like it, or a question mark."""
    plain = _LIKE.get(char) or unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return plain if plain and plain.isprintable() else "?"


def terminal_streams() -> list[TextIO | None]:
    """Give what the app draws on: which of the two differs per system."""
    return [sys.__stdout__, sys.__stderr__]
