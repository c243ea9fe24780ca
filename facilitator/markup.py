"""HTML that cannot be written unescaped: elements are made by ``h``, and text stays text, whoever wrote it.

``h("li", name, class_="who")`` gives ``<li class="who">…</li>``, whatever stands in the name. There is no
other door by which a string becomes HTML: ``Markup(text)`` escapes it as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Final, TypeAlias

VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
"""HTML elements without content and without an end tag."""

EMPTY: Final = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"})
"""SVG shapes; without content they are closed at once, as SVG asks."""

RAW_TEXT: Final = frozenset({"style"})
"""Elements in which a browser reads ``&lt;`` as it stands, so that their text cannot be escaped."""


class Markup:
    """A piece of HTML. Not a ``str``, so that the two can be mistaken for each other nowhere.

    ``Markup(*children)`` joins pieces: strings are escaped, other markup stays as it is, None is left out.
    ``str(markup)`` gives the HTML. An empty piece is false.
    """

    __slots__ = ("_html",)

    def __init__(self, *children: Child) -> None:
        self._html = _joined(children)

    def __str__(self) -> str:
        return self._html

    def __repr__(self) -> str:
        return f"<Markup {self._html!r}>"

    def __bool__(self) -> bool:
        return bool(self._html)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Markup) and self._html == other._html

    def __hash__(self) -> int:
        return hash(self._html)


Child: TypeAlias = str | Markup | None
"""What an element holds: text, other elements, or None for nothing."""

Value: TypeAlias = str | int | None
"""Of an attribute. None and False leave the attribute out; True gives its name alone."""


def h(tag: str, /, *children: Child, **attributes: Value) -> Markup:
    """Give an element: ``h("p", "a < b", class_="quiet")`` is ``<p class="quiet">a &lt; b</p>``.

    In the name of an attribute an underscore stands for a hyphen (``aria_label``), and one at the end, for
    names that Python keeps to itself, falls away (``class_``).

    Raises:
        ValueError: a name that HTML does not have, content in an element that has none, or text in a style
            sheet that could end it. Never because of what text or values say.
    """
    start = _tag_name(tag) + "".join(_attribute(name, value) for name, value in attributes.items())
    content = _joined(children) if tag not in RAW_TEXT else _raw(tag, children)
    if tag in VOID:
        if content:
            raise ValueError(f"<{tag}> has no content")
        return _element(f"<{start}>")
    if tag in EMPTY and not content:
        return _element(f"<{start}/>")
    return _element(f"<{start}>{content}</{tag}>")


def broken_lines(text: str) -> Markup:
    """Give text with a line break wherever it has one."""
    first, *rest = text.split("\n")
    return Markup(first, *(part for line in rest for part in (h("br"), line)))


def document(*children: Child, **attributes: Value) -> Markup:
    """Give a whole page: the html element with its attributes, after the line that says it is HTML."""
    return Markup(_element("<!doctype html>\n"), h("html", *children, **attributes), "\n")


def _element(html: str) -> Markup:
    """Give what this module wrote itself as markup: the only place at which a string is taken at its word."""
    markup = Markup.__new__(Markup)
    markup._html = html  # noqa: SLF001
    return markup


def _joined(children: Sequence[Child]) -> str:
    return "".join([_written(child) for child in children])


def _written(child: Child) -> str:
    if child is None:
        return ""
    return str(child) if isinstance(child, Markup) else escape(child)


def _raw(tag: str, children: Sequence[Child]) -> str:
    """Give the text of a style sheet as it stands; one with ``<`` in it could leave its element."""
    if any(isinstance(child, Markup) or (child and "<" in child) for child in children):
        raise ValueError(f"<{tag}> holds text without '<' alone")
    return "".join(str(child) for child in children if child)


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    written = _attribute_name(name)
    return f" {written}" if value is True else f' {written}="{_quoted(str(value))}"'


def _quoted(value: str) -> str:
    """Escape for between double quotes: a single one stays, so that a policy reads as it was written."""
    return escape(value, quote=False).replace('"', "&quot;")


@cache
def _tag_name(tag: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9]*", tag):
        raise ValueError(f"{tag!r} is no name of an element")
    return tag


@cache
def _attribute_name(name: str) -> str:
    written = name.removesuffix("_").replace("_", "-")
    if not re.fullmatch("[a-zA-Z][a-zA-Z0-9-]*", written):
        raise ValueError(f"{name!r} is no name of an attribute")
    return written
