"""Where things stand, for the tests that walk through the whole house."""

from __future__ import annotations

import ast
import re
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


def may_draw(path: Path) -> bool:
    """Tell whether a module may know the screen: those in ``ui/``, and of a kind what says that it draws."""
    top, *rest = path.relative_to(HOUSE).parts
    says_so = "drawing" in rest or re.fullmatch(r"(.+_)?(view|widget)", path.stem) is not None
    return top == "ui" or (top == "steps" and says_so)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Give a path as it reads in a message."""
    return path.relative_to(CHECKOUT).as_posix()


def toml_files() -> Iterator[Path]:
    yield from sorted(HOUSE.rglob("*.toml"))
    yield from sorted(SCENARIOS.rglob("*.toml"))
