"""What is not changed, each with its reason: no test has to notice it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from tests.mutation.places import Place

TYPES: Final = {"Literal", "Annotated", "TypeVar", "NewType", "cast"}
RANK: Final = 3
"""The place of the rank in ``self.action(name, key, run, rank)``."""


def is_excluded(place: Place) -> bool:
    """Tell whether no test has to notice a change at this place."""
    return any(excludes(place) for excludes in EXCLUSIONS.values())


def _is_type(place: Place) -> bool:
    """Annotations, and what only makes a type."""
    outer = (*place.around, place.node)
    for node, inner in pairwise(outer):
        if isinstance(node, ast.AnnAssign | ast.arg) and inner is node.annotation:
            return True
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and inner is node.returns:
            return True
        if isinstance(node, ast.Subscript) and _name(node.value) in TYPES:
            return True
        if isinstance(node, ast.Call) and _name(node.func) in TYPES and inner is not _value_of(node):
            return True
    if any(isinstance(node, ast.If) and _name(node.test) == "TYPE_CHECKING" for node in outer):
        return True
    return isinstance(place.node, ast.Call) and _name(place.node.func) in TYPES


def _value_of(call: ast.Call) -> ast.expr | None:
    """Give the part of ``cast("A", a)`` that is a value; None of what only makes a type."""
    return call.args[-1] if _name(call.func) == "cast" else None


def _is_docstring(place: Place) -> bool:
    """A text that stands alone."""
    return isinstance(place.parent, ast.Expr) and isinstance(place.node, ast.Constant)


def _is_rank(place: Place) -> bool:
    """The number that says which keys stand first in a key bar that is too narrow for all."""
    parent = place.parent
    if isinstance(parent, ast.keyword):
        return parent.arg == "rank"
    if not isinstance(parent, ast.Call) or _name(parent.func) != "action":
        return False
    return place.node in parent.args and parent.args.index(place.node) == RANK


def _is_key_of_a_sentence(place: Place) -> bool:
    """The key in ``t("room.key")``: another one is a KeyError at once, and would flatter the figures."""
    return isinstance(place.parent, ast.Call) and _name(place.parent.func) == "t"


def _is_in_an_f_string(place: Place) -> bool:
    """What stands in an f-string: Python 3.11 does not tell where. The whole of it is changed."""
    return any(isinstance(node, ast.JoinedStr) for node in place.around)


def _is_decorator(place: Place) -> bool:
    """``@dataclass(frozen=True)`` and the like: who changes a frozen thing is told by mypy."""
    outer = (*place.around, place.node)
    return any(
        isinstance(node, ast.ClassDef) and inner in node.decorator_list for node, inner in pairwise(outer)
    )


def _is_assertion(place: Place) -> bool:
    """What is asserted tells the type checker, or that the code contradicts itself."""
    return any(isinstance(node, ast.Assert | ast.Raise) for node in (*place.around, place.node))


def _is_name_of_a_module(place: Place) -> bool:
    """``__all__`` and imports."""
    return any(
        isinstance(node, ast.Assign) and any(_name(target) == "__all__" for target in node.targets)
        for node in place.around
    )


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


EXCLUSIONS: Final[Mapping[str, Callable[[Place], bool]]] = {
    "types are mypy's": _is_type,
    "a docstring does nothing": _is_docstring,
    "a rank is a matter of taste": _is_rank,
    "a key of no sentence fails everywhere": _is_key_of_a_sentence,
    "an f-string is one text": _is_in_an_f_string,
    "what is frozen is mypy's": _is_decorator,
    "an assertion never fails": _is_assertion,
    "names of a module are the import tests'": _is_name_of_a_module,
}
"""Each way in which a change can be none that a test has to notice."""
