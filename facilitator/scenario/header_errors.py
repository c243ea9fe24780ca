"""What is wrong when TOML says that something is there twice: mostly it stands in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem
from facilitator.records import Record
from facilitator.scenario.file_models import BlockFile, ScenarioFile, StatementsFile

_TABLE: Final = re.compile(r"^[ \t]*(\[{1,2})[ \t]*([\w.-]+)[ \t]*\]{1,2}", re.MULTILINE)
_TOP: Final[Mapping[str, type[Record]]] = {
    **dict.fromkeys(("perspective", "scale", "use"), ScenarioFile),
    "step": BlockFile,
    "statement": StatementsFile,
}
"""By the first table of a file what stands above that."""
_LISTS: Final = frozenset({"use", "perspective", "step", "statement"})
"""Tables of which a file has several; those inside a step have several too."""


def begun_twice(text: str, start: int, line: str, path: Path) -> Problem | None:
    """Give what is wrong with a header or a key that stands there a second time; None when it is only that.

    ``line`` is the line that begins at ``start``.
    """
    here = _TABLE.match(line)
    if here is None:
        return _too_low(text, start, line, path)
    if single := _single(text, here[2]):
        return _at(
            text, single.start(1), single[0].strip(), path, "scenario.wants_double_brackets", single[2]
        )
    inner = next(
        (found for found in _TABLE.finditer(text, 0, start) if found[2].startswith(f"{here[2]}.")), None
    )
    if inner is None:
        return None
    said = inner[0].strip()
    return _at(text, inner.start(1), said, path, "scenario.table_below", said, here[0].strip())


def _too_low(text: str, start: int, line: str, path: Path) -> Problem | None:
    """Give the problem of a key that stands in a table and belongs above them all, where it is missing."""
    key = line.partition("=")[0].strip()
    first = _TABLE.search(text, 0, start)
    file = _TOP.get(first[2].partition(".")[0]) if first else None
    if first is None or file is None or key not in file.model_fields:
        return None
    if re.search(rf"^[ \t]*{re.escape(key)}[ \t]*[=.]", text[: first.start()], re.MULTILINE):
        return None
    table = [found[0].strip() for found in _TABLE.finditer(text, 0, start)][-1]
    return _at(text, start + line.index(key), key, path, "scenario.too_low", key, table)


def _at(text: str, at: int, words: str, path: Path, code: str, name: str, table: str = "") -> Problem:
    place = Place(str(path), text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), len(words))
    return Problem(code, {"name": name, "table": table} if table else {"name": name}, place)


def _single(text: str, name: str) -> re.Match[str] | None:
    """Give the first header with single brackets of a table that takes double ones: there are more of it."""
    same = [match for match in _TABLE.finditer(text) if match[2] == name]
    if name not in _LISTS and not name.startswith("step.") and len({match[1] for match in same}) < 2:
        return None
    return next((match for match in same if match[1] == "["), None)
