"""What can be changed in an expression."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from typing import Any, Final

from tests.mutation.places import Change, Place, replaced

COMPARISONS: Final[Mapping[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC: Final[Mapping[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
FUNCTIONS: Final[Mapping[str, str]] = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "list",
}
SEQUENCES: Final = (ast.List, ast.Tuple, ast.JoinedStr)
"""What is put after another when it is added: there minus means nothing, and one of the two is left out."""

APART: Final = {"self", "state", "t", "step", "scenario"}
"""Arguments that are the only one of their type."""


def changes(place: Place) -> Iterator[Change]:
    """Give what the expression at this place can become."""
    for sort, change in CHANGES.items():
        if isinstance(place.node, sort):
            yield from change(place.node)


def _compare(node: ast.Compare) -> Iterator[Change]:
    for number, operator in enumerate(node.ops):
        swapped = copy(node)
        swapped.ops = [*node.ops]
        swapped.ops[number] = COMPARISONS[type(operator)]()
        yield replaced(node, swapped)


def _bool_op(node: ast.BoolOp) -> Iterator[Change]:
    other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    yield replaced(node, ast.BoolOp(other, node.values))


def _unary_op(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield replaced(node, node.operand)


def _if_exp(node: ast.IfExp) -> Iterator[Change]:
    yield replaced(node, ast.IfExp(node.test, node.orelse, node.body))


def _comprehension(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Iterator[Change]:
    """Negate what is asked of the things that are gone through."""
    for loop in node.generators:
        for test in loop.ifs:
            yield from negated(test)


def negated(test: ast.expr) -> Iterator[Change]:
    """Give a condition turned round, unless that is one of its other changes."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return
    order = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and not isinstance(test.ops[0], order):
        return
    yield replaced(test, ast.UnaryOp(ast.Not(), test))


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield replaced(node, ast.Constant(value=not value))
    elif isinstance(value, int):
        yield replaced(node, ast.Constant(value=value + 1))
        yield replaced(node, ast.Constant(value=value - 1))
    elif isinstance(value, str) and value:
        yield replaced(node, ast.Constant(value=""))


def _joined_str(node: ast.JoinedStr) -> Iterator[Change]:
    yield replaced(node, ast.Constant(value=""))


def _bin_op(node: ast.BinOp) -> Iterator[Change]:
    if any(isinstance(side, SEQUENCES) or _is_text(side) for side in (node.left, node.right)):
        yield replaced(node, node.left)
        yield replaced(node, node.right)
    elif type(node.op) in ARITHMETIC:
        yield replaced(node, ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _call(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        yield replaced(node.func, ast.Name(FUNCTIONS[node.func.id]))
    for number in range(len(node.keywords)):
        keywords = node.keywords[:number] + node.keywords[number + 1 :]
        yield replaced(node, ast.Call(node.func, node.args, keywords))
    for number in range(len(node.args) - 1):
        first, second = node.args[number : number + 2]
        if _alike(first, second):
            args = [*node.args[:number], second, first, *node.args[number + 2 :]]
            yield replaced(node, ast.Call(node.func, args, node.keywords))


def _alike(first: ast.expr, second: ast.expr) -> bool:
    """Tell whether two arguments may be of one type: of others a swap is mypy's to find."""
    names = [node.id for node in (first, second) if isinstance(node, ast.Name)]
    return type(first) is type(second) and not isinstance(first, ast.Starred) and not APART & {*names}


def _subscript(node: ast.Subscript) -> Iterator[Change]:
    if not isinstance(node.slice, ast.Slice):
        return
    for bound in ("lower", "upper", "step"):
        if getattr(node.slice, bound) is not None:
            cut = copy(node.slice)
            setattr(cut, bound, None)
            yield replaced(node, ast.Subscript(node.value, cut, node.ctx))


def _list(node: ast.List) -> Iterator[Change]:
    """Leave out a part."""
    if isinstance(node.ctx, ast.Load):
        for number in range(len(node.elts)):
            yield replaced(node, ast.List(node.elts[:number] + node.elts[number + 1 :], node.ctx))


CHANGES: Final[Mapping[Any, Callable[[Any], Iterator[Change]]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool_op,
    ast.UnaryOp: _unary_op,
    ast.IfExp: _if_exp,
    (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp): _comprehension,
    ast.Constant: _constant,
    ast.JoinedStr: _joined_str,
    ast.BinOp: _bin_op,
    ast.Call: _call,
    ast.Subscript: _subscript,
    ast.List: _list,
}
