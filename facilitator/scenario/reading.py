"""Reading a file that a person wrote, from bytes to TOML; quick to import, because home reads headings."""

from __future__ import annotations

import errno
import os
import re
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Final, TypeGuard

from facilitator.problems import Place, Problem, Refused

LARGEST: Final = 500_000
"""Bytes; the longest programme so far takes 60,000."""
LARGE: Final = 60_000
"""Characters up to which nothing that a file may say takes long to read."""
DEEPEST: Final = 12
"""Tables and lists inside each other; the files of a scenario need four."""

_HOW: Final = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_NOFOLLOW"))
"""Never waiting for a pipe, never through a link."""

_DOCUMENTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
"""How a document of an office begins: a zip, an old Word file, PDF, RTF."""

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


_TRIPLE: Final = re.compile(r'"{3}|\'{3}')
_SOME_TOML: Final = re.compile(
    r"""^[ \t]*(?:\[{1,2}[\w."' -]+\]{1,2}[ \t]*(?:\#.*)?|"""
    r"""[\w."'-]+[ \t]*=[ \t]*(?:["'\[{\d]|true|false).*)$""",
    re.MULTILINE,
)
"""A line that only a TOML file has: the header of a table, or a key with what it is set to."""
_LIKE_TOML: Final = re.compile(r'[="]|^[ \t]*\[', re.MULTILINE)
"""What a text that was meant as TOML has somewhere, however wrong it is."""


_NAME: Final = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY: Final = re.compile(
    rf"(?<![\w-])(?:{_NAME}\.){{20}}|^[ \t\[]*+(?:{_NAME}[ \t]*+\.[ \t]*+){{20}}", re.MULTILINE
)
"""A key that reaches so deep costs the reader of TOML seconds; no scenario has it, and no text."""


def read_text(path: Path) -> str:
    """Read a file as text. Raises Refused with one problem that says what kind of thing it is instead."""
    return _decode(_read_bytes(path), path)


def read_lines(path: Path) -> list[str]:
    """Give the lines of a file as far as they can be read: a mistake in its signs is shown with the rest."""
    return _read_bytes(path).decode("utf-8-sig", errors="replace").split("\n")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file as TOML. Raises Refused with one problem that says what kind of thing it is instead."""
    import tomli

    text = read_text(path)
    place = Place(str(path))
    if len(text) > LARGE and _LONG_KEY.search(text):
        raise Refused(Problem("scenario.too_deep", {}, place))
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Refused(_misread(text, error.msg, error.pos, path)) from error
    except RecursionError as error:
        raise Refused(Problem("scenario.too_deep", {}, place)) from error
    except ValueError as error:  # a number of thousands of digits
        raise Refused(Problem("scenario.syntax_value", {}, place)) from error
    if _is_too_deep(data):
        raise Refused(Problem("scenario.too_deep", {}, place))
    return data


def _misread(text: str, reason: str, at: int, path: Path) -> Problem:
    """Say what is wrong with a text that is no TOML, where a person would look for it."""
    code = _code(reason)
    if not _LIKE_TOML.search(text):
        return Problem("scenario.not_toml", {}, Place(str(path)))
    opened = _opened(text[:at])
    if opened is not None:
        code, at = "scenario.syntax_open", opened
    elif reason.startswith("Unclosed"):  # noticed at what follows
        at = len(text[:at].rstrip())
    elif code == "scenario.syntax_backslash":
        at = max(text.rfind("\\", 0, at), 0)
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0]
    length = 3 if opened is not None else 0
    if code == "scenario.syntax_twice" and line.count("=") < 2:  # the key, not the end of its line
        said = line.split("=")[0].strip()
        at, length = start + line.index(said), len(said)
    return Problem(code, {}, Place(str(path), text.count("\n", 0, at) + 1, at - start + 1, length))


def _opened(before: str) -> int | None:
    """Give where a text of several lines begins that was never closed.

    The reader notices it at the end of the file, or where the next such text begins: then what was taken for
    a text has keys and tables in it.
    """
    marks = [found.start() for found in _TRIPLE.finditer(before)]
    if len(marks) % 2:
        return marks[-1]
    swallowed = marks and _SOME_TOML.search(before, marks[-2] + 3, marks[-1])
    return marks[-2] if swallowed else None


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
        handle = os.open(path, _HOW)
    except FileNotFoundError as error:
        raise Refused(Problem("scenario.no_file", {}, place)) from error
    except OSError as error:
        if error.errno == errno.ELOOP:  # a link, which may lead anywhere
            raise Refused(Problem("scenario.not_a_file", {}, place)) from error
        raise Refused(Problem("scenario.unreadable", {"why": error.strerror or ""}, place)) from error
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise Refused(Problem("scenario.not_a_file", {}, place))
    with os.fdopen(handle, "rb") as file:
        if about.st_size > LARGEST:
            raise Refused(Problem("scenario.too_large", {"most": LARGEST // 1000}, place))
        return file.read(max(about.st_size, LARGE) + 1)  # as much as there was: room for all costs time


def _decode(data: bytes, path: Path) -> str:
    place = Place(str(path))
    data = data.removeprefix(BOM_UTF8)
    if not data.strip():
        raise Refused(Problem("scenario.empty", {}, place))
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:40].count(b"\0") >= len(data[:40]) // 2:
        raise Refused(Problem("scenario.utf_16", {}, place))
    if data.startswith(_DOCUMENTS) or b"\0" in data[:1000]:
        raise Refused(Problem("scenario.office_file", {}, place))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, start) + 1
        column = len(data[start : error.start].decode()) + 1
        raise Refused(Problem("scenario.encoding", {}, Place(str(path), line, column, 1))) from error
