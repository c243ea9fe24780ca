"""The kinds of step, one folder each. A new kind is one new folder with a ``kind.py``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from facilitator.folders import is_file, names
from facilitator.scenario.model import Kind, Kinds


@cache
def kinds() -> Kinds:
    """Give every kind there is, by its name."""
    here = Path(__file__).parent
    there = [name for name in names(here) if is_file(here / name / "kind.py")]
    found: list[Kind] = [import_module(f"{__name__}.{name}.kind").KIND for name in there]
    return {kind.name: kind for kind in found}
