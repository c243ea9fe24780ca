"""A problem as an author sees it in a terminal: where it is, what is wrong, and the line with a mark.

One form for everything that is told of a file::

    avond.toml:5:11: fout: minutes
      Hier hoort een heel getal te staan, zonder aanhalingstekens.
      Bedoelt u 20?
      5 | minutes = "20"
        |           ^^^^

Lines are shown as they are, but nothing in them can act on the terminal; a long one is cut around its mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facilitator.line_breaks import cells, rows
from facilitator.problems import Place, Problem, Refused, Say
from facilitator.scenario.toml_files import read_lines
from facilitator.text import clean

WIDTH: Final = 78
"""Cells of a row; a terminal has 80."""
INDENT: Final = "  "
TAB: Final = " " * 4
_AROUND: Final = 2 * WIDTH
"""Characters at each side of a mark that are looked at."""


class Excerpts:
    """Says problems with the lines they are about, reading each file once."""

    def __init__(self, t: Say) -> None:
        self._t = t
        self._files: dict[str, Sequence[str]] = {}

    def say(self, problem: Problem) -> str:
        """Give a problem as lines of text: place and key, the sentence, and the line where there is one."""
        head = [
            problem.place and clean(str(problem.place)),
            self._t(f"words.{problem.severity}"),
            problem.spoken or problem.key,
        ]
        values = {name: problem.value(name, self._t) for name in problem.values}
        said = clean(self._t(problem.code, **values))
        sentences = [said, *(clean(hint) for hint in problem.mending(self._t))]
        sentence = [
            sentence[start:end].rstrip()
            for sentence in sentences
            for start, end in rows(sentence, WIDTH - len(INDENT))
        ]
        shown = self._excerpt(problem.place) if problem.place and problem.place.line else []
        return "\n".join(
            [": ".join(part for part in head if part), *(INDENT + row for row in [*sentence, *shown])]
        )

    def _excerpt(self, place: Place) -> list[str]:
        if place.path not in self._files:
            try:
                self._files[place.path] = read_lines(Path(place.path))
            except Refused:
                self._files[place.path] = []
        lines = self._files[place.path]
        if place.line > len(lines):
            return []
        number = str(place.line)
        row, mark = underline(lines[place.line - 1], place, WIDTH - len(INDENT) - len(number) - 3)
        return [f"{number} | {row}".rstrip(), f"{' ' * len(number)} | {mark}"]


def underline(line: str, place: Place, width: int) -> tuple[str, str]:
    """Give the part of a line around a place, and marks that stand under what is meant.

    Neither is wider than ``width`` cells. A tab becomes four blanks; everything else is cleaned.
    """
    start = max(place.column - 1, 0)
    end = start + max(place.length, 1)
    before = _safe(line[max(start - _AROUND, 0) : start])
    meant = _safe(line[start : min(end, start + _AROUND)])
    after = _safe(line[end : end + _AROUND])
    meant = _head(meant, max(width * 2 // 3, width - cells(before) - 12))
    mark = "^" * max(cells(meant), 1)
    after = _head(after, max(width - len(mark) - cells(before), width // 6))
    before = _tail(before, width - len(mark) - cells(after))
    return f"{before}{meant}{after}", " " * cells(before) + mark


def _safe(text: str) -> str:
    """Give text fit for a terminal, with its blanks as they stand."""
    parts = re.split(r"([ \t]+)", text)
    return "".join(part.replace("\t", TAB) if part[:1] in {" ", "\t"} else clean(part) for part in parts)


def _head(text: str, width: int) -> str:
    """Cut a text at its end, where it is too wide."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[:-1]
    return f"{text}…"


def _tail(text: str, width: int) -> str:
    """Cut a text at its beginning, where it is too wide."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[1:]
    return f"…{text}"
