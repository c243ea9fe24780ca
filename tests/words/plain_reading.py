"""What people read in Dutch, piece by piece and with its place: in catalogues, in manuals, in reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import tomli

from facilitator.scenario.jargon_words import FEW, jargon
from facilitator.scenario.plain_language import MOST_WORDS, labels, long_sentences, sentences

PIECES: Final = frozenset(
    {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "summary", "title", "figcaption", "dt", "dd"}
)
"""Elements of a page that are read by themselves."""
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_BEGINS: Final = re.compile(r"(?:#+|[-*]|\d+\.|>) +")
"""How a piece of a manual begins: a heading, a line of a list, something quoted."""
_TYPED: Final = re.compile(r"`[^`]*`")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_VALUE: Final = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Piece:
    """What is read in one go: a sentence of a catalogue, a paragraph, a cell of a table."""

    place: str
    text: str


def wrong(piece: Piece) -> Iterator[str]:
    """Give what stands in the way of reading, with its place: the same as ``facilitator check`` tells."""
    for sentence, count in long_sentences(piece.text):
        yield f"{piece.place}: {count} words, at most {MOST_WORDS}: {sentence}"
    for sentence in sentences(piece.text):
        words = list(jargon(sentence, "nl"))
        if len(words) >= FEW:
            yield f"{piece.place}: words of offices: {', '.join(words)}"
    for word, *_ in labels(piece.text, "nl"):
        yield f"{piece.place}: a label: {word}"


def in_catalogue(path: Path, name: str) -> Iterator[Piece]:
    """Give what a catalogue says, by key. What is filled in counts as a word."""
    yield from _keys(tomli.loads(path.read_text(encoding="utf-8")), name)


def _keys(table: dict[str, object], at: str) -> Iterator[Piece]:
    for name, value in table.items():
        key = f"{at}: {name}" if at.endswith(".toml") else f"{at}.{name}"
        if isinstance(value, dict):
            yield from _keys(value, key)
        else:
            said = value if isinstance(value, list) else [value]
            yield from (Piece(key, _VALUE.sub("iets", str(line))) for line in said)


def in_manual(text: str, name: str) -> Iterator[Piece]:
    """Give what a manual says, by line: paragraphs, lines of lists, cells of tables.

    What is typed or shown on a screen as it stands is somebody's example, and no sentence. Within a sentence
    it counts as a word, because it is read as one.
    """
    held: list[str] = []
    first, shown = 0, False
    for number, line in enumerate([*text.split("\n"), ""], 1):
        said = line.strip()
        fence = said.startswith("```")
        if held and (not said or fence or said.startswith("|") or _BEGINS.match(said)):
            yield _piece(name, first, " ".join(held))
            held = []
        shown ^= fence
        if shown or fence or not said:
            continue
        if said.startswith("|"):
            yield from (_piece(name, number, cell) for cell in said.strip("|").split("|"))
            continue
        first = first if held else number
        held.append(_BEGINS.sub("", said, count=1))


def _piece(name: str, line: int, said: str) -> Piece:
    plain = _LINK.sub(r"\1", _TYPED.sub("iets", said)).replace("*", "")
    return Piece(f"{name}:{line}", plain.strip())


class PageReader(HTMLParser):
    """Reads a page piece by piece, each with the heading that it stands under."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._name = self._under = name
        self._said = ""
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PIECES:
            self._end("")
        if tag == "br":
            self._said += "\n"
        self._hidden = tag == "style"
        self.pieces += [Piece(self._under, alt) for name, alt in attrs if name == "alt" and alt]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag in PIECES or tag in {"div", "section", "ul", "table"}:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        self._said += "" if self._hidden else data

    def _end(self, tag: str) -> None:
        said = "\n".join(" ".join(row.split()) for row in self._said.split("\n") if row.strip())
        if tag in HEADINGS:
            self._under = f"{self._name}, {said}"
        self.pieces += [Piece(self._under, said)] if said else []
        self._said = ""


def in_page(html: str, name: str) -> list[Piece]:
    """Give what a page says, with the heading that it stands under."""
    reader = PageReader(name)
    reader.feed(html)
    reader.close()
    return reader.pieces
