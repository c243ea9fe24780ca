"""Everything that is wrong with one file of an author, whichever of the three sorts it is."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.compose import (
    check_whole,
    load_block,
    load_scenario,
    load_set,
    named_sets,
    read_set,
    standard_scale,
    tidy,
)
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds, Perspective, Scenario, StatementSet, Use
from facilitator.scenario.positions import line_of, lines_of
from facilitator.scenario.reading import read_toml
from facilitator.words import LANGUAGES, Language, Words

SORTS: Final = {
    "use": "scenario",
    "step": "block",
    "statement": "set",
    "languages": "scenario",
    "perspective": "scenario",
    "why": "block",
}
"""What only one sort of file has, and which; the first that is there decides."""


def check_file(path: Path, library_own: Path | None, kinds: Kinds, t: Words) -> list[Problem]:
    """Give every mistake in a scenario, a block or a statement set, and in what it names; warnings too.

    The file is read in every language it has: the ``languages`` of a scenario, and otherwise the languages
    its texts are in, or the reader's own when they don't say. Each problem is told once, with its line where
    the file shows it, in the order of the file. An empty list means that a workshop can run from it.
    """
    try:
        raw = read_toml(path)
    except Refused as refused:
        return list(refused.problems)
    sort = next((SORTS[key] for key in SORTS if key in raw), "")
    if not sort:
        return [Problem("scenario.no_sort", {}, Place(str(path)))]
    problems: list[Problem] = []
    for language in _languages(raw, t.language):
        try:
            if sort == "scenario":
                problems += _check_scenario(path, library_own, kinds, language)
            elif sort == "block":
                problems += _check_block(path, library_own, kinds, language)
            else:
                read_set(path, language)
        except Refused as refused:
            problems += refused.problems
    return sorted(_with_lines(tidy(problems)), key=_order)


def _languages(raw: dict[str, Any], own: Language) -> list[Language]:
    said = raw.get("languages")
    declared = said if isinstance(said, list) else []
    spoken = [each for each in LANGUAGES if each in declared or ("languages" not in raw and _says(raw, each))]
    return spoken or [own]


def _says(data: object, language: Language) -> bool:
    """Tell whether a text in this language stands anywhere in the data."""
    if isinstance(data, list):
        return any(_says(each, language) for each in data)
    if not isinstance(data, dict):
        return False
    return isinstance(data.get(language), str) or any(_says(each, language) for each in data.values())


def _check_scenario(path: Path, own: Path | None, kinds: Kinds, language: Language) -> list[Problem]:
    scenario = load_scenario(path, Library.of(path, own), kinds, language)
    return check_whole(scenario, kinds, Place(str(path)))


def _check_block(path: Path, own: Path | None, kinds: Kinds, language: Language) -> list[Problem]:
    """Check a block as if a scenario consisted of it alone."""
    block, steps = load_block(path, kinds, language)
    place, library = Place(str(path)), Library.of(path.parent, own)
    use = Use(id="block", block="block", title=block.title, why=block.why, steps=steps)
    problems: list[Problem] = []
    sets: list[StatementSet] = []
    for name, key in named_sets([use]).items():
        try:
            sets.append(load_set(name, library, language, place, key))
        except Refused as refused:
            problems += refused.problems
    named = (name for step in steps for name in getattr(step, "back", {}))
    perspectives = list(dict.fromkeys(named)) or ["bewoners"]
    scenario = Scenario(
        id="block",
        language=language,
        title=block.title,
        purpose=block.title,
        minutes=min(use.minutes, 240),
        perspectives=[Perspective(id=name, title=name) for name in perspectives][:6],
        scale=standard_scale(language),
        uses=[use],
        statement_sets=sets,
    )
    problems += check_whole(scenario, kinds, place)
    numbers = {f"block/{step.id}": f"step[{n}]" for n, step in enumerate(steps, 1)}
    return [replace(problem, key=numbers.get(problem.key, problem.key)) for problem in problems]


def _with_lines(problems: list[Problem]) -> list[Problem]:
    """Add the line and column to problems of which the key is known."""
    texts: dict[str, str] = {}
    for problem in problems:
        place = problem.place
        if place and problem.key and not place.line and place.path not in texts:
            texts[place.path] = Path(place.path).read_text(encoding="utf-8-sig")
    rows = {path: text.split("\n") for path, text in texts.items()}
    lines = {path: lines_of(text) for path, text in texts.items()}
    told: list[Problem] = []
    for problem in problems:
        place = problem.place
        line = line_of(problem.key, lines[place.path]) if place and place.path in texts else 0
        if place and line:
            row = rows[place.path][line - 1]
            place = Place(place.path, line, len(row) - len(row.lstrip()) + 1)
        told.append(replace(problem, place=place))
    return told


def _order(problem: Problem) -> tuple[str, int, int, list[tuple[int, str]]]:
    """Sort by file and line; without a line by key, in which ``use[10]`` comes after ``use[9]``."""
    place = problem.place or Place("")
    parts = [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", problem.key)]
    return place.path, place.line, place.column, parts
