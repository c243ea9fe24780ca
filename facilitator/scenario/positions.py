"""Where in a TOML file each key and each value stands, so that a mistake is pointed at exactly.

The data comes from the parser that reads every file; this only adds places, and is imported when there is
something to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from facilitator.problems import Aim
from facilitator.records import ID_PATTERN
from facilitator.scenario.toml_scanner import Entry, Stretch, TomlScanner

LARGEST: Final = 256_000
"""Characters that are looked at. What stands after that in a file gets no place; no scenario is that long."""

_PART: Final = re.compile(r'\.?(?:"[^"]*"|[^."\[\]]+)|\[\d+\]')


@dataclass(frozen=True)
class Span:
    """Some text in a file: its line and column from 1, and the characters that are on that line."""

    line: int
    column: int
    length: int


def parent_of(key: str) -> str:
    """Give the key of the table or list around a key: ``use[2]`` for ``use[2].block``."""
    return "".join(_PART.findall(key)[:-1])


class Positions:
    """The places in one valid TOML file, by key as an author reads it: ``step[3].questions[2].id``."""

    def __init__(self, text: str) -> None:
        whole = len(text) <= LARGEST
        self._text = text if whole else text[: text.rfind("\n", 0, LARGEST) + 1]
        scanner = TomlScanner(self._text)
        self._whole = scanner.scan() and whole
        self._top = scanner.top

    def find(self, key: str, aim: Aim, language: str = "") -> tuple[str, Span | None]:
        """Give the key that is pointed at, and its place when the file shows it.

        A text that is given per language is pointed at in the one that is read. Where the key itself is not
        there, what stands around it is pointed at.
        """
        entry = self._entry(key)
        if entry and aim == "key" and entry.name:
            return key, self._span(entry.name)
        if entry and aim == "value" and language in entry.inside:
            return f"{key}.{language}", self._span(entry.inside[language].value)
        around = parent_of(key) if aim == "table" else key
        while (entry := self._entry(around)) is None:
            if not self._whole:
                return key, None
            around = parent_of(around)
        return key, self._span(entry.value)

    def find_words(self, key: str, words: str, skip: int) -> Span | None:
        """Give the place of some words within a text; None when they stand there in another way."""
        entry = self._entry(key)
        if entry is None:
            return None
        pattern = r"(?:\s|\\\r?\n)+".join(re.escape(word).replace('"', r'\\?"') for word in words.split())
        places = re.compile(rf"(?<!\w){pattern}(?!\w)").finditer(self._text, *entry.value)
        found = next(islice(places, skip, None), None)
        return self._span(found.span()) if found else None

    def speak(self, key: str) -> str:
        """Give a key as a person finds it in the file: ``step dromen, prompts 1, sort``."""
        entry: Entry | None = self._top
        said: list[str] = []
        for part in _PART.findall(key):
            entry = entry and entry.inside.get(part.removeprefix("."))
            if part[0] == "[" and said:
                said[-1] += f" {(entry and self._id(entry)) or part.strip('[]')}"
            else:
                said.append(part.removeprefix("."))
        return ", ".join(said)

    def _id(self, table: Entry) -> str:
        """Give what a table calls itself; of the use of a block, its name."""
        named = (table.inside[name].value for name in ("id", "block") if name in table.inside)
        words = (self._text[slice(*value)].strip("\"'") for value in named)
        return next((word for word in words if re.fullmatch(ID_PATTERN, word)), "")

    def _entry(self, key: str) -> Entry | None:
        """Give what stands under a key; under none stands the whole text."""
        entry: Entry | None = self._top
        for part in _PART.findall(key):
            entry = entry and entry.inside.get(part.removeprefix("."))
        return entry

    def _span(self, stretch: Stretch) -> Span | None:
        """Give the place of a part of the text; of nothing there is none."""
        start, end = stretch
        if start == end:
            return None
        said, *more = self._text[start:end].split("\n", 1)
        line = self._text.count("\n", 0, start) + 1
        column = start - self._text.rfind("\n", 0, start)
        return Span(line, column, len(said.rstrip() if more else said))
