"""Whether each step of a programme has something to go on with, from an earlier step or meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from facilitator.folders import tomls
from facilitator.problems import Problem, Refused
from facilitator.scenario.file_models import ScenarioFile
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds, Scenario, Step
from facilitator.scenario.origins import Origins
from facilitator.scenario.parts import tables
from facilitator.scenario.reader import Reader
from facilitator.scenario.references import dangling
from facilitator.words import Language


def check_supplies(
    scenario: Scenario, kinds: Kinds, origins: Origins, earlier: frozenset[str]
) -> Iterator[Problem]:
    """Warn of the first step for which each thing is not there yet, where the programme puts it.

    ``earlier``: what comes along from the meetings before this one.
    """
    there: set[str] = set(earlier)
    for use, of_use in zip(scenario.uses, origins.uses, strict=True):
        for step in use.steps:
            needed = kinds[step.kind].needs(step)
            if needed and needed not in there:
                there.add(needed)
                values = {"step": step.id}
                code = f"scenario.needs_{needed}"
                yield of_use.use.put(Problem(code, values, key="block", severity="warning"))
            there.update(kinds[step.kind].gives(step))


def brought_along(
    path: Path, file: ScenarioFile, library: Library, reader: Reader, language: Language
) -> frozenset[str]:
    """Give what comes along from the earlier parts of a series, and from what a scenario follows; and under
    which names steps there keep what was said."""
    given: set[str] = set()
    for earlier in _earlier(path, file, reader):
        for use in tables(_read(earlier, reader), "use"):
            given |= _given(use, library, reader, language)
    return frozenset(given - {"people"})  # who is there is counted anew


def check_brings(scenario: Scenario, kinds: Kinds, earlier: frozenset[str]) -> Iterator[Problem]:
    """Find what a scenario promises to bring from earlier meetings, and that none leaves or no step shows.

    ``earlier``: what comes along from them, and under which names steps there keep what was said.
    """
    shown = {name for _, step in scenario.places() for name in _shown(step, kinds)}
    for n, name in enumerate(scenario.brings, 1):
        if name not in earlier:
            yield dangling("scenario.brings_nothing", name, sorted(earlier & shown), f"brings[{n}]")
        elif name not in shown:
            yield dangling("scenario.brings_unseen", name, sorted(earlier & shown), f"brings[{n}]")


def _shown(step: Step, kinds: Kinds) -> Sequence[str]:
    """Give what of earlier meetings a step shows: by its kind, and what was kept by the names it gives."""
    return [*kinds[step.kind].shows(step), *getattr(step, "shows", [])]


def check_follows(path: Path, file: ScenarioFile) -> Iterator[Problem]:
    """Warn of what a scenario follows, and that is not beside it."""
    there = [other.stem for other in _beside(path) if other != path] if file.follows else []
    for n, name in enumerate(file.follows, 1):
        if name not in there:
            problem = dangling("scenario.no_scenario", name, there, f"follows[{n}]")
            yield replace(problem, severity="warning")


def _earlier(path: Path, file: ScenarioFile, reader: Reader) -> Iterator[Path]:
    if file.series is None and not file.follows:
        return
    for other in _beside(path):
        raw = _read(other, reader)
        part = raw.get("part")
        before = isinstance(part, int) and file.part is not None and part < file.part
        if other.stem in file.follows or (file.series and raw.get("series") == file.series and before):
            yield other


def _beside(path: Path) -> Sequence[Path]:
    try:
        return tomls(path.parent)
    except Refused:
        return []


def _read(path: Path, reader: Reader) -> dict[str, Any]:
    try:
        return reader.toml(path)
    except Refused:  # told by who checks that file
        return {}


def _given(use: dict[str, Any], library: Library, reader: Reader, language: Language) -> set[str]:
    name, left_out = use.get("block"), use.get("leave_out", [])
    try:
        path = library.find("blocks", name) if isinstance(name, str) else None
        steps = reader.block(path, language).steps if path else []
    except Refused:
        return set()
    return {
        supply
        for step in steps
        if step and not (isinstance(left_out, list) and step.id in left_out)
        for supply in [*reader.kinds[step.kind].gives(step), "questions", *([step.keep] if step.keep else [])]
    }
