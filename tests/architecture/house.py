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


def is_screen(path: Path) -> bool:
    """Tell whether a module may draw: ``ui/`` and the views of the kinds."""
    inside = path.relative_to(HOUSE).parts
    return inside[0] == "ui" or (inside[0] == "steps" and len(inside) > 2 and inside[2].startswith("view"))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Give a path as it reads in a message."""
    return path.relative_to(CHECKOUT).as_posix()


def toml_files() -> Iterator[Path]:
    yield from sorted(HOUSE.rglob("*.toml"))
    yield from sorted(SCENARIOS.rglob("*.toml"))
