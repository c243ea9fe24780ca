"""Reading a file that a person wrote, from bytes to TOML; quick to import, because home reads headings."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused

LARGEST: Final = 2_000_000
"""Bytes; the longest programme so far takes 60,000."""


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file as TOML. Raises Refused with one problem that says what kind of thing it is instead."""
    import tomli

    text = _decode(_read_bytes(path), path)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = Place(str(path), error.lineno, error.colno)
        raise Refused(Problem("scenario.syntax", {"why": error.msg}, place)) from error
    except (RecursionError, ValueError) as error:
        raise Refused(Problem("scenario.too_deep", {}, Place(str(path)))) from error


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
