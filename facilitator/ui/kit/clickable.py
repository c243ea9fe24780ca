"""What a click on a text means: the key that it stands for, or the line of a list that it belongs to."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.style import Style

KEY: Final = "key"
LINE: Final = "line"


def for_key(text: Content, key: str) -> Content:
    """Let a click on a text be as if this key were pressed."""
    return text.stylize(Style.from_meta({KEY: key}))


def for_line(text: Content, name: str) -> Content:
    """Let a click on a text mean the line of this name, of the list that it stands in."""
    return text.stylize(Style.from_meta({LINE: name}))
