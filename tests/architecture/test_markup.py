"""HTML and XML are each made in one place: elsewhere they are built from elements, never written by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE, modules, shown, tree_of

BUILDERS = {HOUSE / "markup.py", HOUSE / "xml_markup.py"}

TAG = re.compile(r"(?<!\?)(?<!\?P)<[a-zA-Z/!]")
"""A tag, and not a group of a pattern."""


@pytest.mark.parametrize("path", [path for path in modules() if path not in BUILDERS], ids=shown)
def test_html_is_made_with_the_builder(path: Path) -> None:
    assert list(by_hand(tree_of(path))) == []


def by_hand(tree: ast.Module) -> Iterator[str]:
    """Give what writes HTML past the builder: tags in strings, escaping, and the builder's own back door."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    widths = {id(node.format_spec) for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)}
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr() if id(node) not in widths and TAG.search(_filled_in(node)):
                yield f"{node.lineno}: a tag that is filled in"
            case ast.Constant(value=str(text)) if id(node) not in docstrings and TAG.search(text):
                yield f"{node.lineno}: {text!r}"
            case ast.Import(names=names) if any(name.name.split(".")[0] == "html" for name in names):
                yield f"{node.lineno}: html"
            case ast.ImportFrom(module="html"):
                yield f"{node.lineno}: html"
            case ast.ImportFrom(module="facilitator.markup" | "facilitator.xml_markup", names=names):
                yield from (f"{node.lineno}: {name.name}" for name in names if name.name.startswith("_"))
            case ast.Attribute(attr="_html" | "_xml" | "_element"):
                yield f"{node.lineno}: {node.attr}"


def _filled_in(string: ast.JoinedStr) -> str:
    """Give an f-string with a letter for each of its values."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in string.values)


@pytest.mark.parametrize(
    "code",
    [
        'x = "<b>"',
        'x = f"<{tag}>"',
        'x = f"</{tag}>"',
        'x = "<!doctype html>"',
        'x = "a <br"',
        "from html import escape",
        "import html",
        "import html.entities",
        "from facilitator.markup import _element",
        "markup._element(text)",
        "markup._html = text",
    ],
)
def test_html_by_hand_is_found(code: str) -> None:
    assert list(by_hand(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        '"""Gives <b>."""',
        'x = "a < b"',
        "a < b",
        "from facilitator.report import html",
        'x = "<-"',
        'x = r"(?P<of>.+)"',
        'x = f"{a} < {b}"',
    ],
)
def test_what_is_no_html_is_left_alone(code: str) -> None:
    assert not list(by_hand(ast.parse(code)))
