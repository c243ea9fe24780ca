"""XML that cannot be written unescaped, for files of office programs: elements are made by ``x``.

``x("text:p", name, text__style_name="Quiet")`` gives ``<text:p text:style-name="Quiet">…</text:p>``, whatever
stands in the name. What XML cannot hold at all becomes U+FFFD.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, TypeAlias

_IMPOSSIBLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9.-]*(:[a-zA-Z][a-zA-Z0-9.-]*)?")
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_VALUES: Final = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}) | _IN_TEXT


class Xml:
    """A piece of XML. Not a ``str``, so that the two can be mistaken for each other nowhere.

    ``Xml(*children)`` joins pieces: strings are escaped, other pieces stay as they are, None is left out.
    """

    __slots__ = ("_xml",)
    _xml: str

    def __init__(self, *children: XmlChild) -> None:
        self._xml = "".join(
            child._xml if isinstance(child, Xml) else possible(child).translate(_IN_TEXT)  # noqa: SLF001
            for child in children
            if child is not None
        )

    def __str__(self) -> str:
        return self._xml

    def __bool__(self) -> bool:
        return bool(self._xml)


XmlChild: TypeAlias = str | Xml | None
"""What an element holds: text, other elements, or None for nothing."""


def x(tag: str, /, *children: XmlChild, **attributes: str | int | None) -> Xml:
    """Give an element. In the name of an attribute ``__`` stands for a colon and ``_`` for a hyphen.

    An attribute that is None is left out. Raises ValueError for a name that XML does not have, never because
    of what text or values say.
    """
    start = _tag_name(tag) + "".join(
        f' {_attribute_name(name)}="{possible(str(value)).translate(_IN_VALUES)}"'
        for name, value in attributes.items()
        if value is not None
    )
    content = str(Xml(*children))
    return _element(f"<{start}>{content}</{tag}>" if content else f"<{start}/>")


def xml_file(root: Xml) -> bytes:
    """Give a whole file around its outermost element."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()


def possible(text: str) -> str:
    """Give a text without the characters that no XML can hold."""
    return text if text.isascii() and text.isprintable() else _IMPOSSIBLE.sub("\ufffd", text)


def _element(xml: str) -> Xml:
    """Give what this module wrote itself: the only place at which a string is taken at its word."""
    piece = Xml()
    piece._xml = xml  # noqa: SLF001
    return piece


@cache
def _tag_name(tag: str) -> str:
    if not _NAME.fullmatch(tag):
        raise ValueError(f"{tag!r} is no name of an element")
    return tag


@cache
def _attribute_name(name: str) -> str:
    written = name.rstrip("_").replace("__", ":").replace("_", "-")
    if not _NAME.fullmatch(written):
        raise ValueError(f"{name!r} is no name of an attribute")
    return written
