"""Where each key and each value of a TOML text begins and ends.

For a text that the parser has accepted: the scanner only has to tell apart what can stand there when it is
right. It goes over the text once and never calls itself, so that no file is too long or too deep for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import tomli

from facilitator.scenario.validation import key_path

Stretch = tuple[int, int]
"""Part of a text: where it begins, and where it has ended."""

_NOWHERE: Final[Stretch] = (0, 0)

_GAP: Final = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*")
_NAME: Final = re.compile(r"""[\w-]++|"(?:[^"\\\n]++|\\.)*"|'[^'\n]*+'""")
_DOT: Final = re.compile(r"[ \t]*+\.[ \t]*+")
_EQUALS: Final = re.compile(r"[ \t]*+=[ \t]*+")
_OPENING: Final = re.compile(r"\[\[?[ \t]*+")
_CLOSING: Final = re.compile(r"[ \t]*+\]\]?")
_SCALAR: Final = re.compile(
    r"""
      "{3} (?: [^"\\]++ | \\. | "(?!"{2}) )* "{3,5}     # one or two of its own, and three that close it
    | '{3} (?: [^']++ | '(?!'{2}) )* '{3,5}
    | "(?!"{2}) (?: [^"\\\n]++ | \\. )* "
    | '(?!'{2}) [^'\n]*+ '
    | (?: \d{4}-\d\d-\d\d[ ] )? [\w:.+-]++            # between a date and a time may stand a blank
    """,
    re.DOTALL | re.VERBOSE,
)
"""A value with nothing inside: a text, a number, a date or a time, yes or no."""


@dataclass(slots=True)
class Entry:
    """What a text says under a name; of an element of a list its number is the name: ``[2]``."""

    name: Stretch | None = None
    """The name itself; an element of a list between brackets has none."""
    value: Stretch = _NOWHERE
    """What it is set to; of a table with a header, that header; of one that only dots make, its name.

    Of the whole text: the first key in it.
    """
    inside: dict[str, Entry] = field(default_factory=dict)
    """By names as the key of a problem has them; of what looks the same there, the first."""

    def under(self, said: str, name: Stretch, value: Stretch) -> Entry:
        """Give the table under a name, which another header or another key may have begun."""
        return self.inside.setdefault(_shown(said), Entry(name, value))

    def put(self, said: str, name: Stretch) -> Entry:
        """Give an entry for a key that is set to something."""
        entry = Entry(name)
        self.inside.setdefault(_shown(said), entry)
        return entry

    def append(self, name: Stretch | None, value: Stretch) -> Entry:
        """Give an entry for one more element of this list."""
        return self.inside.setdefault(f"[{len(self.inside) + 1}]", Entry(name, value))

    def newest(self) -> Entry:
        """Give what a header goes on in: of a list of tables the last, otherwise this."""
        return self.inside.get(f"[{len(self.inside)}]", self)


class _CutOffError(Exception):
    """What has to come next in TOML does not come."""


class TomlScanner:
    """Goes over a text, and puts what it says under ``top``."""

    def __init__(self, text: str) -> None:
        self.top = Entry()
        self._text = text
        self._at = 0
        self._table = self.top
        """What a key on a row of its own belongs to."""
        self._open: list[Entry] = []
        """The lists and tables whose brackets are still open, from the outermost to the innermost."""

    def scan(self) -> bool:
        """Go to the end, or to where it can't be followed; tell whether it is the end."""
        try:
            while self._take(_GAP)[1] < len(self._text):
                self._go_on()
        except _CutOffError:
            return False
        return not self._open

    def _go_on(self) -> None:
        sign = self._text[self._at]
        if not self._open:
            if sign == "[":
                self._header()
            else:
                self._pair(self._table)
        elif sign == ",":
            self._at += 1
        elif sign in "]}":
            self._at += 1
            closed = self._open.pop()
            closed.value = closed.value[0], self._at
        elif self._text[self._open[-1].value[0]] == "[":
            self._value(self._open[-1].append(None, _NOWHERE))
        else:
            self._pair(self._open[-1])

    def _header(self) -> None:
        start, _ = self._take(_OPENING)
        names = self._names()
        header = start, self._take(_CLOSING)[1]
        table = self.top
        for name in names:
            table = table.newest().under(self._text[slice(*name)], name, header)
        is_list = self._text.startswith("[[", start)
        self._table = table.append(names[-1], header) if is_list else table

    def _pair(self, table: Entry) -> None:
        *names, last = self._names()
        self._take(_EQUALS)
        for name in names:
            table = table.under(self._text[slice(*name)], name, name)
        self._value(table.put(self._text[slice(*last)], last))

    def _names(self) -> list[Stretch]:
        """Take a key: one name, or several with dots between them."""
        names = [self._take(_NAME)]
        while _DOT.match(self._text, self._at):
            self._take(_DOT)
            names.append(self._take(_NAME))
        if self.top.value == _NOWHERE:
            self.top.value = names[0][0], names[-1][1]
        return names

    def _value(self, entry: Entry) -> None:
        if self._text.startswith(("[", "{"), self._at):
            entry.value = self._at, self._at + 1  # until it closes
            self._at += 1
            self._open.append(entry)
        else:
            entry.value = self._take(_SCALAR)

    def _take(self, pattern: re.Pattern[str]) -> Stretch:
        """Go past what has to come next. Raises _CutOffError when something else comes."""
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _CutOffError
        self._at = found.end()
        return found.span()


@lru_cache(maxsize=1024)
def _shown(said: str) -> str:
    """Give a name of the text as the key of a problem has it."""
    return key_path((next(iter(tomli.loads(f"{said} = 0"))) if said[0] in "\"'" else said,))
