"""Where in a TOML file each key and each value stands, so that a mistake is pointed at exactly.

The data comes from the parser that reads every file; this one only adds places, and is imported when there
is something to tell. It goes on after what it doesn't understand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import tomli
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from facilitator.problems import Aim
from facilitator.scenario.validation import key_path

LARGEST: Final = 256_000
"""Bytes that are looked at. What stands after that in a file gets no place; no scenario is that long."""

_TOML: Final = Language(tree_sitter_toml.language())
_NEWER: Final = re.compile(rb"\\[ex]")
"""Escapes of TOML 1.1, which this grammar does not know; another escape of the same length is as good."""
_SHORT_TIME: Final = re.compile(rb"(?<=[=\[,{ \t])\d\d:\d\d(?![:\d])")
"""A time of TOML 1.1, without its seconds; a number of the same length is as good."""
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
        data = text.encode()
        self._whole = len(data) <= LARGEST
        self._data = data if self._whole else data[: data.rfind(b"\n", 0, LARGEST) + 1]
        self._lines = self._data.split(b"\n")
        self._keys: dict[str, Node] = {}
        self._values: dict[str, tuple[Node, Node]] = {}
        """What a key is set to, from the first node to the last; of a table, its header."""
        self._counts: dict[str, int] = {}
        known = _SHORT_TIME.sub(b"11111", _NEWER.sub(rb"\\n", self._data))
        self._tree = Parser(_TOML).parse(known)
        self._read(self._tree.root_node)

    # -- looking up

    def find(self, key: str, aim: Aim, language: str = "") -> tuple[str, Span | None]:
        """Give the key that is pointed at, and its place when the file shows it.

        A text that is given per language is pointed at in the one that is read. Where the key itself is not
        there, what stands around it is pointed at.
        """
        if aim == "key" and key in self._keys:
            return key, self._span(self._keys[key], self._keys[key])
        if aim == "value" and f"{key}.{language}" in self._values:
            key = f"{key}.{language}"
        around = parent_of(key) if aim == "table" else key
        while around and around not in self._values:
            if not self._whole:
                return key, None
            around = parent_of(around)
        return key, self._span(*self._values[around]) if around else self._top()

    def find_words(self, key: str, words: str, skip: int) -> Span | None:
        """Give the place of some words within a text; None when they stand there in another way."""
        if key not in self._values:
            return None
        first, last = self._values[key]
        text = self._data[first.start_byte : last.end_byte].decode()
        pattern = r"(?:\s|\\\n)+".join(re.escape(word).replace('"', r'\\?"') for word in words.split())
        found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text))[skip : skip + 1] if words else []
        if not found:
            return None
        before = self._data[: first.start_byte].decode() + text[: found[0].start()]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return Span(line + 1, column + 1, len(found[0][0].split("\n")[0].rstrip()))

    def _top(self) -> Span | None:
        """Give where the file begins to say something: a key that misses there has no header."""
        children = [node for node in self._tree.root_node.named_children if node.type != "comment"]
        first = children[0].named_children[:1] if children else []
        return self._span(first[0], first[0]) if first else None

    def _span(self, first: Node, last: Node) -> Span:
        row, column = first.start_point
        line = self._lines[row]
        end = last.end_point.column if last.end_point.row == row else len(line.rstrip())
        before = line[:column].decode()
        return Span(row + 1, len(before) + 1, max(len(line[column:end].decode()), 1))

    # -- reading the tree

    def _read(self, root: Node) -> None:
        for node in root.named_children:
            if node.type == "pair":
                self._pair(node, "")
            elif node.type in {"table", "table_array_element"} and len(node.children) > 2:
                self._table(node)

    def _table(self, node: Node) -> None:
        opening, key, closing = node.children[:3]
        path = ""
        nodes = _key_nodes(key)
        for n, part in enumerate(nodes):
            path = self._join(path, part)
            last = n == len(nodes) - 1
            self._keys.setdefault(path, part)
            self._values.setdefault(path, (opening, closing))
            if last and node.type == "table_array_element":
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = f"{path}[{self._counts[path]}]"
        self._keys.setdefault(path, nodes[-1])
        self._values.setdefault(path, (opening, closing))
        for each in node.named_children[1:]:
            if each.type == "pair":
                self._pair(each, path)

    def _pair(self, node: Node, table: str) -> None:
        parts = [each for each in node.named_children if each.type not in {"comment", "ERROR"}]
        if len(parts) != 2:
            return
        key, value = parts
        path = table
        nodes = _key_nodes(key)
        for n, part in enumerate(nodes):
            path = self._join(path, part)
            self._keys.setdefault(path, part)
            if n < len(nodes) - 1:
                self._values.setdefault(path, (part, part))
        self._value(value, path)

    def _value(self, node: Node, path: str) -> None:
        self._values.setdefault(path, (node, node))
        inside = [each for each in node.named_children if each.type not in {"comment", "ERROR"}]
        if node.type == "inline_table":
            for pair in inside:
                self._pair(pair, path)
        elif node.type == "array":
            for number, each in enumerate(inside, 1):
                self._value(each, f"{path}[{number}]")

    def _join(self, path: str, node: Node) -> str:
        said = self._data[node.start_byte : node.end_byte].decode()
        if node.type == "quoted_key":
            said = next(iter(tomli.loads(f"{said} = 0")))
        name = key_path((said,))
        return f"{path}.{name}" if path else name


def _key_nodes(node: Node) -> Sequence[Node]:
    """Give the parts of a key, in order."""
    if node.type != "dotted_key":
        return [node]
    return [part for each in node.named_children for part in _key_nodes(each)]
