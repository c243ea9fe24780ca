"""Where problems stand in their files. What this takes is loaded only when there is something to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.toml_files import read_text
from facilitator.scenario.validation import MOST
from facilitator.words import Language

if TYPE_CHECKING:
    from facilitator.scenario.positions import Positions


class Placement:
    """Adds places to problems, reading each file once."""

    def __init__(self, near: Path) -> None:
        """``near`` is the file that was asked for: when it was named from here, so are the others."""
        self._near = str(near)
        self._whole = str(near.absolute())
        self._from_here = not near.is_absolute()
        self._files: dict[str, Positions | None] = {}

    def place(self, problem: Problem, language: Language) -> Problem:
        """Give the problem with its line and column, where the file shows them in this language."""
        place = problem.place
        if place is None:
            return problem
        positions = self._positions(place.path) if problem.key and not place.line else None
        key, span = problem.key, None
        if positions is not None:
            key, span = positions.find(key, problem.aim, language)
        if positions is not None and problem.words:
            span = positions.find_words(key, problem.words, problem.skip) or span
        path = self._shown(place.path)
        place = Place(path, span.line, span.column, span.length) if span else replace(place, path=path)
        return replace(problem, place=place, key=key, spoken=positions.speak(key) if positions else "")

    def _positions(self, path: str) -> Positions | None:
        from facilitator.scenario.positions import Positions

        if path not in self._files:
            try:
                self._files[path] = Positions(read_text(Path(path)))
            except Refused:  # gone since it was read
                self._files[path] = None
        return self._files[path]

    def _shown(self, path: str) -> str:
        if path == self._whole:
            return self._near
        here = Path.cwd()
        if self._from_here and Path(path).is_absolute() and Path(path).is_relative_to(here):
            return str(Path(path).relative_to(here))
        return path

    def in_order(self, problems: Iterable[Problem]) -> list[Problem]:
        """Give each problem once, by file and line, at most MOST of them: errors before warnings."""
        seen: dict[object, Problem] = {}
        for problem in problems:
            values = tuple(sorted(problem.values.items()))
            seen.setdefault((problem.code, problem.place, problem.key, values, problem.words), problem)
        errors = [problem for problem in seen.values() if problem.severity == "error"]
        warnings = [problem for problem in seen.values() if problem.severity != "error"]
        kept = sorted(errors, key=self._order)[:MOST]
        kept += sorted(warnings, key=self._order)[: MOST - len(kept)]
        return sorted(kept, key=self._order)

    def _order(self, problem: Problem) -> tuple[bool, str, int, int, list[tuple[int, str]]]:
        """Sort by file, its own first, and line; without a line by key, ``use[10]`` after ``use[9]``."""
        place = problem.place or Place("")
        parts = re.split(r"(\d+)", problem.key)
        numbered = [(int(part), "") if part.isdecimal() else (0, part) for part in parts]
        return place.path != self._near, place.path, place.line, place.column, numbered
