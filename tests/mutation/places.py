"""A node of a syntax tree with what it stands in, and what can stand there instead."""

from __future__ import annotations

import ast
from typing import NamedTuple


class Place(NamedTuple):
    """A node, and what it stands in, from the module inwards."""

    node: ast.AST
    around: tuple[ast.AST, ...]

    @property
    def parent(self) -> ast.AST | None:
        return self.around[-1] if self.around else None

    @property
    def function(self) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The innermost function it stands in, lambdas left out."""
        functions = (ast.FunctionDef, ast.AsyncFunctionDef)
        return next((node for node in reversed(self.around) if isinstance(node, functions)), None)


class Change(NamedTuple):
    """An expression or statement that becomes another text."""

    node: ast.expr | ast.stmt
    becomes: str


def replaced(node: ast.expr | ast.stmt, instead: ast.AST) -> Change:
    """Give the change of a node to another one; an expression is put in brackets where it stood."""
    text = ast.unparse(instead)
    simple = isinstance(instead, ast.Constant | ast.Name | ast.Call | ast.List | ast.stmt | ast.Attribute)
    return Change(node, text if simple else f"({text})")
