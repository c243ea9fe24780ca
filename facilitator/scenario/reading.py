"""Reading a file that a person wrote, from bytes to TOML; quick to import, because home reads headings."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Final, TypeGuard

from facilitator.problems import Place, Problem, Refused

LARGEST: Final = 2_000_000
"""Bytes; the longest programme so far takes 60,000."""
DEEPEST: Final = 12
"""Tables and lists inside each other; the files of a scenario need four."""

_REASONS: Final = {
    "Unterminated string": "scenario.syntax_quote",
    "Illegal character": "scenario.syntax_quote",
    "Expected '\"'": "scenario.syntax_quote",
    'Expected "\'"': "scenario.syntax_quote",
    "Unclosed": "scenario.syntax_bracket",
    "Expected ']": "scenario.syntax_bracket",
    "Expected '='": "scenario.syntax_equals",
    "Expected newline": "scenario.syntax_after",
    "Cannot": "scenario.syntax_twice",
    "Duplicate": "scenario.syntax_twice",
    "Invalid value": "scenario.syntax_value",
    "Invalid date": "scenario.syntax_value",
    "Unescaped": "scenario.syntax_backslash",
    "Invalid hex": "scenario.syntax_backslash",
    "Escaped": "scenario.syntax_backslash",
}
"""How the reader of TOML begins its reason, and our sentence for it."""


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file as TOML. Raises Refused with one problem that says what kind of thing it is instead."""
    import tomli

    text = _decode(_read_bytes(path), path)
    place = Place(str(path))
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = Place(str(path), error.lineno, error.colno)
        raise Refused(Problem(_code(error.msg), {}, place)) from error
    except RecursionError as error:
        raise Refused(Problem("scenario.too_deep", {}, place)) from error
    except ValueError as error:  # a number of thousands of digits
        raise Refused(Problem("scenario.syntax_value", {}, place)) from error
    if _is_too_deep(data):
        raise Refused(Problem("scenario.too_deep", {}, place))
    return data


def _code(reason: str) -> str:
    return next((code for start, code in _REASONS.items() if reason.startswith(start)), "scenario.syntax")


def _is_too_deep(data: object) -> bool:
    """Tell so level by level, because what reads the data after this calls itself once per level."""
    level = [data]
    for _ in range(DEEPEST):
        insides = [each.values() if isinstance(each, dict) else each for each in level if _has_inside(each)]
        level = [each for inside in insides for each in inside]
        if not level:
            return False
    return any(_has_inside(each) for each in level)


def _has_inside(data: object) -> TypeGuard[dict[str, object] | list[object]]:
    return isinstance(data, dict | list)


def _read_bytes(path: Path) -> bytes:
    place = Place(str(path))
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise Refused(Problem("scenario.no_file", {}, place)) from error
    except OSError as error:
        raise Refused(Problem("scenario.unreadable", {"why": error.strerror or ""}, place)) from error
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise Refused(Problem("scenario.not_a_file", {}, place))
    with os.fdopen(handle, "rb") as file:
        if about.st_size > LARGEST:
            raise Refused(Problem("scenario.too_large", {"most": LARGEST // 1000}, place))
        return file.read(LARGEST + 1)


def _decode(data: bytes, path: Path) -> str:
    place = Place(str(path))
    if not data.strip():
        raise Refused(Problem("scenario.empty", {}, place))
    if data[:4] in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"} or data[:5] == b"%PDF-":
        raise Refused(Problem("scenario.office_file", {}, place))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise Refused(Problem("scenario.encoding", {}, Place(str(path), line, column))) from error
