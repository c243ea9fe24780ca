"""On which line of a TOML file a key stands, so that an author finds a mistake back."""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"(\[\[?)([^\[\]]+)\]")
_NAME: Final = re.compile(r"[\w.\"'\- \t]+")
_LONG: Final = ('"""', "'''")


def lines_of(text: str) -> dict[str, int]:
    """Give the line (from 1) of every table and key in a valid TOML file, by its path: ``use[2].block``.

    What stands inside ``{ }`` or ``[ ]`` on a line of its own counts as part of the key before it.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, closing = "", ""
    for n, row in enumerate(text.split("\n"), 1):
        if closing:
            closing = "" if closing in row else closing
            continue
        if header := _HEADER.match(row.lstrip()):
            table = _table(header[2], counts, many=header[1] == "[[")
            found.setdefault(table, n)
            continue
        name, equals, value = row.partition("=")
        if equals and _NAME.fullmatch(name):
            found.setdefault(_join(table, name), n)
            closing = _opened(value)
    return found


def line_of(path: str, lines: dict[str, int]) -> int:
    """Give the line of a path, or of the nearest table around it; 0 when there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 0


def _table(name: str, counts: dict[str, int], *, many: bool) -> str:
    """Give the path of a table; one inside a ``[[list]]`` belongs to the last entry of that list."""
    path = ""
    parts = _parts(name)
    for n, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if many and n == len(parts) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path


def _join(table: str, name: str) -> str:
    return ".".join([table, *_parts(name)]) if table else ".".join(_parts(name))


def _parts(name: str) -> list[str]:
    return [part.strip().strip("\"'") for part in name.split(".")]


def _opened(value: str) -> str:
    """Give the quotation marks of a text that goes on after this line, or nothing."""
    return next((mark for mark in _LONG if value.lstrip().startswith(mark) and value.count(mark) == 1), "")
