"""Choosing changes, the same ones for the same seed and the same code, spread over all of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

from tests.mutation.mutants import Mutant, mutants_of

CHECKOUT: Final = Path(__file__).parents[2]
SAMPLED: Final = tuple(Path("facilitator", name) for name in ("steps", "report", "session", "kinds"))
"""What mutmut does not cover (pyproject.toml)."""


def sample(seed: int, count: int, paths: Sequence[Path] = SAMPLED, root: Path = CHECKOUT) -> list[Mutant]:
    """Give changes of so many lines, or of every line when there are fewer: one of each.

    All lines that can be changed are put in a row and cut in ``count`` equal parts; of each part one line is
    chosen. So a large folder has more of them than a small one. Raises FileNotFoundError for a path that is
    not there.
    """
    chance = random.Random(seed)
    lines = [line for path in _modules(paths, root) for line in _lines(path, root)]
    count = min(count, len(lines))
    bounds = [len(lines) * number // max(count, 1) for number in range(count + 1)]
    parts = [lines[start:end] for start, end in pairwise(bounds)]
    return [_one(part, chance, root) for part in parts]


def _modules(paths: Sequence[Path], root: Path) -> list[Path]:
    found: set[Path] = set()
    for path in paths:
        whole = root / path
        if not whole.exists():
            raise FileNotFoundError(whole)
        modules = [whole] if whole.is_file() else whole.rglob("*.py")
        found.update(module.relative_to(root) for module in modules)
    return sorted(found)


def _lines(path: Path, root: Path) -> list[list[Mutant]]:
    mutants = mutants_of(path, (root / path).read_text(encoding="utf-8"))
    return [list(found) for _, found in groupby(mutants, lambda mutant: mutant.line)]


def _one(lines: list[list[Mutant]], chance: random.Random, root: Path) -> Mutant:
    """Give a change out of some lines; what turns out to be none is passed over."""
    for line in chance.sample(lines, len(lines)):
        for mutant in chance.sample(line, len(line)):
            if mutant.changes((root / mutant.path).read_text(encoding="utf-8")):
                return mutant
    raise ValueError(f"nothing to change in {lines[0][0].path}")
