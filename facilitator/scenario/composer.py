"""Putting uses and sets together for a scenario, while keeping everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.file_models import BlockFile, StatementsFile, UseLine
from facilitator.scenario.library import Library
from facilitator.scenario.lost_files import lost
from facilitator.scenario.model import StatementSet, Step, Use, dutch_kinds
from facilitator.scenario.model_fields import Path as KeyPath
from facilitator.scenario.origins import Origin, UseOrigin
from facilitator.scenario.parts import ReadBlock, collect, find_set, tables
from facilitator.scenario.reader import Reader
from facilitator.scenario.references import dangling
from facilitator.scenario.suggestions import meant
from facilitator.scenario.validation import MOST
from facilitator.words import Language

CHANGED: Final = ("minutes", "most", "facts")
"""What a use may say otherwise of a step, by its name."""


class ReadTable(NamedTuple):
    """A table of a file as it was read, with its model."""

    model: type[BaseModel]
    data: Mapping[str, Any]
    inside: KeyPath = ()


class Texts(NamedTuple):
    """A file as it was read, for who looks at its texts."""

    path: Path
    tables: Sequence[ReadTable]


@dataclass
class Composer:
    """Makes the parts of one scenario."""

    library: Library
    reader: Reader
    language: Language
    problems: list[Problem] = field(default_factory=list)
    texts: list[Texts] = field(default_factory=list)
    whole: bool = True
    """Whether everything could be read that was named."""
    _seen: set[Path] = field(default_factory=set)

    def use(self, line: UseLine, number: int, scenario: str) -> tuple[Use, UseOrigin] | None:
        """Make a use of a block, as the ``number``-th [[use]] of a scenario's file asks."""
        here = Origin(scenario, f"use[{number}]")
        path = self._find(line.block, here)
        block = self.block(path) if path else None
        if block is None or not block.whole:
            self.whole = False
            return None
        self._check_names(line, here, [step.id for step in block.steps if step])
        kept = [n for n, step in enumerate(block.steps) if step and step.id not in line.leave_out]
        if not kept:
            self._miss(here.put(Problem("scenario.nothing_left", {"name": line.block}, key="leave_out")))
            return None
        left_out = {
            name: Origin(scenario, f"{here.key}.leave_out[{n}]") for n, name in enumerate(line.leave_out, 1)
        }
        return self.make(block, kept, here, line, left_out)

    def make(
        self,
        block: ReadBlock,
        kept: Sequence[int],
        here: Origin,
        line: UseLine,
        left_out: Mapping[str, Origin],
    ) -> tuple[Use, UseOrigin]:
        """Make a use of some steps of a block that was read."""
        found = [(n, step) for n in kept if (step := block.steps[n])]
        steps = [self._fitted(step, here, line) for _, step in found]
        use = Use.model_construct(  # of parts that were checked already
            id=line.id or line.block,
            block=line.block,
            title=line.title or block.text("title"),
            why=block.text("why"),
            source=block.file.source if block.file else "",
            source_status=block.file.source_status if block.file else "derived",
            steps=steps,
        )
        path = str(block.path)
        origins = [Origin(path, f"step[{n + 1}]", _facts_of(line, step, here)) for n, step in found]
        return use, UseOrigin(here, Origin(path), origins, left_out, own_title=bool(line.title))

    def _fitted(self, step: Step, here: Origin, line: UseLine) -> Step:
        """Give a step its minutes, and how much there is at most, as the use says."""
        said: dict[str, Mapping[str, Any]] = {name: getattr(line, name) for name in CHANGED}
        changed = {name: named[step.id] for name, named in said.items() if step.id in named}
        if "most" in changed and (problem := _beyond(step, changed["most"])):
            self._miss(here.put(replace(problem, key=f"most.{step.id}")))
            return step
        if "facts" in changed and "facts" not in type(step).model_fields:
            problem = Problem("scenario.no_facts", {"name": step.id}, aim="key")
            self._miss(here.put(replace(problem, key=f"facts.{step.id}")))
            return step
        return step.model_copy(update=changed) if changed else step

    def block(self, path: Path) -> ReadBlock | None:
        """Read a block; None when it is no TOML."""
        found = collect(self.problems, self.reader.block, path, self.language)
        if found is not None and path not in self._seen:
            self._seen.add(path)
            self.problems += found.problems
            self.texts.append(Texts(path, [ReadTable(BlockFile, found.data), *self._steps(found)]))
        return found

    def sets(self, uses: Sequence[tuple[Use, UseOrigin]]) -> tuple[list[StatementSet], dict[str, Origin]]:
        """Read every statement set that a step names, each once."""
        found: list[StatementSet] = []
        origins: dict[str, Origin] = {}
        for name, named in _named(uses):
            if name in origins:
                continue
            origins[name] = named
            place = Place(named.path)
            path = collect(self.problems, find_set, name, self.library, place, named.key)
            read = collect(self.problems, self.reader.set, path, self.language) if path else None
            if read is not None:
                self.problems += read.problems
                self.texts.append(Texts(read.path, [ReadTable(StatementsFile, read.data)]))
                origins[name] = Origin(str(read.path))
            if read is None or read.set is None:
                self.whole = False
            else:
                found.append(read.set)
        return found, origins

    def _find(self, name: str, here: Origin) -> Path | None:
        """Give the file of a block that is named here; without one it is told why there is none."""
        try:
            path = self.library.find("blocks", name)
            missing = None if path else lost("blocks", name, self.library, "block")
        except Refused as refused:
            self._miss(here.put(*refused.problems))
            return None
        if missing:
            self._miss(here.put(missing))
        return path

    def _check_names(self, line: UseLine, here: Origin, names: list[str]) -> None:
        """Find steps that a use names and the block does not have."""
        named = [(name, f"leave_out[{n}]") for n, name in enumerate(line.leave_out, 1)]
        named += [(name, f"{table}.{name}") for table in CHANGED for name in getattr(line, table)]
        for name, key in named:
            if name not in names:
                aim: Any = "value" if key.startswith("leave_out") else "key"
                self._miss(here.put(dangling("scenario.no_step", name, names, key, aim=aim)))

    def _miss(self, problem: Problem) -> None:
        self.whole = False
        self.problems.append(problem)

    def _steps(self, block: ReadBlock) -> Iterator[ReadTable]:
        """Give the texts of each step by its kind, or by the kind that was probably meant."""
        kinds = self.reader.kinds
        for n, raw in enumerate(tables(block.data, "step")[:MOST]):
            said = raw.get("kind")
            name = said if isinstance(said, str) else ""
            kind = kinds.get(name) or kinds.get(meant(name, list(kinds), dutch_kinds(kinds)))
            yield ReadTable(kind.step if kind else Step, raw, ("step", n))


def _facts_of(line: UseLine, step: Step, here: Origin) -> Origin | None:
    """Give where a use has figures of its own for a step; None where it has none."""
    return Origin(here.path, f"{here.key}.facts.{step.id}") if step.id in line.facts else None


def _beyond(step: Step, most: int) -> Problem | None:
    """Give why a step cannot have so many: its kind has no ``most``, or a lower limit."""
    known = type(step).model_fields.get("most")
    if known is None:
        return Problem("scenario.no_most", {"name": step.id}, aim="key")
    limit = min((rule.le for rule in known.metadata if hasattr(rule, "le")), default=most)
    return Problem("scenario.too_great", {"limit": int(limit)}) if most > limit else None


def _named(uses: Sequence[tuple[Use, UseOrigin]]) -> Iterator[tuple[str, Origin]]:
    """Give the sets that steps name, each with where it is named."""
    for use, of_use in uses:
        for step, origin in zip(use.steps, of_use.steps, strict=True):
            for name, key in sets_named(step):
                yield name, Origin(origin.path, f"{origin.key}.{key}")


def sets_named(step: Step) -> Iterator[tuple[str, str]]:
    """Give the statement sets that a step names, each with the key where it does, seen from the step."""
    yield from ((name, f"sets[{n}]") for n, name in enumerate(getattr(step, "sets", []), 1))
    yield from ((name, f"back.{perspective}") for perspective, name in getattr(step, "back", {}).items())
