"""Nothing grows too long: longer means that a second thing is living there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.house import modules, shown, tree_of

LONGEST_FILE = 300
LONGEST_CLASS = 250
LONGEST_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(tree: ast.Module, lines: int) -> Iterator[str]:
    """Give what is too long in a module of so many lines."""
    if lines > LONGEST_FILE:
        yield f"{lines} lines, at most {LONGEST_FILE}"
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | Function):
            continue
        most = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > most:
            yield f"{node.name} has {length} lines, at most {most}"


def test_nothing_is_too_long() -> None:
    found = [
        f"{shown(path)}: {what}"
        for path in modules()
        for what in too_long(tree_of(path), len(path.read_text(encoding="utf-8").splitlines()))
    ]
    assert found == []


def test_what_counts_as_too_long() -> None:
    function = "def f():\n" + "    pass\n" * LONGEST_FUNCTION
    klass = "class C:\n" + "    x = 1\n" * LONGEST_CLASS
    assert list(too_long(ast.parse(function), 41)) == ["f has 41 lines, at most 40"]
    assert list(too_long(ast.parse(klass), 251)) == ["C has 251 lines, at most 250"]
    assert list(too_long(ast.parse(""), 301)) == ["301 lines, at most 300"]
    assert list(too_long(ast.parse("x = 1\n" * LONGEST_FILE), 300)) == []


def test_every_module_says_what_it_is_for() -> None:
    assert [shown(path) for path in modules() if not ast.get_docstring(tree_of(path))] == []


def test_nothing_is_left_to_do() -> None:
    marks = ("TODO", "FIXME", "XXX:")
    found = [shown(path) for path in modules() if any(mark in path.read_text("utf-8") for mark in marks)]
    assert found == []
