"""The parts of a scenario, read from their files: blocks with their steps, and statement sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from facilitator.folders import TEXT
from facilitator.problems import Place, Problem, Refused
from facilitator.records import ID_PATTERN
from facilitator.scenario.file_models import BlockFile, StatementsFile
from facilitator.scenario.library import Library
from facilitator.scenario.localisation import in_the_other, localise
from facilitator.scenario.lost_files import lost, named_as_text
from facilitator.scenario.misplaced_keys import lift
from facilitator.scenario.model import Kind, Kinds, Statement, StatementSet, Step, dutch_kinds
from facilitator.scenario.suggestions import choices, meant
from facilitator.scenario.toml_files import read_toml
from facilitator.scenario.validation import MOST, Values, as_id, key_path, shown, validate
from facilitator.text import clean
from facilitator.words import Language

Made = TypeVar("Made")
Said = ParamSpec("Said")

UNREAD: Final = "?"
"""Stands for a text that could not be read, so that what is around it can still be checked."""


def collect(
    problems: list[Problem], make: Callable[Said, Made], *said: Said.args, **named: Said.kwargs
) -> Made | None:
    """Make something, or keep the problems and go on, so that an author sees all of them at once."""
    try:
        return make(*said, **named)
    except Refused as refused:
        problems.extend(refused.problems)
        return None


def check_name(path: Path) -> list[Problem]:
    """Find a file with a name that a scenario, a block or a set cannot have: it is known by the file's."""
    if re.fullmatch(ID_PATTERN, path.stem):
        return []
    if path.name.endswith(f".toml{TEXT}"):
        return [named_as_text(path)]
    near = as_id(path.stem)
    values = {"name": shown(path.name)}
    place = Place(str(path))
    return [Problem("scenario.bad_file_name", values, place, nearest=f"{near}.toml" if near else "")]


@dataclass(frozen=True)
class ReadBlock:
    """As much of a block as could be read."""

    path: Path
    data: Mapping[str, Any]
    """What the file says, in one language."""
    file: BlockFile | None
    steps: Sequence[Step | None]
    """In the order of the file; None where a step is wrong."""
    problems: Sequence[Problem]

    @property
    def whole(self) -> bool:
        """Whether every step could be read, so that what they say of each other can be checked."""
        return bool(self.steps) and None not in self.steps

    def text(self, name: str) -> str:
        """Give a text of the block itself, or a mark where it is missing or wrong."""
        if self.file is not None:
            return str(getattr(self.file, name))
        said = self.data.get(name)
        return clean(said[:100]) or UNREAD if isinstance(said, str) else UNREAD


def read_block(path: Path, raw: dict[str, Any], kinds: Kinds, language: Language) -> ReadBlock:
    """Read a block and its steps, in one language, from what its file says."""
    place = Place(str(path))
    problems: list[Problem] = []
    data = localise(raw, language, place, problems)
    file = collect(problems, validate, BlockFile, data, place)
    problems = [_within_step(problem, kinds) for problem in problems]
    raws = tables(data, "step")[:MOST]
    steps = [collect(problems, read_step, raw, kinds, place, ("step", n)) for n, raw in enumerate(raws)]
    problems += doubles([raw.get("id") for raw in raws], place, "step")
    return ReadBlock(path, data, file, steps, lift(problems, BlockFile, data))


def _within_step(problem: Problem, kinds: Kinds) -> Problem:
    """Say of a key that stands outside the steps, and that only a step can have, where it belongs."""
    if problem.code != "scenario.unknown_key" or problem.nearest:
        return problem
    fields = {name for kind in kinds.values() for name in kind.step.model_fields}
    return replace(problem, nearest=f"step.{problem.key}") if problem.key in fields else problem


def load_block(path: Path, kinds: Kinds, language: Language) -> tuple[BlockFile, list[Step]]:
    """Read a block and its steps, in one language. Raises Refused with every problem in the file."""
    block = read_block(path, read_toml(path), kinds, language)
    if block.problems or block.file is None:
        raise Refused(*block.problems)
    return block.file, [step for step in block.steps if step is not None]


def read_step(raw: dict[str, Any], kinds: Kinds, place: Place, inside: tuple[str | int, ...]) -> Step:
    """Read one step by the kind it names.

    With an unknown kind nothing else is told of the step: what it may say depends on that.
    """
    said, where = raw.get("kind"), key_path((*inside, "kind"))
    misspelt = _misspelt_kind(raw) if said is None else ""
    if misspelt:
        mistake = key_path((*inside, misspelt))
        problem = Problem(
            "scenario.unknown_key", {"name": shown(misspelt)}, place, mistake, "kind", aim="key"
        )
        mended = {"kind" if key == misspelt else key: value for key, value in raw.items()}
        others = [
            replace(each, key=mistake) if each.key == where else each
            for each in _problems(mended, kinds, place, inside)
        ]
        raise Refused(problem, *others)
    if said is None:
        values: Values = {"name": "kind", "choices": choices(list(kinds), dutch_kinds(kinds))}
        raise Refused(Problem("scenario.missing_choice", values, place, where, aim="table"))
    if not isinstance(said, str):
        raise Refused(Problem("scenario.wants_text", {}, place, where))
    kind: Kind | None = kinds.get(said)
    if kind is not None:
        try:
            return validate(kind.step, raw, place, inside)
        except Refused as refused:
            raise Refused(
                *(_of_other_kind(each, said, kinds, inside) for each in refused.problems)
            ) from refused
    near = meant(said, list(kinds), dutch_kinds(kinds))
    named: Values = {"name": shown(said), "kinds": choices(list(kinds), dutch_kinds(kinds))}
    raise Refused(Problem("scenario.no_kind", named, place, where, near))


def _of_other_kind(problem: Problem, said: str, kinds: Kinds, inside: tuple[str | int, ...]) -> Problem:
    """Say of a key that this kind of step does not have which kinds do."""
    name = problem.key.removeprefix(f"{key_path(inside)}.")
    having = [other for other, kind in kinds.items() if name in kind.step.model_fields]
    if problem.code != "scenario.unknown_key" or problem.nearest or not having:
        return problem
    values = {"name": name, "kind": said, "kinds": ", ".join(having)}
    return replace(problem, code="scenario.other_kind", values=values)


def _misspelt_kind(raw: dict[str, Any]) -> str:
    """Give the key that was meant as ``kind``."""
    return next((key for key in raw if key not in Step.model_fields and meant(key, ["kind"])), "")


def _problems(
    raw: dict[str, Any], kinds: Kinds, place: Place, inside: tuple[str | int, ...]
) -> Sequence[Problem]:
    """Give what else is wrong with a step, read as was probably meant."""
    problems: list[Problem] = []
    collect(problems, read_step, raw, kinds, place, inside)
    return problems


def find_set(name: str, library: Library, place: Place, key: str = "") -> Path:
    """Give the file of a statement set; place and key say where it was named. Raises Refused."""
    path = library.find("statements", name)
    if path is None:
        raise Refused(lost("statements", name, library, key, place))
    return path


def load_set(name: str, library: Library, language: Language, place: Place) -> StatementSet:
    """Read a statement set by its name; place says where it was named. Raises Refused."""
    return read_set(find_set(name, library, place), language)


@dataclass(frozen=True)
class ReadSet:
    """As much of a statement set as could be read."""

    path: Path
    data: Mapping[str, Any]
    """What the file says, in one language."""
    set: StatementSet | None
    problems: Sequence[Problem]


def read_set_file(path: Path, raw: dict[str, Any], language: Language) -> ReadSet:
    """Read a statement set, in one language, from what its file says."""
    place = Place(str(path))
    problems: list[Problem] = []
    data = localise(raw, language, place, problems)
    file = collect(problems, validate, StatementsFile, data, place)
    twice = doubles([raw.get("id") for raw in tables(data, "statement")], place, "statement")
    problems += twice
    if file is None or twice:
        return ReadSet(path, data, None, problems)
    found = StatementSet.model_construct(  # of parts that were checked already
        id=path.stem,
        title=file.title,
        also=in_the_other(raw.get("title"), language),
        about=file.about,
        source=file.source,
        source_status=file.source_status,
        statements=[
            Statement.model_construct(
                id=line.id, text=line.text, ask=line.ask, also=in_the_other(said.get("text"), language)
            )
            for line, said in zip(file.statement, tables(raw, "statement"), strict=True)
        ],
    )
    return ReadSet(path, data, found, problems)


def read_set(path: Path, language: Language) -> StatementSet:
    """Read a statement set from its file. Raises Refused with every problem in the file."""
    found = read_set_file(path, read_toml(path), language)
    if found.problems or found.set is None:
        raise Refused(*found.problems)
    return found.set


def tables(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Give the tables of a ``[[list]]``, as far as they are tables."""
    found = data.get(name)
    return [table for table in found if isinstance(table, dict)] if isinstance(found, list) else []


def doubles(names: Sequence[object], place: Place, key: str) -> list[Problem]:
    """Give a problem for each id in a ``[[list]]`` that was there before."""
    seen: set[str] = set()
    problems: list[Problem] = []
    for n, name in enumerate(names, 1):
        if not isinstance(name, str):
            continue
        if name in seen and len(problems) < MOST:
            problems.append(Problem("scenario.double_id", {"name": shown(name)}, place, f"{key}[{n}].id"))
        seen.add(name)
    return problems
