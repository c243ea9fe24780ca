"""What can be changed in a statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from tests.mutation.expressions import negated
from tests.mutation.places import Change, Place, replaced

NOTHING: Final[Mapping[str, str]] = {
    "bool": "False",
    "str": "''",
    "int": "0",
    "float": "0.0",
    "list": "[]",
    "dict": "{}",
    "set": "set()",
    "Outcome": "[]",
    "Sequence": "[]",
}
"""What a function can give of this type that says nothing; of other types it is None."""


def changes(place: Place) -> Iterator[Change]:
    """Give what the statement at this place can become."""
    node = place.node
    if isinstance(node, ast.If | ast.While):
        yield from negated(node.test)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield from _return(node, place)
    elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
        yield Change(node, "pass")
    elif isinstance(node, ast.AugAssign):
        yield Change(node, "pass")
        yield from _aug_assign(node)
    elif isinstance(node, ast.Break):
        yield Change(node, "continue")
    elif isinstance(node, ast.Continue):
        yield Change(node, "break")


def _return(node: ast.Return, place: Place) -> Iterator[Change]:
    """Give nothing, of the type that the function says; and of a bool both."""
    function = place.function
    returns = ast.unparse(function.returns) if function and function.returns else "None"
    name = returns.partition("[")[0]
    yield Change(node, f"return {NOTHING.get(name, 'None')}")
    if name == "bool":
        yield Change(node, "return True")


def _aug_assign(node: ast.AugAssign) -> Iterator[Change]:
    """Take off instead of adding, where it is a number that is added."""
    number = isinstance(node.value, ast.Constant) and isinstance(node.value.value, int)
    if number and isinstance(node.op, ast.Add | ast.Sub):
        other = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        yield replaced(node, ast.AugAssign(node.target, other, node.value))
