"""Reading the formats back: what tags there are, and what a reader sees."""

from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Page(HTMLParser):
    """The tags, attributes and text of a page; the style sheet is not text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.pieces: list[str] = []
        self._styled = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._styled = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._styled = False

    def handle_data(self, data: str) -> None:
        if not self._styled:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.pieces)

    @property
    def pictures(self) -> list[str]:
        """The pictures in the page, each as the SVG that it is."""
        sources = [value for name, value in self.attributes if name == "src"]
        assert all(value.startswith(PICTURE) for value in sources), sources
        return [b64decode(value.removeprefix(PICTURE)).decode("utf-8") for value in sources]

    @property
    def spoken(self) -> str:
        """What a screen reader says: the text, and what stands for the pictures."""
        return " ".join([*self.pieces, *(value for name, value in self.attributes if name == "alt")])


PICTURE: Final = "data:image/svg+xml;base64,"


def parse_markdown(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def token_types(tokens: list[Token]) -> set[str]:
    inside = {child.type for token in tokens for child in token.children or []}
    return {token.type for token in tokens} | inside


def markdown_text(text: str) -> str:
    tokens = parse_markdown(text)
    return " ".join(
        "".join(child.content or " " for child in token.children or [])
        for token in tokens
        if token.type == "inline"
    )


def squeezed(text: str) -> str:
    """Give a text without blanks, so that the place of a line break makes no difference."""
    return re.sub(r"\s", "", text)
