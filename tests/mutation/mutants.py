"""Every small change that can be made in a module, each a text of the module with one place different."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutation import expressions, statements
from tests.mutation.exclusions import is_excluded
from tests.mutation.places import Place

LONGEST: Final = 70
"""Characters of a change that are shown; a longer one is cut."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One change in one module."""

    path: Path
    """From the root of the checkout."""
    line: int
    start: int
    """The first byte that changes."""
    before: str
    after: str

    @property
    def told(self) -> str:
        """The place and the change, on one line."""
        return f"{self.path.as_posix()}:{self.line}  {_short(self.before)}  →  {_short(self.after)}"

    def applied(self, source: str) -> str:
        """Give the module with the change in it."""
        text = source.encode()
        end = self.start + len(self.before.encode())
        return (text[: self.start] + self.after.encode() + text[end:]).decode()

    def changes(self, source: str) -> bool:
        """Tell whether the changed module can be read, and differs in more than its looks."""
        try:
            return ast.dump(ast.parse(self.applied(source))) != ast.dump(ast.parse(source))
        except SyntaxError:
            return False


def mutants_of(path: Path, source: str) -> list[Mutant]:
    """Give the changes of a module, in the order of its lines; those that no test has to notice are left out.

    ``path`` is only told, nothing is read. Some changes may still turn out to be none (``Mutant.changes``).
    """
    text = source.encode()
    starts = [0]
    for row in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(row))
    found = set()
    for place in _places(ast.parse(source)):
        for node, after in (*expressions.changes(place), *statements.changes(place)):
            if not is_excluded(place):
                assert node.end_lineno is not None
                assert node.end_col_offset is not None
                start = starts[node.lineno - 1] + node.col_offset
                before = text[start : starts[node.end_lineno - 1] + node.end_col_offset].decode()
                found.add(Mutant(path, node.lineno, start, before, after))
    return sorted(found)


def _places(tree: ast.Module) -> Iterator[Place]:
    """Walk through a module, with what every node stands in."""
    waiting = [Place(tree, ())]
    while waiting:
        place = waiting.pop()
        yield place
        around = (*place.around, place.node)
        waiting += [Place(child, around) for child in ast.iter_child_nodes(place.node)]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
