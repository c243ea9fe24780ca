"""Where things stand, for the tests that walk through the whole house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
HOUSE = CHECKOUT / "facilitator"
SCENARIOS = CHECKOUT / "scenarios"


def modules() -> list[Path]:
    """Give every module of the app."""
    return sorted(HOUSE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Give the name by which a module is imported."""
    parts = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MEANING = {"__init__.py", "kind.py", "findings.py", "report.py"}
"""What there is of a kind when nobody looks at a screen; the rest of its folder belongs to its view."""


def may_draw(path: Path) -> bool:
    """Tell whether a module may know the screen: those in ``ui/``, and what belongs to the view of a kind.

    That what a kind means needs none of the latter, by whatever way, is held by import-linter.
    """
    top, *rest = path.relative_to(HOUSE).parts
    return top == "ui" or (top == "steps" and len(rest) > 1 and rest[1] not in MEANING)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Give a path as it reads in a message."""
    return path.relative_to(CHECKOUT).as_posix()


def toml_files() -> Iterator[Path]:
    yield from sorted(HOUSE.rglob("*.toml"))
    yield from sorted(SCENARIOS.rglob("*.toml"))
