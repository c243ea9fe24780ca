"""Reading a file that a person wrote, from bytes to TOML; quick to import, because home reads headings."""

from __future__ import annotations

import errno
import os
import re
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Final

from facilitator.folders import is_folder
from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.edit_conflict import find_conflict

LARGEST: Final = 500_000
"""Bytes; the longest programme so far takes 60,000."""
LARGE: Final = 60_000
"""Characters up to which nothing that a file may say takes long to read."""
DEEPEST: Final = 12
"""Tables and lists inside each other; the files of a scenario need four."""

Branch = dict[str, Any] | list[Any]
_BRANCHES: Final = (dict, list)
"""What has something inside."""

_HOW: Final = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_NOFOLLOW"))
"""Never waiting for a pipe, never through a link."""

_DOCUMENTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
"""How a document of an office begins: a zip, an old Word file, PDF, RTF."""

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


def read_toml(path: Path, most: int = 1) -> dict[str, Any]:
    """Read a file as TOML. Raises Refused with a problem that says what kind of thing it is instead.

    What is no TOML is told with at most so many slips, as far as these can be told apart.
    """
    import tomli

    text = read_text(path)
    place = Place(str(path))
    if len(text) > LARGE and _LONG_KEY.search(text):
        raise Refused(Problem("scenario.too_deep", {}, place))
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from facilitator.scenario.syntax_search import find_slips

        lines = text.replace("\r\n", "\n")  # as the reader counts
        raise Refused(*find_slips(lines, error, path, most if len(text) <= LARGE else 1)) from error
    except RecursionError as error:
        raise Refused(Problem("scenario.too_deep", {}, place)) from error
    except ValueError as error:  # a number of thousands of digits
        raise Refused(Problem("scenario.syntax_value", {}, place)) from error
    if _is_too_deep(data):
        raise Refused(Problem("scenario.too_deep", {}, place))
    if conflict := find_conflict(text.replace("\r\n", "\n"), path):
        raise Refused(conflict)
    return data


def _is_too_deep(data: Branch) -> bool:
    """Tell so level by level, because what reads the data after this calls itself once per level."""
    level = [data]
    for _ in range(DEEPEST):
        insides = (value.values() if isinstance(value, dict) else value for value in level)
        level = [one for inside in insides for one in inside if isinstance(one, _BRANCHES)]
        if not level:
            return False
    return True


def _read_bytes(path: Path) -> bytes:
    place = Place(str(path))
    try:
        handle = os.open(path, _HOW)
    except FileNotFoundError as error:
        raise Refused(Problem("scenario.no_file", {}, place)) from error
    except OSError as error:
        if error.errno == errno.ELOOP or is_folder(path):  # a link may lead anywhere
            raise Refused(Problem("scenario.not_a_file", {}, place)) from error
        raise Refused(Problem("scenario.unreadable", {"why": why(error)}, place)) from error
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
