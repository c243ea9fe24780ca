"""What stands on the screen as lines to be read aloud: no columns, no boxes, and dots as words.

Every widget of the kit that paints can also say what it paints (``Telling``). Nothing is told that is not
painted, and of what is painted nothing depends on how large the screen is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, runtime_checkable

ALOUD: Final = 10_000
"""A width that no screen has: a page that is drawn for it is said, rather than drawn."""

_BOXES: Final = re.compile("[─│┃┌┐└┘█▌▆▁■□]+")
_APART: Final = re.compile(r"\s{2,}|\s+·\s+")
"""What stands between columns, and between names in a row."""
_DOTS: Final = re.compile("[●○◐·]+(?: [●○◐·]+)*…?")
_DOTS_BEFORE: Final = re.compile(r"[●○·]{2,}\s+(?=\S)")
_MARKED: Final = re.compile(r"([●◐○✓▶↻≠])\s+(\S.*)")
_MARK_FIRST: Final = re.compile(r"^([●◐○✓▶↻≠])\s+(?=[^\s●○◐])")
_ANSWER: Final = re.compile(r"[●○◐]\s+(?=[0-9] )")
_KEY: Final = re.compile(r"[0-9]{1,2}|[?a-z]")
_KEY_FIRST: Final = re.compile(rf"({_KEY.pattern})\s+(\S.*)")
_MARKS: Final = {"●": "chosen", "◐": "earlier", "✓": "done", "▶": "here", "↻": "again", "≠": "differs"}


@dataclass(frozen=True)
class ToldLine:
    """A line to be read aloud."""

    text: str
    pointed: bool = False
    choosable: bool = False
    """Whether it stands in a list in which can be pointed."""
    number: str = ""
    """What stands before it as its key, such as ``3`` or ``a``."""
    at_once: bool = False
    """Whether that key chooses it, rather than points at it."""
    typed: bool = False
    """Whether it is the field that is typed in, of which is said apart what stands there."""
    mark: str = ""
    """What a sign before it means: ``chosen``, ``earlier``, ``done``, ``here``, ``again``, ``differs``;
    ``empty`` of a field without text."""


@runtime_checkable
class Telling(Protocol):
    """What can say what it shows."""

    def told(self) -> Sequence[ToldLine]:
        """Give what it shows as lines to be read aloud."""


def told_row(row: str) -> ToldLine:
    """Give a painted row as it is read aloud; without text where there was nothing but lines and dots."""
    row = _MARK_FIRST.sub(r"\1 ", row.strip())
    pointed = row.startswith("▸")
    parts = [part for part in _APART.split(_BOXES.sub("  ", row.lstrip("▸ "))) if part.strip()]
    parts = [part for part in map(_without_dots, parts) if part]
    if not parts:
        return ToldLine("", pointed)
    if len(parts) > 1 and all(_ANSWER.match(part) for part in parts[1:]):
        return ToldLine(joined(_chosen_among(parts)), pointed)
    parts = [parts[0], *map(_without_tick, parts[1:])]
    mark, number = "", ""
    if found := _MARKED.fullmatch(parts[0]):
        mark, parts[0] = _MARKS.get(found[1], ""), found[2]
        if key := _KEY_FIRST.fullmatch(parts[0]):
            parts = [key[1], key[2], *parts[1:]]
    if len(parts) > 1 and _KEY.fullmatch(parts[0]):
        number, *parts = parts
    return ToldLine(joined(parts), pointed, number=number, mark=mark)


def told_rows(text: str) -> list[ToldLine]:
    """Give painted rows as lines to be read aloud, without the blank ones."""
    rows = [part for row in text.split("\n") for part in _answers_apart(row)]
    return [line for line in map(told_row, rows) if line.text]


def _answers_apart(row: str) -> list[str]:
    """Give answers that stand beside each other in a row of their own as rows."""
    begins = [found.start() for found in _ANSWER.finditer(row)]
    if len(begins) < 2 or row[: begins[0]].strip():
        return [row]
    return [row[start:end] for start, end in zip(begins, [*begins[1:], len(row)], strict=True)]


def told_option(parts: Iterable[str], *, pointed: bool, number: str = "", at_once: bool = False) -> ToldLine:
    """Give a line of a list with all that is said of it."""
    line = told_row("   ".join(part for each in parts for part in each.split("\n") if part))
    return replace(line, pointed=pointed, choosable=True, number=number or line.number, at_once=at_once)


def joined(parts: Iterable[str]) -> str:
    """Give parts of a row one after the other, with a comma where no other sign ends the one before."""
    said = ""
    for part in map(str.strip, parts):
        ended = said.endswith((".", ",", ":", ";", "!", "?", "…")) or part.startswith("(")
        said += f"{' ' if ended else ', '}{part}" if said else part
    return said


def _without_dots(part: str) -> str:
    """Give a part of a row without dots that draw what words or a number say."""
    part = part.strip()
    return "" if _DOTS.fullmatch(part) else _DOTS_BEFORE.sub("", part)


def _without_tick(part: str) -> str:
    """Give a part that is not the first without the sign before words that say the same."""
    return part.removeprefix("✓").strip()


def _chosen_among(parts: Sequence[str]) -> list[str]:
    """Give answers beside each other: the chosen one alone where there is one, else all of them."""
    first, *others = parts
    chosen = [part for part in others if not part.startswith("○")]
    return [f"{first}:", *(_MARKED.sub(r"\2", part) for part in chosen or others)]
